import { Button } from '@mui/material';
import { Link } from 'react-router';
import { customerName } from '../customers/customerName.ts';
import { minorUnits } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';
import type { PlanListQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column, View } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { TimelinePicture } from '../ui/pictures.tsx';

type PlanRow = PlanListQuery['retentionPlans']['nodes'][number];

const views: View[] = [
  { key: 'open', label: 'plans.views.open', filter: { status_in: ['DRAFT', 'ACTIVE'] } },
  { key: 'all', label: 'plans.views.all', filter: {} },
  { key: 'done', label: 'plans.views.done', filter: { status: 'DONE' } },
  { key: 'stopped', label: 'plans.views.stopped', filter: { status: 'STOPPED' } },
];

/** What is being done for whom, what it costs, what is next (C56). */
export default function PlanList() {
  const t = useWords();
  const format = useFormat();
  // nothing is planned any more for a plan that has ended
  const left = (row: PlanRow) =>
    row.status === 'DRAFT' || row.status === 'ACTIVE' ? row.budget.amount - row.spent.amount : undefined;
  const columns: Column<PlanRow>[] = [
    { key: 'plan', label: 'plans.column.plan', sort: 'name', render: (row) => row.name, csv: (row) => row.name },
    {
      key: 'customer',
      label: 'plans.column.customer',
      render: (row) => (row.customer ? customerName(row.customer, t) : ''),
      csv: (row) => row.customer?.number,
    },
    {
      key: 'status',
      label: 'plans.column.status',
      choice: (status) => t(`values.RetentionPlanStatus.${status as PlanRow['status']}`),
      render: (row) => t(`values.RetentionPlanStatus.${row.status}`),
      csv: (row) => t(`values.RetentionPlanStatus.${row.status}`),
    },
    {
      key: 'owner',
      label: 'plans.column.owner',
      wideOnly: true,
      render: (row) => row.owner?.name ?? t('shell.nobody'),
      csv: (row) => row.owner?.name,
    },
    {
      key: 'steps',
      label: 'plans.column.steps',
      numeric: true,
      render: (row) => t('plans.stepsDone', { done: row.actionsDone, total: row.actionsTotal }),
      csv: (row) => row.actionsDone,
    },
    {
      key: 'next',
      label: 'plans.column.next',
      render: (row) => (row.nextDueOn ? format.date(row.nextDueOn) : '–'),
      csv: (row) => row.nextDueOn,
    },
    {
      key: 'left',
      label: 'plans.column.left',
      numeric: true,
      render: (row) => {
        const amount = left(row);
        return amount === undefined ? '–' : format.money(amount, row.budget.currency);
      },
      csv: (row) => {
        const amount = left(row);
        return amount === undefined ? undefined : amount / minorUnits(row.budget.currency);
      },
      currency: (row) => row.budget.currency,
    },
    {
      key: 'costDone',
      label: 'plans.column.costDone',
      numeric: true,
      wideOnly: true,
      render: (row) => format.money(row.costDone.amount, row.budget.currency),
      csv: (row) => row.costDone.amount / minorUnits(row.budget.currency),
      currency: (row) => row.budget.currency,
    },
    {
      key: 'budget',
      label: 'plans.column.budget',
      sort: 'budget',
      numeric: true,
      wideOnly: true,
      render: (row) => format.money(row.budget.amount, row.budget.currency),
      csv: (row) => row.budget.amount / minorUnits(row.budget.currency),
      currency: (row) => row.budget.currency,
    },
  ];
  return (
    <Page title={t('plans.title')} intro={t('plans.intro')}>
      <DataList<PlanRow>
        resource="plans"
        label={t('plans.title')}
        columns={columns}
        sort={{ field: 'createdAt', order: 'DESC' }}
        search
        views={views}
        to={(row) => `/plans/${encodeURIComponent(row.id)}/show`}
        empty={
          <EmptyState
            title={t('plans.empty.title')}
            picture={<TimelinePicture />}
            action={
              <Button variant="contained" component={Link} to="/warnings">
                {t('plans.empty.action')}
              </Button>
            }
          >
            {t('plans.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}
