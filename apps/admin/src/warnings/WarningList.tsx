import RefreshIcon from '@mui/icons-material/AutorenewOutlined';
import { Box, Button } from '@mui/material';
import { sayReason } from '@perennial/domain/retention/words';
import { useNotify } from 'react-admin';
import { Link } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { LookingBack } from '../business/LookingBack.tsx';
import { customerName } from '../customers/customerName.ts';
import { OtherCurrencies } from '../customers/OtherCurrencies.tsx';
import { minorUnits } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';
import { HealthRecomputeDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column, View } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { reasonsOf } from '../retention/reasons.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { TimelinePicture } from '../ui/pictures.tsx';
import type { WarningRow } from './row.ts';
import { WarningCard } from './WarningCard.tsx';

const views: View[] = [
  { key: 'open', label: 'warnings.views.open', filter: { status: 'OPEN' } },
  { key: 'planned', label: 'warnings.views.planned', filter: { status: 'PLANNED' } },
  { key: 'dismissed', label: 'warnings.views.dismissed', filter: { status: 'DISMISSED' } },
  { key: 'closed', label: 'warnings.views.closed', filter: { status: 'CLOSED' } },
];

/** Who is cooling, why, what helps (流失預警, C55): most value at risk first. */
export default function WarningList() {
  const t = useWords();
  const notify = useNotify();
  const format = useFormat();
  const mayWrite = useMayWrite('warnings');
  const { asOf } = useBusiness();
  const [recompute, busy] = useWrite(HealthRecomputeDocument);
  return (
    <Page
      title={t('warnings.title')}
      intro={t('warnings.intro')}
      actions={
        mayWrite && (
          <Button
            variant="outlined"
            color="secondary"
            startIcon={<RefreshIcon />}
            disabled={busy}
            onClick={async () => {
              const { payload } = await recompute({});
              if (payload) notify('warnings.recomputed', { type: 'info', messageArgs: { date: format.date(asOf) } });
            }}
          >
            {t('warnings.recompute')}
          </Button>
        )
      }
    >
      <LookingBack of="warnings" />
      <OtherCurrencies of="warnings" />
      <DataList<WarningRow>
        resource="warnings"
        label={t('warnings.title')}
        columns={useColumns()}
        sort={{ field: 'valueAtRisk', order: 'DESC' }}
        begin={{ status: 'OPEN' }}
        views={views}
        filters={[
          {
            key: 'severity',
            label: 'warnings.filter.severity',
            choices: (['HIGH', 'MEDIUM', 'LOW'] as const).map((value) => ({
              value,
              label: t(`values.WarningSeverity.${value}`),
            })),
          },
        ]}
        draw={(rows) => (
          <Box
            component="ul"
            aria-label={t('warnings.title')}
            sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}
          >
            {rows.map((row) => (
              <WarningCard key={row.id} warning={row} />
            ))}
          </Box>
        )}
        empty={
          <EmptyState
            title={t('warnings.empty.title')}
            picture={<TimelinePicture />}
            action={
              <Button variant="contained" component={Link} to="/customers">
                {t('warnings.empty.action')}
              </Button>
            }
          >
            {t('warnings.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** What an export of the queue holds. */
function useColumns(): Column<WarningRow>[] {
  const t = useWords();
  const language = useLanguage();
  const text = (
    key: string,
    label: Column<WarningRow>['label'],
    csv: Column<WarningRow>['csv'],
  ): Column<WarningRow> => ({
    key,
    label,
    csv,
    render: csv,
  });
  return [
    text('customer', 'warnings.column.customer', (row) => (row.customer ? customerName(row.customer, t) : '')),
    text('severity', 'warnings.column.severity', (row) => t(`values.WarningSeverity.${row.severity}`)),
    text('health', 'warnings.column.health', (row) => row.score),
    {
      ...text(
        'atRisk',
        'warnings.column.atRisk',
        (row) => row.valueAtRisk.amount / minorUnits(row.valueAtRisk.currency),
      ),
      currency: (row) => row.valueAtRisk.currency,
    },
    text('due', 'warnings.column.due', (row) => row.dueOn),
    text('status', 'warnings.column.status', (row) => t(`values.WarningStatus.${row.status}`)),
    text('reasons', 'warnings.column.reasons', (row) =>
      reasonsOf(row.reasons)
        .map((reason) => sayReason(reason, language))
        .join(' '),
    ),
  ];
}
