import { Alert } from '@mui/material';
import { importCounts } from '@perennial/domain/importing/counts';
import type { ReactNode } from 'react';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { Facts } from '../ui/Facts.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Batch } from './batch.ts';

/** What an import was that is undone: nothing of it is left but who brought what, and when. */
export function Undone({ batch }: { batch: Batch }) {
  const t = useWords();
  const format = useFormat();
  const counts = importCounts.safeParse(batch.counts).data;
  const rows: [string, ReactNode][] = [
    [t('importing.column.file'), batch.fileName],
    [t('importing.column.started'), format.time(batch.createdAt)],
    ...(batch.startedBy ? [[t('importing.column.by'), batch.startedBy] as [string, ReactNode]] : []),
    ...(counts
      ? (['lines', 'added', 'customers', 'products', 'invoices'] as const).map((name): [string, ReactNode] => [
          t(name === 'lines' ? 'importing.column.lines' : `importing.report.${name}`),
          format.number(counts[name]),
        ])
      : []),
  ];
  return (
    <>
      <Alert severity="info">{t('importing.undone')}</Alert>
      <Panel title={t('importing.report.was')}>
        <Facts rows={rows} />
      </Panel>
    </>
  );
}
