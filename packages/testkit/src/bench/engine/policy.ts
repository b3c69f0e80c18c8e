import { EVERYTHING, type Applicability } from '@perennial/domain/policies/applicability';
import { checkUnambiguous } from '@perennial/domain/policies/ambiguity';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { Facts } from '@perennial/domain/policies/facts';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { returns } from '@perennial/domain/policies/kinds/returns';
import { warranty } from '@perennial/domain/policies/kinds/warranty';
import { readTerms, type Term } from '@perennial/domain/policies/terms';
import { addDays } from '@perennial/domain/shared/period';

const EUROPE = ['Austria', 'Belgium', 'France', 'Germany', 'Italy', 'Netherlands', 'Portugal', 'Spain'];
const ASIA = ['Hong Kong', 'Japan', 'Singapore', 'Taiwan'];
const REGIONS = [...EUROPE, ...ASIA, 'Australia', 'Brazil', 'Canada', 'Norway', 'Switzerland', 'United Kingdom', 'USA'];
const CATEGORIES = ['Books', 'Electronics', 'Garden', 'Jewellery', 'Kitchen', 'Toys'];

type Scope = Partial<Applicability>;
const anywhere: Scope[] = [{}, { regions: EUROPE }, { regions: ASIA }];

/** Every combination of the choices. */
const grid = (...choices: Scope[][]): Scope[] =>
  choices.reduce<Scope[]>((scopes, each) => scopes.flatMap((scope) => each.map((one) => ({ ...scope, ...one }))), [{}]);

const term = (kind: string, index: number, scope: Scope, params: object): object => ({
  id: `${kind}-${index}`,
  kind,
  params,
  appliesTo: { ...EVERYTHING, ...scope },
});

/**
 * The promise of a retailer in three parts of the world: returns by region, segment and category (18 terms), warranty
 * by region, complexity, value and tenure (24). Each refinement of each other, so that up to 16 terms speak of a case
 * and exactly one is the most specific.
 */
export function policy(): VersionTerms {
  const terms = readTerms([
    ...grid(
      anywhere,
      [{}, { segments: ['KEY'] }],
      [{}, { categories: ['Electronics'] }, { categories: ['Jewellery'] }],
    ).map((scope, i) =>
      term('returns', i, scope, { ...defaultsOf(returns.params), days: 14 + 3 * i, openedAllowed: i % 3 !== 2 }),
    ),
    ...grid(anywhere, [{}, { complexity: ['HIGH'] }], [{}, { minValue: 50_000 }], [{}, { minTenure: 24 }]).map(
      (scope, i) =>
        term('warranty', i, scope, {
          ...defaultsOf(warranty.params),
          months: 6 + i,
          causes: i % 2 ? ['DEFECT', 'TRANSPORT'] : ['DEFECT', 'WEAR'],
          transferable: i % 4 !== 3,
        }),
    ),
  ]);
  checkUnambiguous(terms.map((each) => ({ ...each, policy: 'Bench', number: 1 })));
  return {
    id: 'version',
    policyId: 'policy',
    policy: 'Bench',
    number: 1,
    period: { from: '2009-01-01', to: null },
    terms,
    currency: 'GBP',
  };
}

export interface Question {
  facts: Facts;
  on: string;
}

/** Claims by the dice, the same ones in every run. */
export function questions(count: number): Question[] {
  let seed = 20_111_209;
  const roll = (sides: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % sides;
  };
  const pick = <T>(items: readonly T[]): T => items[roll(items.length)]!;
  return Array.from({ length: count }, () => {
    const at = addDays('2009-06-01', roll(700));
    const kind = pick(['returns', 'warranty']);
    return {
      on: addDays(at, kind === 'returns' ? roll(80) : roll(900)),
      facts: {
        timeZone: 'Europe/London',
        customer: {
          region: pick([...REGIONS, null]),
          segment: pick(['KEY', 'STANDARD', 'PROSPECT', null]),
          tenureMonths: pick([null, 0, 6, 23, 24, 60]),
        },
        purchase: {
          at,
          code: `P${roll(4000)}`,
          category: pick([...CATEGORIES, null]),
          complexity: pick(['LOW', 'MEDIUM', 'HIGH', null] as const),
          value: roll(100_000),
        },
        claim: {
          kind,
          details:
            kind === 'returns'
              ? { opened: roll(3) === 0 }
              : { cause: pick(['DEFECT', 'TRANSPORT', 'WEAR', 'ACCIDENT']), newOwner: roll(4) === 0 },
        },
      },
    };
  });
}

/** From the most to the least specific: the first that fits decides. */
export function inOrder(
  terms: readonly Term[],
  kind: string,
  moreSpecific: (a: Applicability, b: Applicability) => boolean,
): Term[] {
  const ofKind = terms.filter((each) => each.kind === kind);
  const beats = (each: Term) => ofKind.filter((other) => moreSpecific(each.appliesTo, other.appliesTo)).length;
  return ofKind
    .map((each) => ({ each, rank: beats(each) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ each }) => each);
}
