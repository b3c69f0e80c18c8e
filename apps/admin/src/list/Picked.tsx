import { Button, Paper, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useDataProvider, useNotify, type ListControllerResult, type RaRecord } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';
import type { Bulk } from './column.ts';
import { everyRow } from './everyRow.ts';

/** What can be done with the rows that were picked, on this page or on every one. */
export function Picked<Row extends RaRecord>({ list, bulk }: { list: ListControllerResult<Row>; bulk: Bulk<Row> }) {
  const t = useWords();
  const notify = useNotify();
  const dataProvider = useDataProvider();
  const [busy, setBusy] = useState(false);
  const { selectedIds, onSelect, onUnselectItems } = list;
  const shown = JSON.stringify(list.filterValues ?? {});
  const before = useRef(shown);
  // what is no longer in the list one looks at must not be changed along with it
  useEffect(() => {
    if (before.current !== shown) onUnselectItems();
    before.current = shown;
  }, [shown, onUnselectItems]);
  const everything = async () => {
    setBusy(true);
    try {
      onSelect((await everyRow(dataProvider, list)).filter(bulk.mayPick).map(({ id }) => id));
    } catch {
      notify('shell.failed', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  if (selectedIds.length === 0) return null;
  return (
    <Paper sx={{ p: 1, mb: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Typography role="status" sx={{ mx: 1 }}>
        {t('shell.list.picked', { smart_count: selectedIds.length })}
      </Typography>
      {bulk.actions(selectedIds as string[], onUnselectItems)}
      {selectedIds.length < (list.total ?? 0) && (
        <Button color="secondary" disabled={busy} onClick={() => void everything()}>
          {t('shell.list.pickAll')}
        </Button>
      )}
      <Button color="secondary" onClick={() => onUnselectItems()}>
        {t('shell.list.pickNone')}
      </Button>
    </Paper>
  );
}
