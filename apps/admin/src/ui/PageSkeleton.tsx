import { Box, Skeleton } from '@mui/material';
import { useWords } from '../i18n/useWords.ts';

/** Stands where a page will be while its code or its figures come. */
export function PageSkeleton() {
  const t = useWords();
  return (
    <Box role="status" aria-label={t('shell.loading')}>
      <Skeleton variant="text" width={220} height={40} />
      <Skeleton variant="rounded" height={120} sx={{ mt: 2 }} />
      <Skeleton variant="rounded" height={320} sx={{ mt: 2 }} />
    </Box>
  );
}
