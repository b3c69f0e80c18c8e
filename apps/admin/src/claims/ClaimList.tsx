import { Button } from '@mui/material';
import { CLAIM_KINDS, CLAIM_OUTCOMES, CLAIM_STATUSES } from '@perennial/domain/claims/claim';
import { Link as RouterLink } from 'react-router';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { minorUnits } from '../format/format.ts';
import { LookingBack } from '../business/LookingBack.tsx';
import { useFormat } from '../format/useFormat.ts';
import type { ClaimListQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column, View } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { productWords } from '../products/productWords.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { ListPicture } from '../ui/pictures.tsx';

type Row = ClaimListQuery['claims']['nodes'][number];

const views: View[] = [
  { key: 'all', label: 'claims.views.all', filter: {} },
  { key: 'open', label: 'claims.views.open', filter: { status: 'OPEN' } },
  { key: 'decided', label: 'claims.views.decided', filter: { status: 'DECIDED' } },
  { key: 'settled', label: 'claims.views.settled', filter: { status: 'SETTLED' } },
];

/** Every claim with its decision (C6, C10, C11). */
export default function ClaimList() {
  const t = useWords();
  const format = useFormat();
  const goods = (row: Row) =>
    format.list(
      row.claimLines.nodes.map(
        ({ code, quantity, saleLine }) => `${productWords(code, saleLine?.description)} × ${format.number(quantity)}`,
      ),
    );
  const columns: Column<Row>[] = [
    {
      key: 'number',
      label: 'claims.column.number',
      sort: 'number',
      render: (row) => row.number,
      csv: (row) => row.number,
    },
    {
      key: 'kind',
      label: 'claims.column.kind',
      render: (row) => t(`values.ClaimKind.${row.kind}`),
      csv: (row) => t(`values.ClaimKind.${row.kind}`),
    },
    {
      key: 'customer',
      label: 'claims.column.customer',
      render: (row) => row.customer && <CustomerLink customer={row.customer} plain />,
      csv: (row) => row.customer?.number,
    },
    {
      key: 'goods',
      label: 'claims.column.goods',
      wideOnly: true,
      render: goods,
      csv: goods,
    },
    {
      key: 'claimedOn',
      label: 'claims.column.on',
      sort: 'claimedOn',
      render: (row) => format.date(row.claimedOn),
      csv: (row) => row.claimedOn,
    },
    {
      key: 'outcome',
      label: 'claims.column.outcome',
      render: (row) => t(`values.ClaimOutcome.${row.outcome}`),
      csv: (row) => t(`values.ClaimOutcome.${row.outcome}`),
    },
    {
      key: 'refund',
      label: 'claims.column.refund',
      sort: 'refund',
      numeric: true,
      render: (row) => (row.refund.amount > 0 ? format.money(row.refund.amount, row.refund.currency) : '–'),
      csv: (row) => (row.refund.amount > 0 ? row.refund.amount / minorUnits(row.refund.currency) : ''),
      currency: (row) => row.refund.currency,
    },
    {
      key: 'status',
      label: 'claims.column.status',
      render: (row) => t(`values.ClaimStatus.${row.status}`),
      csv: (row) => t(`values.ClaimStatus.${row.status}`),
    },
  ];
  return (
    <Page title={t('claims.title')} intro={t('claims.intro')}>
      <LookingBack of="claims" />
      <DataList<Row>
        resource="claims"
        label={t('claims.title')}
        columns={columns}
        sort={{ field: 'claimedOn', order: 'DESC' }}
        search
        views={views}
        filters={[
          {
            key: 'kind',
            label: 'claims.column.kind',
            choices: CLAIM_KINDS.map((value) => ({ value, label: t(`values.ClaimKind.${value}`) })),
          },
          {
            key: 'outcome',
            label: 'claims.column.outcome',
            choices: CLAIM_OUTCOMES.map((value) => ({ value, label: t(`values.ClaimOutcome.${value}`) })),
          },
          {
            key: 'status',
            label: 'claims.column.status',
            choices: CLAIM_STATUSES.map((value) => ({ value, label: t(`values.ClaimStatus.${value}`) })),
          },
        ]}
        to={(row) => `/claims/${encodeURIComponent(row.id)}/show`}
        empty={
          <EmptyState
            title={t('claims.empty.title')}
            picture={<ListPicture />}
            action={
              <Button variant="contained" component={RouterLink} to="/invoices">
                {t('claims.empty.action')}
              </Button>
            }
          >
            {t('claims.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}
