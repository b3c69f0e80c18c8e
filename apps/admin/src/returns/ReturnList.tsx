import { Box, Button, Typography } from '@mui/material';
import { sentencesOf } from '@perennial/domain/policies/sentences/sentence';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { useFormat } from '../format/useFormat.ts';
import { ReturnCloseDocument, type ReturnListQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column, View } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { policyNameIn } from '../policies/policyIn.ts';
import { traceOf } from '../policies/traceOf.ts';
import { productWords } from '../products/productWords.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { ListPicture } from '../ui/pictures.tsx';
import { UndoAction } from '../ui/UndoAction.tsx';
import { CloseReturns, useReopen } from './CloseReturns.tsx';

type ReturnRow = ReturnListQuery['returns']['nodes'][number];

const views: View[] = [
  { key: 'all', label: 'policies.returns.views.all', filter: {} },
  { key: 'open', label: 'policies.returns.views.open', filter: { status: 'OPEN' } },
  { key: 'allowed', label: 'policies.returns.views.allowed', filter: { outcome: 'ALLOWED' } },
  { key: 'refused', label: 'policies.returns.views.refused', filter: { outcome: 'REFUSED' } },
  { key: 'noPurchase', label: 'policies.returns.views.noPurchase', filter: { outcome: 'NO_PURCHASE' } },
];

/** Every return with its decision: allowed or not, by which term, counted from which day (C10). */
export default function ReturnList() {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const mayClose = useMayWrite('warnings');
  const mayImport = useMayWrite('importing');
  const said = (row: ReturnRow) => sentencesOf(traceOf(row.trace), language);
  const columns: Column<ReturnRow>[] = [
    {
      key: 'code',
      label: 'policies.returns.column.code',
      sort: 'code',
      render: (row) => productWords(row.code, row.returnLine?.description),
      csv: (row) => productWords(row.code, row.returnLine?.description),
    },
    {
      key: 'customer',
      label: 'policies.returns.column.customer',
      render: (row) => row.customer && <CustomerLink customer={row.customer} plain />,
      csv: (row) => row.customer?.number,
    },
    {
      key: 'at',
      label: 'policies.returns.column.at',
      sort: 'at',
      render: (row) => format.day(row.at),
      csv: (row) => row.at,
    },
    {
      key: 'quantity',
      label: 'policies.returns.column.quantity',
      numeric: true,
      render: (row) => format.number(row.quantity),
      csv: (row) => row.quantity,
    },
    {
      key: 'outcome',
      label: 'policies.returns.column.outcome',
      render: (row) => (
        <Box component="details" sx={{ textAlign: 'left', '& summary': { cursor: 'pointer', minHeight: 24 } }}>
          <summary>{t(`values.ReturnOutcome.${row.outcome}`)}</summary>
          <Box component="ul" sx={{ m: 0, pl: 2.5, maxWidth: 420, whiteSpace: 'normal' }}>
            {said(row).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Box>
        </Box>
      ),
      csv: (row) => format.pair(t(`values.ReturnOutcome.${row.outcome}`), said(row).join(language === 'en' ? ' ' : '')),
    },
    {
      key: 'policy',
      label: 'policies.returns.column.policy',
      wideOnly: true,
      render: (row) => (row.policy ? policyNameIn(row.policy, language) : '–'),
      csv: (row) => row.policy && policyNameIn(row.policy, language),
    },
    {
      key: 'status',
      label: 'policies.returns.column.status',
      render: (row) =>
        row.status === 'OPEN' && mayClose ? <Waiting row={row} /> : t(`values.ReturnStatus.${row.status}`),
      csv: (row) => t(`values.ReturnStatus.${row.status}`),
    },
  ];
  return (
    <Page title={t('policies.returns.title')} intro={t('policies.returns.intro')}>
      <DataList<ReturnRow>
        resource="returns"
        label={t('policies.returns.title')}
        columns={columns}
        sort={{ field: 'at', order: 'DESC' }}
        search
        views={views}
        bulk={
          mayClose
            ? {
                mayPick: (row) => row.status === 'OPEN',
                actions: (ids, done) => <CloseReturns ids={ids} onDone={done} />,
              }
            : undefined
        }
        empty={
          <EmptyState
            title={t('policies.returns.empty.title')}
            picture={<ListPicture />}
            action={
              mayImport && (
                <Button variant="contained" component={RouterLink} to="/import">
                  {t('policies.returns.empty.action')}
                </Button>
              )
            }
          >
            {t('policies.returns.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** Says that it waits, and closes it after having said what that means. */
function Waiting({ row }: { row: ReturnRow }) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const mayImport = useMayWrite('importing');
  const [close, busy] = useWrite(ReturnCloseDocument);
  const reopen = useReopen();
  const run = async () => {
    const { payload } = await close({ id: row.id });
    if (payload) {
      const undone = t('policies.returns.reopened', { smart_count: 1 });
      notify(<UndoAction message={t('policies.returns.closed')} undo={() => reopen([row.id])} undone={undone} />, {
        type: 'success',
      });
    }
  };
  const goods = `${productWords(row.code, row.returnLine?.description)} × ${format.number(row.quantity)}`;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
      {t(`values.ReturnStatus.${row.status}`)}
      <Button size="small" disabled={busy} onClick={() => setAsking(true)} aria-haspopup="dialog">
        {t('policies.returns.close')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('policies.returns.closing.title')}
        action={t('policies.returns.closing.action')}
        onConfirm={run}
        onClose={() => setAsking(false)}
      >
        <Typography gutterBottom>{t('policies.returns.closing.text', { goods, day: format.day(row.at) })}</Typography>
        {row.outcome === 'NO_PURCHASE' && (
          <Typography color="textSecondary">
            {t(mayImport ? 'policies.returns.closing.instead' : 'policies.returns.closing.askInstead')}
          </Typography>
        )}
      </ConfirmDialog>
    </Box>
  );
}
