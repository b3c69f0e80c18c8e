import { Button } from '@mui/material';
import { stateOn } from '@perennial/domain/quotes/rules';
import { Link } from 'react-router';
import { useBusiness } from '../business/BusinessContext.tsx';
import { LookingBack } from '../business/LookingBack.tsx';
import { customerName } from '../customers/customerName.ts';
import { minorUnits } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';
import type { QuoteListQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column, View } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { TimelinePicture } from '../ui/pictures.tsx';

type QuoteRow = QuoteListQuery['quotes']['nodes'][number];

const views: View[] = [
  { key: 'open', label: 'quotes.views.open', filter: { status: 'OPEN' } },
  { key: 'accepted', label: 'quotes.views.accepted', filter: { status: 'ACCEPTED' } },
  { key: 'declined', label: 'quotes.views.declined', filter: { status: 'DECLINED' } },
  { key: 'all', label: 'quotes.views.all', filter: {} },
];

/** What was offered to whom, for how much, and until when (C3). */
export default function QuoteList() {
  const t = useWords();
  const format = useFormat();
  const { latestDay } = useBusiness();
  const state = (row: QuoteRow) =>
    t(`quotes.state.${stateOn(row, row.validUntil === null ? null : { validUntil: row.validUntil }, latestDay)}`);
  const columns: Column<QuoteRow>[] = [
    { key: 'title', label: 'quotes.column.title', sort: 'title', render: (row) => row.title, csv: (row) => row.title },
    {
      key: 'number',
      label: 'quotes.column.number',
      sort: 'number',
      render: (row) => row.number,
      csv: (row) => row.number,
    },
    {
      key: 'customer',
      label: 'quotes.column.customer',
      render: (row) => (row.customer ? customerName(row.customer, t) : ''),
      csv: (row) => row.customer?.number,
    },
    { key: 'status', label: 'quotes.column.status', render: state, csv: state },
    {
      key: 'validUntil',
      label: 'quotes.column.validUntil',
      render: (row) => (row.validUntil ? format.date(row.validUntil) : '–'),
      csv: (row) => row.validUntil,
    },
    {
      key: 'rounds',
      label: 'quotes.column.rounds',
      numeric: true,
      wideOnly: true,
      render: (row) => format.number(row.rounds),
      csv: (row) => row.rounds,
    },
    {
      key: 'owner',
      label: 'quotes.column.owner',
      wideOnly: true,
      render: (row) => row.owner?.name ?? t('shell.nobody'),
      csv: (row) => row.owner?.name,
    },
    {
      key: 'total',
      label: 'quotes.column.total',
      numeric: true,
      render: (row) => format.money(row.total.amount, row.total.currency),
      csv: (row) => row.total.amount / minorUnits(row.total.currency),
      currency: (row) => row.total.currency,
    },
  ];
  return (
    <Page title={t('quotes.title')} intro={t('quotes.intro')}>
      <LookingBack of="quotes" until={latestDay} />
      <DataList<QuoteRow>
        resource="quotes"
        label={t('quotes.title')}
        columns={columns}
        sort={{ field: 'createdAt', order: 'DESC' }}
        search
        views={views}
        to={(row) => `/quotes/${encodeURIComponent(row.id)}/show`}
        empty={
          <EmptyState
            title={t('quotes.empty.title')}
            picture={<TimelinePicture />}
            action={
              <Button variant="contained" component={Link} to="/customers">
                {t('quotes.empty.action')}
              </Button>
            }
          >
            {t('quotes.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}
