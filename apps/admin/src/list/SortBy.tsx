import UpIcon from '@mui/icons-material/ArrowUpward';
import DownIcon from '@mui/icons-material/ArrowDownward';
import { Box, IconButton, TextField } from '@mui/material';
import type { ListControllerResult, RaRecord } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from './column.ts';

/** How a list is sorted where it has no headings to press: as cards on a phone. */
export function SortBy<Row extends RaRecord>({
  list,
  columns,
}: {
  list: ListControllerResult<Row>;
  columns: readonly Column<Row>[];
}) {
  const t = useWords();
  const sortable = columns.filter((column) => column.sort !== undefined);
  if (sortable.length === 0) return null;
  const { field, order } = list.sort;
  const up = order === 'ASC';
  const Arrow = up ? UpIcon : DownIcon;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1.5 }}>
      <TextField
        select
        label={t('shell.list.sortBy')}
        value={sortable.some((column) => column.sort === field) ? field : ''}
        onChange={({ target }) => {
          const chosen = sortable.find((column) => column.sort === target.value);
          if (chosen?.sort) list.setSort({ field: chosen.sort, order: chosen.numeric ? 'DESC' : 'ASC' });
        }}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        sx={{ flex: 1 }}
      >
        {!sortable.some((column) => column.sort === field) && <option value="">–</option>}
        {sortable.map((column) => (
          <option key={column.key} value={column.sort}>
            {t(column.label)}
          </option>
        ))}
      </TextField>
      <IconButton
        onClick={() => list.setSort({ field, order: up ? 'DESC' : 'ASC' })}
        aria-label={t(up ? 'shell.list.sortedUp' : 'shell.list.sortedDown')}
      >
        <Arrow />
      </IconButton>
    </Box>
  );
}
