import { Typography } from '@mui/material';
import { isLate } from '@perennial/domain/fulfilment/rules';
import { useBusiness } from '../business/BusinessContext.tsx';
import type { CustomerListQuery } from '../gql/graphql.ts';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { Health } from '../ui/Health.tsx';
import { ValueBar } from '../ui/ValueBar.tsx';
import { minorUnits, type Amount } from '../format/format.ts';
import { customerName } from './customerName.ts';
import { useSegmentWord } from './useCustomerWords.ts';

export type CustomerRow = CustomerListQuery['customers']['nodes'][number];

/** The columns of the customer list; `most` is the value of the most valuable customer, which the bars compare with. */
export function useCustomerColumns(most: Amount): Column<CustomerRow>[] {
  const t = useWords();
  const format = useFormat();
  const segment = useSegmentWord();
  const { standsOn } = useBusiness();
  const day = (instant: string | null) => (instant ? format.day(instant) : t('shell.never'));
  const next = ({ fulfilmentTasks }: CustomerRow) => {
    const [task] = fulfilmentTasks.nodes;
    return task && { what: t(`values.FulfilmentKind.${task.kind}`), task };
  };
  return [
    {
      key: 'customer',
      label: 'customers.column.customer',
      sort: 'number',
      render: (row) => customerName(row, t),
      csv: (row) => row.number,
    },
    {
      key: 'value',
      label: 'customers.column.value',
      sort: 'value',
      numeric: true,
      render: (row) => <ValueBar value={row.value} most={most} />,
      csv: (row) => row.value.amount / minorUnits(row.value.currency),
      currency: (row) => row.value.currency,
    },
    {
      key: 'health',
      label: 'customers.column.health',
      sort: 'health',
      render: (row) => <Health health={row.health} change={row.healthChange} />,
      csv: (row) => (row.health < 0 ? '' : row.health),
    },
    {
      key: 'stage',
      notOnCard: true,
      label: 'customers.column.stage',
      render: (row) => t(`values.CustomerStage.${row.stage}`),
      csv: (row) => t(`values.CustomerStage.${row.stage}`),
    },
    {
      key: 'segment',
      notOnCard: true,
      label: 'customers.column.segment',
      sort: 'segment',
      render: (row) => segment(row.segment),
      csv: (row) => segment(row.segment),
    },
    {
      key: 'region',
      label: 'customers.column.region',
      sort: 'region',
      render: (row) => row.region,
      csv: (row) => row.region,
    },
    {
      key: 'orders',
      label: 'customers.column.orders',
      sort: 'orders',
      numeric: true,
      wideOnly: true,
      render: (row) => format.number(row.orders),
      csv: (row) => row.orders,
    },
    {
      key: 'lastPurchase',
      label: 'customers.column.lastPurchase',
      wideOnly: true,
      render: (row) => day(row.lastPurchaseAt),
      csv: (row) => row.lastPurchaseAt?.slice(0, 10),
    },
    {
      key: 'lastTouch',
      label: 'customers.column.lastTouch',
      render: (row) => day(row.lastTouchAt),
      csv: (row) => row.lastTouchAt?.slice(0, 10),
    },
    {
      key: 'nextPromise',
      label: 'customers.column.nextPromise',
      render: (row) => {
        const promise = next(row);
        if (!promise) return '–';
        const { what, task } = promise;
        const late = isLate({ status: 'OPEN', dueOn: task.dueOn, completedOn: null }, standsOn);
        return (
          <>
            {what}
            <Typography variant="caption" component="div" color={late ? 'error' : 'textSecondary'}>
              {t(late ? 'fulfilment.lateSince' : 'fulfilment.due', { date: format.date(task.dueOn) })}
            </Typography>
          </>
        );
      },
      csv: (row) => {
        const promise = next(row);
        return promise && format.pair(promise.what, promise.task.dueOn);
      },
    },
  ];
}
