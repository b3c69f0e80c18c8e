import { Button, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { ClaimPurchaseDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import { ClaimRows } from './ClaimRows.tsx';

/** The claims on one purchase, and the way to a new one. */
export function InvoiceClaims({ invoiceId }: { invoiceId: string }) {
  const t = useWords();
  const mayWrite = useMayWrite('claims');
  const read = useRead(ClaimPurchaseDocument, { id: invoiceId });
  return (
    <Panel
      title={t('claims.title')}
      action={
        mayWrite && (
          <Button component={RouterLink} to={`/new-claim/${encodeURIComponent(invoiceId)}`}>
            {t('claims.new.action')}
          </Button>
        )
      }
    >
      <Part of={read} height={24}>
        {({ invoice }) =>
          invoice && invoice.claims.nodes.length > 0 ? (
            <ClaimRows rows={invoice.claims.nodes} />
          ) : (
            <Typography color="textSecondary">{t('claims.none')}</Typography>
          )
        }
      </Part>
    </Panel>
  );
}
