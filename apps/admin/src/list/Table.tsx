import UpIcon from '@mui/icons-material/ArrowUpward';
import DownIcon from '@mui/icons-material/ArrowDownward';
import {
  Box,
  ButtonBase,
  Checkbox,
  Link,
  Paper,
  Table as MuiTable,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material';
import type { ListControllerResult, RaRecord } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { useWords } from '../i18n/useWords.ts';
import type { Bulk, Column } from './column.ts';

interface Props<Row extends RaRecord> {
  list: ListControllerResult<Row>;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  label: string;
  to: ((row: Row) => string) | undefined;
  bulk?: Bulk<Row> | undefined;
}

/** The table of a list. The first cell of a row is its heading and carries the link. */
export function Table<Row extends RaRecord>({ list, rows, columns, label, to, bulk }: Props<Row>) {
  const t = useWords();
  const pickable = bulk ? rows.filter(bulk.mayPick).map(({ id }) => id) : [];
  const picked = new Set(list.selectedIds);
  const all = pickable.length > 0 && pickable.every((id) => picked.has(id));
  return (
    <TableContainer component={Paper} aria-busy={list.isFetching}>
      <MuiTable size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {bulk && (
              <TableCell padding="checkbox">
                <Checkbox
                  size="small"
                  disabled={pickable.length === 0}
                  checked={all}
                  indeterminate={!all && pickable.some((id) => picked.has(id))}
                  onChange={() =>
                    list.onSelect(
                      all
                        ? list.selectedIds.filter((id) => !pickable.includes(id))
                        : [...new Set([...list.selectedIds, ...pickable])],
                    )
                  }
                  slotProps={{ input: { 'aria-label': t('shell.list.pickPage') } }}
                />
              </TableCell>
            )}
            {columns.map((column) => (
              <Heading key={column.key} column={column} list={list} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id} hover sx={{ '&:last-child > *': { borderBottom: 0 } }}>
              {bulk && (
                <TableCell padding="checkbox">
                  {bulk.mayPick(row) && (
                    <Checkbox
                      size="small"
                      checked={picked.has(row.id)}
                      onChange={() => list.onToggleItem(row.id)}
                      slotProps={{ input: { 'aria-label': t('shell.list.pickRow') } }}
                    />
                  )}
                </TableCell>
              )}
              {columns.map((column, index) => (
                <TableCell
                  key={column.key}
                  align={column.numeric ? 'right' : 'left'}
                  {...(index === 0 ? { component: 'th', scope: 'row' } : {})}
                  sx={{
                    fontWeight: index === 0 ? 600 : 400,
                    ...(column.wideOnly ? { display: { sm: 'none', lg: 'table-cell' } } : {}),
                  }}
                >
                  {index === 0 && to ? (
                    <Link component={RouterLink} to={to(row)} color="textPrimary">
                      {column.render(row)}
                    </Link>
                  ) : (
                    column.render(row)
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </MuiTable>
    </TableContainer>
  );
}

function Heading<Row extends RaRecord>({ column, list }: { column: Column<Row>; list: ListControllerResult<Row> }) {
  const t = useWords();
  const sorted = column.sort !== undefined && list.sort.field === column.sort;
  const Arrow = list.sort.order === 'ASC' ? UpIcon : DownIcon;
  return (
    <TableCell
      align={column.numeric ? 'right' : 'left'}
      {...(sorted ? { 'aria-sort': list.sort.order === 'ASC' ? 'ascending' : 'descending' } : {})}
      sx={column.wideOnly ? { display: { sm: 'none', lg: 'table-cell' } } : {}}
    >
      {column.sort ? (
        <ButtonBase
          onClick={() =>
            list.setSort({
              field: column.sort ?? '',
              order: sorted ? (list.sort.order === 'ASC' ? 'DESC' : 'ASC') : column.numeric ? 'DESC' : 'ASC',
            })
          }
          sx={{ font: 'inherit', gap: 0.5, minHeight: 24, flexDirection: column.numeric ? 'row-reverse' : 'row' }}
        >
          {t(column.label)}
          <Box component="span" sx={{ width: 16, height: 16, display: 'inline-flex' }}>
            {sorted && <Arrow sx={{ fontSize: 16 }} aria-hidden />}
          </Box>
        </ButtonBase>
      ) : (
        t(column.label)
      )}
    </TableCell>
  );
}
