import { Box, Paper, Skeleton } from '@mui/material';
import { useWords } from '../i18n/useWords.ts';

/** A list that is on its way. */
export function ListSkeleton({ columns }: { columns: number }) {
  const t = useWords();
  return (
    <Paper role="status" aria-label={t('shell.loading')} sx={{ p: 2, mt: 7 }}>
      {Array.from({ length: 10 }, (_, row) => (
        <Box key={row} sx={{ display: 'flex', gap: 3, py: 0.75 }}>
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton key={column} sx={{ flex: column === 0 ? 2 : 1 }} />
          ))}
        </Box>
      ))}
    </Paper>
  );
}
