import { useState } from 'react';
import { useDataProvider, useNotify, type ListControllerResult, type RaRecord } from 'react-admin';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from './column.ts';
import { csvOf, fieldsOf, saveFile } from './csv.ts';
import { everyRow } from './everyRow.ts';

/** Exports every row the list would show (its filters, its order, its columns), page after page. */
export function useExport<Row extends RaRecord>(
  list: ListControllerResult<Row>,
  columns: readonly Column<Row>[],
): [() => Promise<void>, boolean] {
  const t = useWords();
  const notify = useNotify();
  const dataProvider = useDataProvider();
  const { asOf } = useBusiness();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const rows = await everyRow(dataProvider, list);
      const name = `${list.resource}-${asOf}.csv`;
      const fields = fieldsOf(
        columns,
        (column) => t(column.label),
        (of) => t('shell.list.currencyOf', { of }),
      );
      saveFile(name, csvOf(rows, fields));
      // a file that holds a part must not pass for the whole
      const cut = (list.total ?? 0) > rows.length;
      notify(cut ? 'shell.list.exportedPart' : 'shell.list.exported', {
        type: cut ? 'warning' : 'success',
        messageArgs: { name, smart_count: rows.length, total: list.total ?? rows.length },
      });
    } catch {
      notify('shell.failed', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return [run, busy];
}
