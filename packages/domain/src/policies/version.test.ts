import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, covers } from '../shared/period.ts';
import {
  checkNoGap,
  checkPeriod,
  firstDayFor,
  placeVersion,
  periodOf,
  earliestRetirement,
  retirementDay,
  standingOn,
  type Dated,
} from './version.ts';

const version = (number: number, from: string, to: string | null, status: Dated['status'] = 'PUBLISHED'): Dated => ({
  id: `v${number}`,
  number,
  status,
  effectiveFrom: from,
  effectiveTo: to,
});
const draft = (from: string, to: string | null = null) => version(9, from, to, 'DRAFT');

describe('publishing a version from a day (C1)', () => {
  it('closes the open one before it on that day', () => {
    expect(placeVersion(draft('2011-06-01'), [version(1, '2010-12-01', null)])).toEqual({
      id: 'v1',
      number: 1,
      effectiveTo: '2011-06-01',
    });
  });

  it('closes nothing where nothing is in force', () => {
    expect(placeVersion(draft('2011-06-01'), [version(1, '2010-12-01', '2011-06-01', 'RETIRED')])).toBeNull();
    expect(placeVersion(draft('2011-06-01'), [version(1, '2010-12-01', null, 'DRAFT')])).toBeNull();
    expect(placeVersion(draft('2011-06-01'), [version(1, '2011-07-01', '2011-07-01', 'RETIRED')])).toBeNull();
  });

  it.each([
    ['it begins with another one', draft('2011-01-01'), version(1, '2011-01-01', null), 'retire version 1 first'],
    ['it runs into a later one', draft('2011-01-01'), version(1, '2011-03-01', null), 'End the draft on 2011-03-01'],
    [
      'it lies inside another one',
      draft('2011-02-01', '2011-03-01'),
      version(1, '2011-01-01', '2011-06-01'),
      'Begin on 2011-06-01',
    ],
    [
      'a retired one covers its days',
      draft('2011-02-01'),
      version(1, '2011-01-01', '2011-06-01', 'RETIRED'),
      'Begin on 2011-06-01',
    ],
  ])('refuses when %s, naming both and the remedy', (_why, mine, other, remedy) => {
    expect(() => placeVersion(mine, [other])).toThrow(
      expect.objectContaining({
        code: 'OVERLAPPING_VERSION',
        path: ['effectiveFrom'],
        message: expect.stringContaining(remedy),
        params: expect.objectContaining({ number: 9, otherNumber: 1, otherFrom: other.effectiveFrom }),
      }),
    );
  });

  it('refuses a period that ends before it begins, and days that do not exist', () => {
    expect(() => placeVersion(draft('2011-02-01', '2011-02-01'), [])).toThrow(
      expect.objectContaining({ code: 'PERIOD_BACKWARDS' }),
    );
    expect(() => placeVersion(draft('2011-02-30'), [])).toThrow(expect.objectContaining({ code: 'BAD_DATE' }));
  });

  it.each<[string, () => unknown, object, object]>([
    [
      'a last day before the first',
      () => checkPeriod({ from: '2011-02-01', to: '2011-01-01' }),
      { code: 'PERIOD_BACKWARDS', path: ['effectiveTo'] },
      { from: '2011-02-01', to: '2011-01-01' },
    ],
    [
      'a version that was promised',
      () => placeVersion(version(1, '2011-01-01', null), []),
      { code: 'VERSION_NOT_DRAFT', path: ['id'] },
      { number: 1, status: 'PUBLISHED' },
    ],
    [
      'the end of what was never promised',
      () => retirementDay(version(2, '2011-01-01', null, 'DRAFT'), '2012-01-01', '2011-12-10'),
      { code: 'VERSION_NOT_PUBLISHED', path: ['id'] },
      { number: 2, status: 'DRAFT' },
    ],
    [
      'an end in the past',
      () => retirementDay(version(1, '2010-12-01', null), '2011-12-09', '2011-12-10'),
      { code: 'RETIRED_IN_THE_PAST', path: ['on'] },
      { number: 1, on: '2011-12-09', earliest: '2011-12-11' },
    ],
    [
      'an end before a beginning that lies ahead',
      () => retirementDay(version(2, '2012-01-01', null), '2011-12-31', '2011-12-10'),
      { code: 'RETIRED_IN_THE_PAST', path: ['on'] },
      { number: 2, on: '2011-12-31', earliest: '2012-01-01' },
    ],
  ])('a refusal names the field and what it was about: %s', (_what, work, refusal, params) => {
    let error: unknown;
    try {
      work();
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject(refusal);
    expect((error as { params: object }).params).toEqual(params);
  });

  it('days that do not exist are refused wherever they stand', () => {
    const bad = expect.objectContaining({ code: 'BAD_DATE' });
    expect(() => checkPeriod({ from: '2011-02-30', to: null })).toThrow(bad);
    expect(() => checkPeriod({ from: '2011-01-01', to: '2011-02-30' })).toThrow(bad);
    expect(() => retirementDay(version(1, '2010-12-01', null), '2012-02-30', '2011-12-10')).toThrow(bad);
  });

  it('says both periods in words, and which way out there is', () => {
    const message = (mine: Dated, other: Dated) => {
      try {
        placeVersion(mine, [other]);
      } catch (error) {
        return (error as Error).message;
      }
      return null;
    };
    expect(message(draft('2011-01-01'), version(1, '2011-03-01', null))).toBe(
      'Version 9 (2011-01-01 to open) overlaps version 1 (2011-03-01 to open). End the draft on 2011-03-01, or retire version 1 first.',
    );
    expect(message(draft('2011-03-01', '2011-05-01'), version(1, '2011-03-01', '2011-06-01'))).toBe(
      'Version 9 (2011-03-01 to 2011-05-01) overlaps version 1 (2011-03-01 to 2011-06-01). Begin on 2011-06-01 or later.',
    );
    expect(message(draft('2011-03-01'), version(1, '2011-03-01', null))).toBe(
      'Version 9 (2011-03-01 to open) overlaps version 1 (2011-03-01 to open). Begin after 2011-03-01, or retire version 1 first.',
    );
  });

  it('one that ends on the same day or sooner is closed; one that would go on after the draft is not cut in two', () => {
    const other = version(1, '2011-01-01', '2011-06-01');
    const closed = { id: 'v1', number: 1, effectiveTo: '2011-03-01' };
    expect(placeVersion(draft('2011-03-01', '2011-06-01'), [other])).toEqual(closed);
    expect(placeVersion(draft('2011-03-01', '2011-07-01'), [other])).toEqual(closed);
    expect(placeVersion(draft('2011-03-01'), [other])).toEqual(closed);
    expect(placeVersion(draft('2011-03-01', '2011-07-01'), [version(1, '2011-01-01', null)])).toEqual(closed);
    expect(() => placeVersion(draft('2011-03-01', '2011-05-31'), [other])).toThrow(
      expect.objectContaining({ code: 'OVERLAPPING_VERSION' }),
    );
    // its own former self and what never covered a day stand in nobody's way
    expect(placeVersion(draft('2011-03-01'), [{ ...draft('2011-01-01'), status: 'PUBLISHED' }])).toBeNull();
  });

  it('refuses to publish twice', () => {
    expect(() => placeVersion(version(1, '2011-01-01', null), [])).toThrow(
      expect.objectContaining({ code: 'VERSION_NOT_DRAFT' }),
    );
  });

  it('whatever is tried, no day ever has two versions', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2011-01-01', n));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.option(day, { nil: null })), { maxLength: 12 }), (tries) => {
        let published: Dated[] = [];
        for (const [i, [from, to]] of tries.entries()) {
          const mine = version(i, from, to, 'DRAFT');
          try {
            const closing = placeVersion(mine, published);
            published = published.map((v) => (v.id === closing?.id ? { ...v, effectiveTo: closing.effectiveTo } : v));
            published.push({ ...mine, status: 'PUBLISHED' });
          } catch {
            continue;
          }
        }
        for (let n = -1; n <= 61; n += 1) {
          const inForce = published.filter((v) => covers(periodOf(v), addDays('2011-01-01', n)));
          expect(inForce.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('retiring a version', () => {
  const running = version(1, '2010-12-01', null);
  it('S1 leaves it to who buys today: from tomorrow on at the earliest it holds no more', () => {
    expect(retirementDay(running, '2011-12-11', '2011-12-10')).toBe('2011-12-11');
    for (const day of ['2011-12-09', '2011-12-10']) {
      expect(() => retirementDay(running, day, '2011-12-10')).toThrow(
        expect.objectContaining({
          code: 'RETIRED_IN_THE_PAST',
          message: expect.stringContaining('2011-12-11 or later'),
        }),
      );
    }
    expect(earliestRetirement(running, '2011-12-10')).toBe('2011-12-11');
    expect(earliestRetirement(version(2, '2012-01-01', null), '2011-12-10')).toBe('2012-01-01');
  });
  it('one that has not begun never covers anything', () => {
    expect(retirementDay(version(2, '2012-01-01', null), '2012-01-01', '2011-12-10')).toBe('2012-01-01');
  });
  it('never makes it longer', () => {
    expect(retirementDay(version(1, '2010-12-01', '2012-01-01'), '2013-01-01', '2011-12-10')).toBe('2012-01-01');
  });
  it('is for published versions only', () => {
    expect(() => retirementDay(draft('2011-01-01'), '2012-01-01', '2011-12-10')).toThrow(
      expect.objectContaining({ code: 'VERSION_NOT_PUBLISHED' }),
    );
  });
});

describe('C1 effective dating without gap', () => {
  const v = (number: number, from: string, to: string | null, status: Dated['status'] = 'PUBLISHED'): Dated => ({
    id: `v${number}`,
    number,
    status,
    effectiveFrom: from,
    effectiveTo: to,
  });
  const draft = (from: string, to: string | null = null) => v(9, from, to, 'DRAFT');
  const told = (it: Dated, siblings: Dated[]) => {
    try {
      checkNoGap(it, siblings);
      return null;
    } catch (error) {
      const { code, params, path, message } = error as {
        code: string;
        params: object;
        path: string[];
        message: string;
      };
      return { code, params, path, remedy: message.split('; ')[1] };
    }
  };

  it('versions that meet, overlap or stand alone leave none', () => {
    expect(told(draft('2012-01-01'), [])).toBeNull();
    expect(told(draft('2012-01-01'), [v(1, '2011-01-01', '2012-01-01')])).toBeNull();
    expect(told(draft('2012-01-01'), [v(1, '2011-01-01', null)])).toBeNull();
    expect(told(draft('2012-01-01', '2012-06-01'), [v(1, '2012-06-01', null)])).toBeNull();
    expect(told(draft('2012-01-01'), [v(1, '2013-01-01', null)])).toBeNull();
  });

  it('days after the version before and before the version after are named, with the day that closes them', () => {
    expect(told(draft('2012-02-01'), [v(1, '2010-01-01', '2011-01-01'), v(2, '2011-01-01', '2012-01-01')])).toEqual({
      code: 'GAP_BETWEEN_VERSIONS',
      params: { number: 2, from: '2012-01-01', to: '2012-02-01' },
      path: ['effectiveFrom'],
      remedy: 'begin on 2012-01-01.',
    });
    expect(
      told(draft('2012-01-01', '2012-05-01'), [v(2, '2013-01-01', null), v(1, '2012-06-01', '2013-01-01')]),
    ).toEqual({
      code: 'GAP_BETWEEN_VERSIONS',
      params: { number: 1, from: '2012-05-01', to: '2012-06-01' },
      path: ['effectiveTo'],
      remedy: 'end on 2012-06-01.',
    });
  });

  it('what was retired ended on purpose; drafts and versions that never began do not count', () => {
    expect(told(draft('2012-02-01'), [v(1, '2011-01-01', '2012-01-01', 'RETIRED')])).toBeNull();
    expect(told(draft('2012-02-01'), [v(1, '2011-01-01', '2012-01-01', 'DRAFT')])).toBeNull();
    expect(told(draft('2012-02-01'), [v(1, '2012-01-01', '2012-01-01')])).toBeNull();
    expect(told(v(1, '2012-02-01', null, 'DRAFT'), [v(1, '2011-01-01', '2012-01-01')])).toBeNull();
    // the retired one lies further back: the newer one before it counts
    expect(
      told(draft('2012-02-01'), [v(1, '2010-01-01', '2011-01-01', 'RETIRED'), v(2, '2011-06-01', '2012-01-01')]),
    ).toMatchObject({ params: { number: 2 } });
  });
});

describe('the day that is proposed for publishing', () => {
  it('is the draft’s own where it fits', () =>
    expect(firstDayFor(draft('2011-06-01'), [version(1, '2010-12-01', null)])).toBe('2011-06-01'));

  it('is the day after the one in force began, where the draft would begin with it', () =>
    expect(
      firstDayFor(draft('2011-06-01'), [version(1, '2010-12-01', '2011-06-01'), version(2, '2011-06-01', null)]),
    ).toBe('2011-06-02'));

  it('leaves no gap after one that ends', () =>
    expect(firstDayFor(draft('2011-06-01'), [version(1, '2011-06-01', '2011-09-01')])).toBe('2011-09-01'));

  it('is the draft’s own where none fits', () =>
    expect(firstDayFor(draft('2011-06-01', '2011-06-05'), [version(1, '2011-06-01', null, 'RETIRED')])).toBe(
      '2011-06-01',
    ));
});

describe('where a version stands', () => {
  it.each([
    ['2011-05-31', '2011-06-01', null, 'COMING'],
    ['2011-06-01', '2011-06-01', null, 'IN_FORCE'],
    ['2011-06-30', '2011-06-01', '2011-07-01', 'IN_FORCE'],
    ['2011-07-01', '2011-06-01', '2011-07-01', 'ENDED'],
  ] as const)('on %s one of %s to %s is %s', (day, from, to, standing) => {
    expect(standingOn(day, version(1, from, to))).toBe(standing);
  });

  it('a retired one is so from its last day on, a draft never stands', () => {
    expect(standingOn('2011-06-30', version(1, '2011-06-01', '2011-07-01', 'RETIRED'))).toBe('IN_FORCE');
    expect(standingOn('2011-07-01', version(1, '2011-06-01', '2011-07-01', 'RETIRED'))).toBe('RETIRED');
    expect(standingOn('2011-07-01', draft('2011-06-01'))).toBe('DRAFT');
  });
});
