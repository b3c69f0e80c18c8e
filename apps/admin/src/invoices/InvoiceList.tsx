import { Button } from '@mui/material';
import { Link } from 'react-router';
import { useMayWrite } from '../auth/useStaff.ts';
import { customerName } from '../customers/customerName.ts';
import { minorUnits } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';
import type { InvoiceListQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { ListPicture } from '../ui/pictures.tsx';

type InvoiceRow = InvoiceListQuery['invoices']['nodes'][number];

/** Every sale and credit note: the list behind the figures of Today. */
export default function InvoiceList() {
  const t = useWords();
  const format = useFormat();
  const mayImport = useMayWrite('importing');
  const columns: Column<InvoiceRow>[] = [
    {
      key: 'number',
      label: 'policies.invoices.column.number',
      sort: 'number',
      render: (row) => row.number,
      csv: (row) => row.number,
    },
    {
      key: 'at',
      label: 'policies.invoices.column.at',
      sort: 'at',
      render: (row) => format.day(row.at),
      csv: (row) => row.at,
    },
    {
      key: 'customer',
      label: 'policies.invoices.column.customer',
      render: (row) => (row.customer ? customerName(row.customer, t) : ''),
      csv: (row) => row.customer?.number,
    },
    {
      key: 'kind',
      label: 'policies.invoices.column.kind',
      render: (row) => t(`policies.invoices.kind.${row.kind}`),
      csv: (row) => t(`policies.invoices.kind.${row.kind}`),
    },
    {
      key: 'country',
      label: 'policies.invoices.column.country',
      wideOnly: true,
      render: (row) => row.country,
      csv: (row) => row.country,
    },
    {
      key: 'lines',
      label: 'policies.invoices.column.lines',
      numeric: true,
      render: (row) => format.number(row.lines),
      csv: (row) => row.lines,
    },
    {
      key: 'total',
      label: 'policies.invoices.column.total',
      sort: 'total',
      numeric: true,
      render: (row) => format.money(row.total.amount, row.total.currency),
      csv: (row) => row.total.amount / minorUnits(row.total.currency),
      currency: (row) => row.total.currency,
    },
  ];
  return (
    <Page title={t('policies.invoices.title')} intro={t('policies.invoices.intro')}>
      <DataList<InvoiceRow>
        resource="invoices"
        label={t('policies.invoices.title')}
        columns={columns}
        sort={{ field: 'at', order: 'DESC' }}
        search
        filters={[
          {
            key: 'kind',
            label: 'policies.invoices.filter.kind',
            choices: (['SALE', 'RETURN'] as const).map((value) => ({
              value,
              label: t(`policies.invoices.kind.${value}`),
            })),
          },
        ]}
        to={(row) => `/invoices/${encodeURIComponent(row.id)}/show`}
        empty={
          <EmptyState
            title={t('policies.invoices.empty.title')}
            picture={<ListPicture />}
            action={
              mayImport && (
                <Button variant="contained" component={Link} to="/import">
                  {t('policies.invoices.empty.action')}
                </Button>
              )
            }
          >
            {t('policies.invoices.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}
