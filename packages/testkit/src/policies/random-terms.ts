import { COMPLEXITIES } from '@perennial/domain/catalog/product';
import type { Applicability } from '@perennial/domain/policies/applicability';
import type { Facts } from '@perennial/domain/policies/facts';
import { form } from '@perennial/domain/policies/kinds/form';
import { termKind, type TermKind } from '@perennial/domain/policies/kinds/kind';
import type { Term } from '@perennial/domain/policies/terms';
import fc from 'fast-check';

const inEvery = (text: string) => ({ en: text, 'zh-Hant': text, 'zh-Hans': text });
const sentences = (code: string) => ({
  en: { [code]: () => code },
  'zh-Hant': { [code]: () => code },
  'zh-Hans': { [code]: () => code },
});

/** A promise in the fewest fields: claims up to `days` after the purchase, opened goods or not. */
export const care: TermKind = termKind({
  kind: 'care',
  stage: 'AFTER_SALE',
  label: inEvery('Care'),
  params: form({
    days: { type: 'int', min: 0, max: 1000, default: 1, better: 'more', unit: inEvery('days'), label: inEvery('Days') },
    opened: { type: 'bool', default: true, better: true, label: inEvery('Opened') },
  }),
  claim: form({ opened: { type: 'bool', default: false, label: inEvery('Opened') } }),
  promise: (params) => ({ code: 'CARE', params }),
  judge: (params, claim, purchase, on) => {
    const after = (Date.parse(on) - Date.parse(purchase.boughtOn)) / 86_400_000;
    const allowed = after <= params.days && (params.opened || !claim.opened);
    return { outcome: allowed ? 'ALLOWED' : 'REFUSED', countedFrom: null, deadline: null, steps: [] };
  },
  sentences: sentences('CARE'),
});

/** A burden in one field: what is charged. */
export const toll: TermKind = termKind({
  kind: 'toll',
  stage: 'ALWAYS',
  label: inEvery('Toll'),
  burden: true,
  params: form({ fee: { type: 'money', min: 0, max: 1000, default: 0, better: 'less', label: inEvery('Fee') } }),
  claim: form({}),
  promise: (params) => ({ code: 'TOLL', params }),
  judge: () => ({ outcome: 'ALLOWED', countedFrom: null, deadline: null, steps: [] }),
  sentences: sentences('TOLL'),
});

const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: 2 });

/** Conditions that overlap often, each bound on a value that the facts below reach from both sides. */
export const someApplicability: fc.Arbitrary<Applicability> = fc
  .record({
    regions: some(['France', 'Spain', 'Italy']),
    segments: some(['KEY', 'STANDARD']),
    product: fc.oneof(
      { weight: 3, arbitrary: fc.constant({ productCodes: [], categories: [] }) },
      fc.record({ productCodes: some(['A', 'B', 'C']), categories: fc.constant([]) }),
      fc.record({ productCodes: fc.constant([]), categories: some(['X', 'Y']) }),
    ),
    complexity: fc.subarray([...COMPLEXITIES], { maxLength: 2 }),
    minValue: fc.constantFrom(null, null, null, 0, 100, 200),
    maxValue: fc.constantFrom(null, null, 300, 400),
    minTenure: fc.constantFrom(null, null, null, 0, 6),
    maxTenure: fc.constantFrom(null, null, null, 12, 24),
  })
  .map(({ product, ...rest }) => ({ ...rest, ...product }));

/** Conditions of at most one sort: terms that meet, and are often ordered. */
export const plainApplicability: fc.Arbitrary<Applicability> = fc
  .tuple(someApplicability, fc.nat(6))
  .map(([full, keep]) => {
    const names = ['regions', 'segments', 'productCodes', 'categories', 'complexity', 'Value', 'Tenure'];
    const kept = (name: string) => name.endsWith(names[keep] ?? '');
    return Object.fromEntries(
      Object.entries(full).map(([name, value]) => [name, kept(name) ? value : Array.isArray(value) ? [] : null]),
    ) as unknown as Applicability;
  });

/** A purchase and its customer; the claim is of `kind`, made with `details`. */
export const someFacts = (kind = 'care', details: Readonly<Record<string, unknown>> = {}): fc.Arbitrary<Facts> =>
  fc
    .record({
      region: fc.constantFrom('France', 'Spain', 'Italy', 'Peru', null),
      segment: fc.constantFrom('KEY', 'STANDARD', 'PROSPECT', null),
      code: fc.constantFrom('A', 'B', 'C', 'D'),
      category: fc.constantFrom('X', 'Y', 'Z', null),
      complexity: fc.constantFrom(...COMPLEXITIES, null),
      value: fc.constantFrom(null, null, -1, 0, 99, 100, 150, 200, 299, 300, 399, 400, 1000),
      tenureMonths: fc.constantFrom(null, undefined, 0, 5, 6, 11, 12, 23, 24, 120),
    })
    .map(({ region, segment, tenureMonths, ...purchase }) => ({
      timeZone: 'UTC',
      customer: { region, segment, tenureMonths },
      purchase: { at: '2011-03-01', ...purchase },
      claim: { kind, details },
    }));

const someTerm: fc.Arbitrary<Omit<Term, 'id'>> = fc
  .record({
    appliesTo: fc.oneof(someApplicability, plainApplicability),
    made: fc.oneof(
      { weight: 3, arbitrary: fc.record({ days: fc.constantFrom(1, 2, 3), opened: fc.boolean() }) },
      fc.record({ fee: fc.constantFrom(1, 2, 3) }),
    ),
  })
  .map(({ appliesTo, made }) => ({ kind: 'days' in made ? 'care' : 'toll', params: made, appliesTo }));

/** The terms of a version, of both kinds; some of them may tie. */
export const someTerms = (maxLength = 5): fc.Arbitrary<Term[]> =>
  fc.array(someTerm, { maxLength }).map((all) => all.map((term, at) => ({ id: `t${at}`, ...term })));

/** A version and one that came of it: terms kept, changed, narrowed, dropped and added. */
export const someRevision = (maxLength = 5): fc.Arbitrary<{ before: Term[]; after: Term[] }> =>
  someTerms(maxLength).chain((before) =>
    fc
      .tuple(
        fc.array(fc.tuple(fc.nat(9), someTerm), { minLength: before.length, maxLength: before.length }),
        someTerms(2),
      )
      .map(([edits, added]) => ({
        before,
        after: [
          ...before.flatMap((term, at) => {
            const [what, other] = edits[at]!;
            if (what < 5) return [term];
            if (what < 7) return other.kind === term.kind ? [{ ...term, params: other.params }] : [term];
            return what < 9 ? [{ ...term, appliesTo: other.appliesTo }] : [];
          }),
          ...added.map((term) => ({ ...term, id: `new-${term.id}` })),
        ],
      })),
  );
