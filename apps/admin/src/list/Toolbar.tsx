import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import SearchIcon from '@mui/icons-material/Search';
import { Box, Button, IconButton, InputAdornment, TextField, Tooltip } from '@mui/material';
import { useEffect, useState } from 'react';
import type { ListControllerResult, RaRecord } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';
import type { Column, FilterField, View } from './column.ts';
import { useExport } from './useExport.ts';

interface Props<Row extends RaRecord> {
  list: ListControllerResult<Row>;
  columns: readonly Column<Row>[];
  search: boolean;
  filters: readonly FilterField[];
  views: readonly View[];
}

/** Search, filters and export of a list. */
export function Toolbar<Row extends RaRecord>({ list, columns, search, filters, views }: Props<Row>) {
  const t = useWords();
  const [run, busy] = useExport(list, columns);
  const values = (list.filterValues ?? {}) as Record<string, unknown>;
  const set = (key: string, value: string) => {
    const { [key]: _former, ...rest } = values;
    list.setFilters(value === '' ? rest : { ...rest, [key]: value });
  };
  // A ready-made view is not something one clears; its tab says where one is.
  const narrowed =
    Object.keys(values).length > 0 && !views.some((view) => JSON.stringify(view.filter) === JSON.stringify(values));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1.5 }}>
      {search && <Search value={typeof values.q === 'string' ? values.q : ''} onChange={(text) => set('q', text)} />}
      {filters.map((filter) => (
        <TextField
          key={filter.key}
          label={t(filter.label)}
          value={values[filter.key] ?? ''}
          onChange={(event) => set(filter.key, event.target.value)}
          {...(filter.choices
            ? { select: true, slotProps: { select: { native: true }, inputLabel: { shrink: true } } }
            : {})}
          sx={{ minWidth: 140, flex: { xs: '1 1 140px', sm: '0 0 auto' } }}
        >
          {filter.choices && [
            <option key="" value="">
              {t('shell.list.all')}
            </option>,
            ...choicesWith(filter.choices, values[filter.key]).map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            )),
          ]}
        </TextField>
      ))}
      {narrowed && (
        <Button color="secondary" onClick={() => list.setFilters({})}>
          {t('shell.list.clear')}
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <Tooltip title={t('shell.list.export')}>
        <span>
          <IconButton disabled={busy || !list.total} onClick={() => void run()} aria-label={t('shell.list.export')}>
            <DownloadIcon />
          </IconButton>
        </span>
      </Tooltip>
    </Box>
  );
}

/** A view kept from earlier may hold what is no longer among the choices; it is shown all the same. */
function choicesWith(choices: NonNullable<FilterField['choices']>, chosen: unknown): typeof choices {
  if (typeof chosen !== 'string' || !chosen || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, label: chosen }];
}

/** Waits for a pause in the typing before it asks the server. */
function Search({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useWords();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), 250);
    return () => clearTimeout(timer);
  });
  return (
    <TextField
      type="search"
      label={t('shell.list.search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      data-shortcut="search"
      slotProps={{
        htmlInput: { 'aria-keyshortcuts': '/' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" aria-hidden />
            </InputAdornment>
          ),
        },
      }}
      sx={{ flex: { xs: '1 1 100%', sm: '0 1 260px' } }}
    />
  );
}
