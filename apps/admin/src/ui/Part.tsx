import { Alert, Box, Button, Skeleton } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { mayPass, type ApiError } from '../api/errors.ts';
import { useRefusalText } from '../api/useRefusalText.ts';
import { useWords } from '../i18n/useWords.ts';

interface Props<T> {
  of: UseQueryResult<T, ApiError>;
  /** Height kept free while it loads, so that nothing jumps. */
  height?: number;
  children: (data: T) => ReactNode;
}

/** A part of a page that reads something: its skeleton, its failure (to try again where that can help), or its content. */
export function Part<T>({ of, height = 120, children }: Props<T>) {
  const t = useWords();
  const said = useRefusalText();
  // what was answered before it was refused does not hold any more; a failure on the way changes nothing
  const refused = of.error !== null && !mayPass(of.error);
  if (of.data !== undefined && !refused) return <>{children(of.data)}</>;
  if (of.error) {
    return (
      <Alert
        severity="error"
        action={
          mayPass(of.error) && (
            <Button size="small" color="inherit" onClick={() => void of.refetch()}>
              {t('shell.retry')}
            </Button>
          )
        }
      >
        {said(of.error.problems[0] ?? of.error)}
      </Alert>
    );
  }
  return (
    <Box role="status" aria-label={t('shell.loading')}>
      <Skeleton variant="rounded" height={height} />
    </Box>
  );
}
