import { DomainError } from '@perennial/domain/shared/errors';

/** Optimistic lock: refuses a change that was made on an older state of the row with `VERSION_CONFLICT`. */
export function sameVersion(row: { version: number }, seen: number): void {
  if (row.version === seen) return;
  throw new DomainError('VERSION_CONFLICT', 'Somebody changed this meanwhile; reload it and try again.', {
    path: ['version'],
    params: { yours: seen, current: row.version },
  });
}
