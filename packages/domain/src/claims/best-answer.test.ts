import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES, REMEDIES, type Remedy } from '../policies/decision.ts';
import { bestFirst, type Answer } from './best-answer.ts';

const answer = (change: Partial<Answer> = {}): Answer => ({
  outcome: 'ALLOWED',
  policyId: 'p',
  versionId: 'v',
  termId: 't',
  termKind: 'remedy',
  snapshotHash: 'h',
  countedFrom: null,
  deadline: '2026-03-01',
  remedy: null,
  review: false,
  result: {},
  trace: [],
  ...change,
});

const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    outcome: fc.constantFrom(...OUTCOMES),
    remedy: fc.option(fc.constantFrom(...REMEDIES)),
    review: fc.boolean(),
    deadline: fc.option(fc.constantFrom('2026-03-01', '2026-03-02', '9999-12-31')),
    termKind: fc.option(fc.constantFrom('returns', 'remedy', 'warranty')),
    policyId: fc.constantFrom('p', 'q'),
    trace: fc.constantFrom([], [{ code: 'REMEDY_NO_MORE_REPAIRS', params: {} }], [{ code: 'X', params: { a: 1 } }]),
  })
  .map(answer);
const anyWish: fc.Arbitrary<Remedy | null> = fc.option(fc.constantFrom(...REMEDIES));
const runs = { numRuns: 2_000 };

describe('which of several answers decides a claim', () => {
  it('is a total order: never both ways, never in a circle, equal only where the very same is said', () => {
    fc.assert(
      fc.property(anyWish, anyAnswer, anyAnswer, anyAnswer, (wish, a, b, c) => {
        const order = bestFirst(wish);
        expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0);
        expect(order(a, a)).toBe(0);
        if (order(a, b) === 0) expect(b).toEqual(a);
        if (order(a, b) < 0 && order(b, c) < 0) expect(order(a, c)).toBeLessThan(0);
      }),
      runs,
    );
  });

  it('does not depend on the order in which answers come', () => {
    const shuffled = fc
      .array(anyAnswer, { maxLength: 6 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(anyWish, shuffled, (wish, [all, other]) => {
        expect(other.toSorted(bestFirst(wish))).toEqual(all.toSorted(bestFirst(wish)));
      }),
      runs,
    );
  });

  it('never passes over what is allowed, nor among that what the customer asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REMEDIES), fc.array(anyAnswer, { minLength: 1, maxLength: 6 }), (wish, all) => {
        const [best] = all.toSorted(bestFirst(wish));
        const allowed = all.filter(({ outcome }) => outcome === 'ALLOWED');
        if (allowed.length > 0) expect(best!.outcome).toBe('ALLOWED');
        if (wish === 'REFUND' || wish === 'REPAIR' || !allowed.some(({ remedy }) => remedy === wish)) return;
        expect(best!.remedy).toBe(wish);
      }),
      runs,
    );
  });

  const first = (wish: Remedy | null, ...all: Answer[]) => all.toSorted(bestFirst(wish))[0];
  const [refund, replace, repair] = (['REFUND', 'REPLACE', 'REPAIR'] as const).map((remedy) => answer({ remedy }));

  it('what was asked for comes first; else money before goods before work', () => {
    expect(first('REPAIR', refund!, replace!, repair!)).toBe(repair);
    expect(first('REPLACE', refund!, replace!, repair!)).toBe(replace);
    expect(first('REFUND', repair!, replace!, refund!)).toBe(refund);
    expect(first(null, repair!, replace!, refund!)).toBe(refund);
    expect(first('REPAIR', replace!, refund!)).toBe(refund);
    expect(first('REFUND', repair!, replace!)).toBe(replace);
  });

  it('a refund that a person has to look at is not lost to a replacement at once, but comes after a refund at once', () => {
    const looked = answer({ termKind: 'returns', review: true });
    expect(first('REFUND', replace!, looked)).toBe(looked);
    expect(first(null, replace!, looked)).toBe(looked);
    expect(first('REFUND', looked, refund!)).toBe(refund);
  });

  it('C11 who asks for one more repair of what was repaired in vain gets the replacement', () => {
    const inVain = answer({ remedy: 'REPLACE', trace: [{ code: 'REMEDY_NO_MORE_REPAIRS', params: {} }] });
    expect(first('REPAIR', repair!, inVain)).toBe(inVain);
    expect(first('REPAIR', repair!, replace!)).toBe(repair);
  });

  it('of equals the one that lasts longest', () => {
    const [long, forEver] = [answer({ deadline: '2026-03-02' }), answer({ deadline: null })];
    expect(first(null, answer(), long)).toBe(long);
    expect(first(null, long, forEver)).toBe(forEver);
  });
});
