import NextIcon from '@mui/icons-material/ChevronRight';
import PreviousIcon from '@mui/icons-material/ChevronLeft';
import { Box, IconButton, Typography } from '@mui/material';
import type { ListControllerResult, RaRecord } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';

/** How many there are, and the way to the next page. */
export function Pages<Row extends RaRecord>({ list }: { list: ListControllerResult<Row> }) {
  const t = useWords();
  const total = list.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / list.perPage));
  return (
    <Box
      component="nav"
      aria-label={t('shell.list.pagination')}
      sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 1, minHeight: 40, color: 'text.secondary' }}
    >
      <Typography component="span" variant="body2" role="status" sx={{ flex: 1 }}>
        {t('shell.list.total', { smart_count: total })}
      </Typography>
      {pages > 1 && (
        <>
          <Typography component="span" variant="body2">
            {t('shell.list.page', { page: list.page, pages })}
          </Typography>
          <IconButton
            size="small"
            disabled={list.page <= 1}
            onClick={() => list.setPage(list.page - 1)}
            aria-label={t('shell.list.previous')}
          >
            <PreviousIcon />
          </IconButton>
          <IconButton
            size="small"
            disabled={list.page >= pages}
            onClick={() => list.setPage(list.page + 1)}
            aria-label={t('shell.list.next')}
          >
            <NextIcon />
          </IconButton>
        </>
      )}
    </Box>
  );
}
