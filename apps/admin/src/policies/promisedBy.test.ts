import { besideChanges, noneBeside } from '@perennial/domain/policies/besides';
import { LANGUAGES } from '@perennial/domain/shared/language';
import { describe, expect, it } from 'vitest';
import { promisedBy } from './promisedBy.ts';

const stored = { terms: [], phrases: {}, pointIds: ['counter', 'workshop'], calendarId: null };

describe('C1 C9 two stored versions side by side', () => {
  it('differ where only a service point is listed no more', () => {
    const before = promisedBy(stored);
    const { pointsGone, pointsAdded } = besideChanges(
      before,
      promisedBy({ ...stored, pointIds: ['workshop'] }),
      LANGUAGES,
    );
    expect([pointsGone, pointsAdded]).toEqual([['ServicePoint_counter'], []]);
  });

  it('are the same whichever way ids of points are written', () => {
    const written = promisedBy({ ...stored, pointIds: ['ServicePoint_workshop', 'ServicePoint_counter'] });
    expect(noneBeside(besideChanges(promisedBy(stored), written, LANGUAGES))).toBe(true);
  });
});
