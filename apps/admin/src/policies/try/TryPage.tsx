import { Box, Link } from '@mui/material';
import { Link as RouterLink, useParams } from 'react-router';
import { useRead } from '../../api/useRead.ts';
import { CustomerLink } from '../../customers/CustomerLink.tsx';
import { TriedLineDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Trial } from './Trial.tsx';

/** What do we owe on this purchase? */
export default function TryPage() {
  const { lineId = '' } = useParams();
  const t = useWords();
  const node = useRead(TriedLineDocument, { lineId }).data?.node;
  const line = node && 'invoice' in node ? node : undefined;
  return (
    <Page
      title={t('policies.try.title')}
      intro={
        <>
          {line?.invoice && (
            <Link component={RouterLink} to={`/invoices/${encodeURIComponent(line.invoice.id)}/show`}>
              {t('policies.invoices.one', { number: line.invoice.number })}
            </Link>
          )}
          {line?.invoice && line.customer && ' · '}
          {line?.customer && <CustomerLink customer={line.customer} />}
          <div>{t('policies.try.intro')}</div>
        </>
      }
    >
      <Box sx={{ maxWidth: 640 }}>
        <Panel title={t('policies.try.purchase')}>
          <Trial lineId={lineId} />
        </Panel>
      </Box>
    </Page>
  );
}
