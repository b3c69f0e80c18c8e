import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useLogoutIfAccessDenied, useNotify } from 'react-admin';
import {
  ApiError,
  fieldErrors,
  isOvertaken,
  refuse,
  sentenceKey,
  type ApiProblem,
  type FieldErrors,
} from './errors.ts';
import { send, type Document } from './send.ts';
import { useRefusalArgs } from './useRefusalText.ts';

type Payload = { userErrors?: readonly ApiProblem[] | null } & Record<string, unknown>;

/** What a write came to: its payload, or the problems in the shape a form puts beside its fields. */
export type Written<P> = { payload: P; errors?: undefined } | { payload?: undefined; errors: FieldErrors };

interface Options {
  /** false: the caller shows the problems itself (a form beside its fields). Otherwise a notification says them. */
  say?: boolean;
  /** Hears the refusal as well, for those that carry more than a sentence. */
  onRefusal?: (error: ApiError) => void;
}

/**
 * Sends a mutation whose input it is given, and reads everything anew when it is done, or was refused because somebody
 * else was faster: after a write no figure on the page may be stale. Every call carries its own idempotency key, so a retry by the network changes nothing twice.
 */
export function useWrite<Result extends object, Input extends object>(
  document: Document<Result, { input: Input }>,
  { say = true, onRefusal }: Options = {},
): [(input: Input) => Promise<Written<NonNullable<Result[keyof Result]>>>, boolean] {
  const queries = useQueryClient();
  const notify = useNotify();
  const args = useRefusalArgs();
  const logoutIfDenied = useLogoutIfAccessDenied();
  const [busy, setBusy] = useState(false);
  const write = useCallback(
    async (input: Input): Promise<Written<NonNullable<Result[keyof Result]>>> => {
      setBusy(true);
      try {
        const result = await send(document, { input: { idempotencyKey: crypto.randomUUID(), ...input } });
        const payload = Object.values(result)[0] as Payload;
        refuse(payload.userErrors);
        await queries.invalidateQueries();
        return { payload: payload as NonNullable<Result[keyof Result]> };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (await logoutIfDenied(error)) return { errors: {} };
        // what somebody else saved is shown, so that it can be looked through and the same be tried again
        if (isOvertaken(error)) void queries.invalidateQueries();
        onRefusal?.(error);
        const problem = error.problems[0];
        if (say && problem) notify(sentenceKey(problem), { type: 'error', messageArgs: args(problem) });
        return { errors: fieldErrors(error.problems, args) };
      } finally {
        setBusy(false);
      }
    },
    [document, queries, notify, logoutIfDenied, args, say, onRefusal],
  );
  return [write, busy];
}
