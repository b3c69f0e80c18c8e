import type { ImportProgressQuery } from '../gql/graphql.ts';

type Progress = Pick<NonNullable<ImportProgressQuery['importProgress']>, 'phase' | 'fraction'>;

/** Reading is half of the whole; the server tells of its end only now and then. */
const READ = 0.4;

/**
 * Whether an import is at its last step: all that was read is put in place at once, so there is no share of it that is
 * done. An embedded database then answers nobody; `quiet` says that it does not, and what it said last is of before.
 */
export function isLastStep({ phase, fraction }: Progress, quiet: boolean): boolean {
  if (phase === null || phase === 'WAITING' || phase === 'DONE') return false;
  return phase !== 'READING' || (quiet && fraction >= READ);
}
