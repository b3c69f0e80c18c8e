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
  if (of.data !== undefined) return <>{children(of.data)}</>;
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
