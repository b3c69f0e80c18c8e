import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import type { ApiError } from './errors.ts';
import { send, type Document } from './send.ts';

interface Options {
  /** false: wait until what is asked for is known. */
  enabled?: boolean;
  /** Asks again every so many milliseconds, for what changes by itself. */
  every?: number | false;
  /** Keeps showing the former answer while the variables change, so that nothing jumps. */
  keep?: boolean;
}

/** Reads one document; the answer is kept under the document and its variables. An ended session leads to sign-in. */
export function useRead<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  { enabled = true, every = false, keep = false }: Options = {},
): UseQueryResult<Result, ApiError> {
  const logoutIfDenied = useLogoutIfAccessDenied();
  const result = useQuery<Result, ApiError>({
    queryKey: ['read', document.toString(), variables],
    queryFn: ({ signal }) => send(document, variables, signal),
    enabled,
    refetchInterval: every,
    ...(keep ? { placeholderData: (former: Result | undefined) => former } : {}),
  } as Parameters<typeof useQuery<Result, ApiError>>[0]);
  const { error } = result;
  useEffect(() => {
    if (error) void logoutIfDenied(error);
  }, [error, logoutIfDenied]);
  return result;
}
