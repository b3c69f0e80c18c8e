import { Button, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { CustomerClaimsDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import { ClaimRows } from './ClaimRows.tsx';

/** The newest claims of one customer, and the way to a new one. */
export function CustomerClaims({ customerId }: { customerId: string }) {
  const t = useWords();
  const mayWrite = useMayWrite('claims');
  const read = useRead(CustomerClaimsDocument, { id: customerId });
  const purchases = read.data?.customer?.invoices;
  const only = purchases?.nodes[0];
  const choose = encodeURIComponent(JSON.stringify({ kind: 'SALE', customerId }));
  return (
    <Panel
      title={t('claims.title')}
      action={
        mayWrite &&
        only && (
          <Button
            component={RouterLink}
            to={purchases.totalCount > 1 ? `/invoices?filter=${choose}` : `/new-claim/${encodeURIComponent(only.id)}`}
          >
            {t('claims.new.action')}
          </Button>
        )
      }
    >
      <Part of={read} height={48}>
        {({ customer }) =>
          customer && customer.claims.nodes.length > 0 ? (
            <ClaimRows rows={customer.claims.nodes} />
          ) : (
            <Typography color="textSecondary">{t('claims.none')}</Typography>
          )
        }
      </Part>
    </Panel>
  );
}
