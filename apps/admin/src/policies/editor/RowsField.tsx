import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import {
  Box,
  Button,
  FormHelperText,
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import type { Cell, FormField } from '@perennial/domain/policies/kinds/form';
import { isRecord } from '@perennial/domain/policies/kinds/form';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Language } from '../../i18n/languages.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords, type Translate } from '../../i18n/useWords.ts';
import { useUndoableHere } from '../../ui/useUndoable.tsx';
import { CellControl } from './CellControl.tsx';
import type { Problems } from './problems.ts';
import { useProblemText } from './useProblemText.ts';

type Row = Readonly<Record<string, unknown>>;

interface Props {
  field: FormField & { type: 'rows' };
  value: unknown;
  problems: Problems | undefined;
  path: string;
  onChange: (rows: readonly Row[]) => void;
}

/** Pixels a column needs. */
const ROOM = { int: 110, money: 170, bool: 90, choice: 130, choices: 200, words: 220, text: 150 } as const;
const ROOM_TO_REMOVE = 60;

/** The width of an element, as it changes: a table stands in a narrow column as well as on a wide page. */
function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    setWidth(element.clientWidth);
    // out of sight it keeps the width it had
    const observer = new ResizeObserver(() => setWidth((was) => element.clientWidth || was));
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}

const labelled = (cell: Cell, language: Language, t: Translate): string =>
  cell.type === 'int'
    ? t('policyEditor.unit', { label: cell.label[language], unit: cell.unit[language] })
    : cell.label[language];

/** A table to be filled in; Enter goes one row down and makes a new one at the end. A list of cards where it is narrow. */
export function RowsField({ field, value, problems, path, onChange }: Props) {
  const t = useWords();
  const undoable = useUndoableHere();
  const language = useLanguage();
  const id = useId();
  const here = useRef<HTMLElement>(null);
  const width = useWidth(here);
  const rows = (Array.isArray(value) ? value : []).filter(isRecord);
  const cells = Object.entries(field.cells);
  const wide = width >= cells.reduce((sum, [, cell]) => sum + ROOM[cell.type], ROOM_TO_REMOVE);
  const full = rows.length >= field.max;
  const focus = (row: number, column: number) =>
    // after the row has been drawn
    setTimeout(() =>
      here.current
        ?.querySelector<HTMLElement>(
          `[data-row="${row}"][data-column="${column}"] :is(input, select):not([type=hidden])`,
        )
        ?.focus(),
    );
  const add = () => {
    if (full) return;
    onChange([...rows, Object.fromEntries(cells.map(([name, cell]) => [name, cell.default]))]);
    focus(rows.length, 0);
  };
  const now = useRef({ rows, onChange });
  now.current = { rows, onChange };
  const remove = (at: number) => {
    onChange(rows.filter((_row, index) => index !== at));
    undoable(t('policyEditor.rows.removed', { row: at + 1, label: field.label[language] }), () => {
      now.current.onChange(now.current.rows.toSpliced(at, 0, ...rows.slice(at, at + 1)));
      focus(at, 0);
    });
    focus(Math.max(0, at - 1), 0);
  };
  const press = (event: KeyboardEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    // a list of words takes Enter for itself
    if (event.key !== 'Enter' || !cell || event.defaultPrevented || cell.dataset.enter === 'own') return;
    event.preventDefault();
    const row = Number(cell.dataset.row);
    if (row + 1 < rows.length) focus(row + 1, Number(cell.dataset.column));
    else add();
  };
  const control = (row: number, column: number, name: string, cell: Cell) => (
    <RowCell
      cell={cell}
      label={t('policyEditor.rows.cell', { label: cell.label[language], row: row + 1 })}
      value={rows[row]?.[name]}
      problem={problems?.get(`${path}.${row}.${name}`)}
      onChange={(changed) => onChange(rows.map((each, index) => (index === row ? { ...each, [name]: changed } : each)))}
      key={`${row} ${column}`}
    />
  );
  const place = (row: number, column: number, cell: Cell) => ({
    'data-row': row,
    'data-column': column,
    ...(cell.type === 'words' ? { 'data-enter': 'own' } : {}),
  });
  const drop = (row: number) => (
    <IconButton
      size="small"
      aria-label={t('policyEditor.rows.remove', { row: row + 1 })}
      onClick={() => remove(row)}
      disabled={rows.length <= field.min}
    >
      <DeleteIcon fontSize="small" />
    </IconButton>
  );
  return (
    <Box
      ref={here}
      component="fieldset"
      sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}
      aria-labelledby={id}
      onKeyDown={press}
    >
      <Box id={id} sx={{ fontWeight: 600, mb: 0.5 }}>
        {field.label[language]}
      </Box>
      {rows.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('policyEditor.rows.none')}</Box>}
      {rows.length > 0 && wide && (
        <Box sx={{ overflowX: 'auto' }} tabIndex={-1}>
          <Table size="small" sx={{ '& td, & th': { px: 0.75, py: 0.5, verticalAlign: 'top' } }}>
            <TableHead>
              <TableRow>
                {cells.map(([name, cell]) => (
                  <TableCell key={name} component="th" scope="col" sx={{ whiteSpace: 'normal', minWidth: 88 }}>
                    {labelled(cell, language, t)}
                  </TableCell>
                ))}
                <TableCell component="th" scope="col">
                  {t('policyEditor.rows.actions')}
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((_row, row) => (
                // rows have no identity of their own; their place is it
                <TableRow key={row}>
                  {cells.map(([name, cell], column) => (
                    <TableCell key={name} {...place(row, column, cell)}>
                      {control(row, column, name, cell)}
                    </TableCell>
                  ))}
                  <TableCell>{drop(row)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {rows.length > 0 && !wide && (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {rows.map((_row, row) => (
            <Box component="li" key={row} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1 }}>
              <Box sx={{ display: 'flex', alignItems: 'center' }}>
                <Box sx={{ flex: 1, color: 'text.secondary' }}>{t('policyEditor.rows.row', { row: row + 1 })}</Box>
                {drop(row)}
              </Box>
              <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))' }}>
                {cells.map(([name, cell], column) => (
                  <Box key={name} {...place(row, column, cell)} sx={{ minWidth: 0 }}>
                    <Box aria-hidden sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
                      {labelled(cell, language, t)}
                    </Box>
                    {control(row, column, name, cell)}
                  </Box>
                ))}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      <Button size="small" startIcon={<AddIcon />} onClick={add} disabled={full} sx={{ mt: 0.5 }}>
        {t('policyEditor.rows.add')}
      </Button>
    </Box>
  );
}

interface RowCellProps {
  cell: Cell;
  label: string;
  value: unknown;
  problem: Parameters<ReturnType<typeof useProblemText>>[0] | undefined;
  onChange: (value: unknown) => void;
}

function RowCell({ cell, label, value, problem, onChange }: RowCellProps) {
  const text = useProblemText();
  const id = useId();
  return (
    <>
      <CellControl
        cell={cell}
        label={label}
        value={value}
        wrong={problem !== undefined}
        describedBy={problem ? id : undefined}
        onChange={onChange}
      />
      {problem && (
        <FormHelperText error id={id} sx={{ mx: 0 }}>
          {text(problem, cell)}
        </FormHelperText>
      )}
    </>
  );
}
