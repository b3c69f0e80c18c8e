import { EVERYTHING, type Applicability } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import { describe, expect, it } from 'vitest';
import type { Version } from '../version.ts';
import { compared, promisedInBase } from './promisedInBase.ts';

const returns = (id: string, days: number, to: Partial<Applicability> = {}): Term => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE', reviewFrom: 101 },
  appliesTo: { ...EVERYTHING, ...to },
});
const version = (number: number, status: string, effectiveFrom: string, effectiveTo: string | null, terms: Term[]) =>
  ({ number, status, effectiveFrom, effectiveTo, terms }) as unknown as Version;

describe('C45 what the base promises where a variant is written', () => {
  const old = version(1, 'PUBLISHED', '2011-01-01', '2011-06-01', [returns('returns', 14)]);
  const now = version(2, 'PUBLISHED', '2011-06-01', null, [
    returns('general', 30),
    returns('german', 45, { regions: ['Germany'] }),
  ]);
  const next = version(3, 'DRAFT', '2011-01-01', null, []);

  it('is read in the version that is in force, else in the newest', () => {
    expect(compared([next, now, old], '2011-12-10')).toBe(now);
    expect(compared([next, now, old], '2011-03-01')).toBe(old);
    expect(compared([next, old], '2012-01-01')).toBe(next);
    expect(compared([], '2012-01-01')).toBeUndefined();
  });

  it('is told of a term that names no region too: it speaks of the variant’s', () => {
    const written = returns('returns', 60);
    const there = (regions: string[]) => promisedInBase(now, [written], written, regions)?.id;
    expect([there(['Germany']), there(['Spain']), there(['Germany', 'Spain'])]).toEqual([
      'german',
      'general',
      'general',
    ]);
    expect(promisedInBase(now, [], { ...written, kind: 'warranty' }, ['Germany'])).toBeNull();
    const unreadable = { ...written, appliesTo: { ...EVERYTHING, minValue: 20, maxValue: 10 } };
    expect(promisedInBase(now, [written], unreadable, ['Germany'])).toBeNull();
  });
});
