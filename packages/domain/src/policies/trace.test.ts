import { care } from '@perennial/testkit/policies/random-terms';
import { weekdays } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Applicability } from './applicability.ts';
import { decide, type VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import type { JudgeContext, TermKind } from './kinds/kind.ts';
import { sentenceOf } from './sentences/sentence.ts';
import type { Term } from './terms.ts';

const term = (id: string, to: Partial<Applicability> = {}): Term => ({
  id,
  kind: 'care',
  params: { days: 5, opened: true },
  appliesTo: { ...EVERYTHING, ...to },
});
const version = (more: Partial<VersionTerms> = {}): VersionTerms => ({
  id: 'v2',
  policyId: 'p',
  policy: 'Promise',
  number: 2,
  period: { from: '2011-01-01', to: '2012-01-01' },
  terms: [term('all'), term('france', { regions: ['France'] })],
  currency: 'GBP',
  ...more,
});
const facts = (at = '2011-03-01'): Facts => ({
  timeZone: 'Europe/London',
  customer: { region: 'France', segment: 'KEY', tenureMonths: 3 },
  purchase: { at, code: 'A', value: 100 },
  claim: { kind: 'care' },
});
const nothing = {
  policyId: null,
  versionId: null,
  termId: null,
  countedFrom: null,
  deadline: null,
  remedy: null,
  review: false,
  result: {},
};
const bought = { code: 'PURCHASED', params: { code: 'A', on: '2011-03-01' } };
const chosen = {
  code: 'TERM_CHOSEN',
  params: { termId: 'france', appliesTo: { ...EVERYTHING, regions: ['France'] }, currency: 'GBP', passedOver: 1 },
};
const promise = { code: 'CARE', params: { days: 5, opened: true } };

describe('a decision says all it was made of (C11)', () => {
  it('what was bought, what was in force, which term, what it promises, what it says of this case', () => {
    expect(decide(facts(), [version()], '2011-03-02', [care])).toEqual({
      ...nothing,
      outcome: 'ALLOWED',
      policyId: 'p',
      versionId: 'v2',
      termId: 'france',
      trace: [
        bought,
        { code: 'VERSION_IN_FORCE', params: { policy: 'Promise', number: 2, from: '2011-01-01' } },
        chosen,
        promise,
      ],
    });
  });

  it.each<[string, Partial<VersionTerms>, object]>([
    ['tried out', { supposed: true }, { code: 'VERSION_SUPPOSED', params: { policy: 'Promise', number: 2 } }],
    [
      'moved to since',
      { held: true, period: { from: '2011-06-01', to: null } },
      { code: 'VERSION_MOVED', params: { policy: 'Promise', number: 2 } },
    ],
    [
      'held since the sale',
      { held: true },
      { code: 'VERSION_IN_FORCE', params: { policy: 'Promise', number: 2, from: '2011-01-01' } },
    ],
  ])('a version that was %s is called so', (_what, more, said) => {
    expect(decide(facts(), [version(more)], '2011-07-02', [care]).trace).toEqual([bought, said, chosen, promise]);
  });

  it('that no promise speaks of a case is said of the purchase, which may have been moved to a later day’s', () => {
    const moved = decide(
      facts(),
      [version({ terms: [], held: true, period: { from: '2011-06-01', to: null } })],
      '2011-07-02',
      [care],
    );
    const said = moved.trace.map((step) => sentenceOf(step, 'en')).join(' ');
    expect(said).toContain('None of the promises that apply to this purchase speaks of this case.');
    expect(said).not.toContain('that day');
  });

  it('where nothing was promised it says what is missing', () => {
    expect(decide(facts(), [], '2011-03-02', [care])).toEqual({
      ...nothing,
      outcome: 'NOT_COVERED',
      trace: [bought, { code: 'NO_VERSION', params: { on: '2011-03-01' } }],
    });
    expect(decide(facts(), [version({ terms: [] })], '2011-03-02', [care])).toEqual({
      ...nothing,
      outcome: 'NOT_COVERED',
      trace: [bought, { code: 'NO_TERM', params: { kind: 'care' } }],
    });
    expect(decide(facts(), [version()], '2011-02-28', [care])).toEqual({
      ...nothing,
      outcome: 'NO_PURCHASE',
      trace: [{ code: 'BOUGHT_LATER', params: { on: '2011-03-01', claimedOn: '2011-02-28' } }],
    });
  });

  it('the kind is told the moment, the zone, the money, the hours and the customer; what it answers is passed on', () => {
    const told: JudgeContext[] = [];
    const curious: TermKind = {
      ...care,
      judge: (_params, _details, purchase, on, context) => {
        told.push(context);
        return {
          outcome: 'REFUSED',
          countedFrom: purchase.boughtOn,
          deadline: on,
          remedy: 'REPAIR',
          review: true,
          result: { due: 1 },
          steps: [{ code: 'CARE', params: {} }],
        };
      },
    };
    const at = '2011-03-02T08:00:00Z';
    const decision = decide(facts('2011-03-01T23:30:00Z'), [version({ calendar: weekdays })], at, [curious]);
    expect(told).toEqual([
      { at, timeZone: 'Europe/London', currency: 'GBP', calendar: weekdays, customer: facts().customer },
    ]);
    expect(decision).toMatchObject({
      outcome: 'REFUSED',
      countedFrom: '2011-03-01',
      deadline: '2011-03-02',
      remedy: 'REPAIR',
      review: true,
      result: { due: 1 },
    });
    expect(decision.trace.at(-1)).toEqual({ code: 'CARE', params: {} });
  });

  it('two versions that tie are named, the same way round whoever comes first', () => {
    const other = version({ id: 'w', policy: 'Another', number: 7, terms: [term('key', { segments: ['KEY'] })] });
    const tie = expect.objectContaining({
      code: 'AMBIGUOUS_TERMS',
      params: expect.objectContaining({
        first: 'key',
        firstPolicy: 'Another',
        second: 'france',
        secondPolicy: 'Promise',
      }),
    });
    expect(() => decide(facts(), [version(), other], '2011-03-02', [care])).toThrow(tie);
    expect(() => decide(facts(), [other, version()], '2011-03-02', [care])).toThrow(tie);
  });

  it('a more specific term of another policy decides', () => {
    const both = { regions: ['France'], segments: ['KEY'] };
    const other = version({ id: 'w', policy: 'Another', number: 7, terms: [term('both', both)] });
    expect(decide(facts(), [version(), other], '2011-03-02', [care])).toMatchObject({ versionId: 'w', termId: 'both' });
  });
});
