import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiError } from '../api/errors.ts';
import { useWords } from '../i18n/useWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Page } from './Page.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { Part } from './Part.tsx';

interface Props<T> {
  of: UseQueryResult<T, ApiError>;
  children: (data: T) => ReactNode;
}

/** A whole page that reads one thing: its skeleton, "nothing here" for what does not exist, its failure, or itself. */
export function PagePart<T>({ of, children }: Props<T>) {
  const t = useWords();
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.isPending) return <PageSkeleton />;
  if (of.error?.code === 'NOT_FOUND' || of.error?.code === 'BAD_ID') return <NotFound />;
  return (
    <Page title={t('shell.failed')}>
      <Part of={of}>{() => null}</Part>
    </Page>
  );
}
