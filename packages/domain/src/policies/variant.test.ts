import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Applicability } from './applicability.ts';
import type { Term } from './terms.ts';
import { checkNewVariant, checkRegions, differences, intersectRegions, withinRegions } from './variant.ts';

const term = (id: string, days: number, appliesTo: Partial<Applicability> = {}): Term => ({
  id,
  kind: 'returns',
  params: { days },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const regionsOf = (terms: readonly Term[]) => terms.map(({ appliesTo }) => appliesTo.regions);
const code = (work: () => void) => {
  try {
    work();
    return null;
  } catch (error) {
    const { code: name, params, path } = error as { code: string; params: object; path: string[] };
    return { code: name, params, path };
  }
};

describe('C45 regional variants', () => {
  it('a term that names no region speaks of the variant’s own; one that does is left alone', () => {
    const terms = [term('a', 1), term('b', 2, { regions: ['Spain'] })];
    expect(regionsOf(withinRegions(terms, ['France', 'Spain']))).toEqual([['France', 'Spain'], ['Spain']]);
    expect(regionsOf(terms)).toEqual([[], ['Spain']]);
  });

  it('a policy for some regions is compared as it can ever apply', () => {
    const terms = [term('a', 1), term('b', 2, { regions: ['Spain', 'Peru'] }), term('c', 3, { regions: ['Peru'] })];
    expect(regionsOf(intersectRegions(terms, ['France', 'Spain']))).toEqual([['France', 'Spain'], ['Spain']]);
    expect(intersectRegions(terms, [])).toEqual(terms);
  });

  it('a term beyond the variant is refused by name', () => {
    const variant = { name: 'South', regions: ['Spain', 'Peru'] };
    expect(code(() => checkRegions(variant, [term('a', 1, { regions: ['Peru'] })]))).toBeNull();
    expect(
      code(() =>
        checkRegions(variant, [term('a', 1, { regions: ['Peru'] }), term('b', 1, { regions: ['Peru', 'France'] })]),
      ),
    ).toEqual({
      code: 'VARIANT_OUT_OF_REGION',
      path: ['terms', '1', 'appliesTo', 'regions'],
      params: { termId: 'b', beyond: ['France'], regions: ['Spain', 'Peru'], policy: 'South' },
    });
    expect(() => checkRegions(variant, [term('c', 1, { regions: ['Chile'] })])).toThrow(
      'The term "c" speaks of Chile, but "South" is for Spain, Peru only',
    );
    // one that names no region is for wherever the policy is, and a policy without regions for everywhere
    expect(code(() => checkRegions(variant, [term('a', 1)]))).toBeNull();
    expect(code(() => checkRegions({ name: 'All', regions: [] }, [term('a', 1, { regions: ['Peru'] })]))).toBeNull();
  });

  it('differences are told to what the base promises there, however its term is called', () => {
    const base = [
      term('returns', 45, { regions: ['Germany', 'Austria'] }),
      term('general', 30),
      term('large', 90, { minValue: 10_000 }),
      { ...term('warranty', 12), kind: 'warranty' },
    ];
    const here = (id: string, region: string, days: number, also: Partial<Applicability> = {}) =>
      term(id, days, { regions: [region], ...also });
    const was = (...variant: Term[]) => differences(base, variant).map((each) => [each.difference, each.base?.id]);
    expect(was(here('x', 'Germany', 60))).toEqual([['REPLACED', 'returns']]);
    expect(was(here('x', 'Spain', 60))).toEqual([['REPLACED', 'general']]);
    expect(was(here('x', 'Spain', 60, { minValue: 20_000 }))).toEqual([['REPLACED', 'large']]);
    // the term called the same speaks of other places
    expect(was(here('returns', 'Spain', 60))).toEqual([['REPLACED', 'general']]);
    // of the base's kind only, and only where the base says something
    expect(was({ ...here('x', 'Germany', 1), kind: 'training' })).toEqual([['ADDED', undefined]]);
    expect(differences([base[0]!], [here('returns', 'Spain', 60)])).toMatchObject([{ difference: 'ADDED' }]);
  });

  it('what a more specific term of the variant decides is not what the general one is told to', () => {
    const base = [term('small', 20, { maxValue: 10_000 }), term('large', 90, { minValue: 10_000 })];
    const general = term('a', 60, { regions: ['Spain'], minValue: 0 });
    const large = term('b', 100, { regions: ['Spain'], minValue: 10_000 });
    const was = (...variant: Term[]) => differences(base, variant).map((each) => each.base?.id);
    expect(was(general, large)).toEqual(['small', 'large']);
    // of two that both decide a part, the one of the same name, if there is one
    expect([was(general), was({ ...general, id: 'large' })]).toEqual([[undefined], ['large']]);
  });

  it('a term that says of its region what the base says there is no difference', () => {
    const base = [term('returns', 30), term('key', 5, { segments: ['KEY'] })];
    const there = { regions: ['France'] };
    const variant = [term('any-name', 5, { segments: ['KEY'], ...there }), term('extra', 30, there)];
    expect(differences(base, variant)).toEqual([]);
    expect(differences(base, [term('extra', 31, there)])).toEqual([
      { difference: 'REPLACED', kind: 'returns', termId: 'extra', base: base[0], variant: term('extra', 31, there) },
    ]);
    expect(differences([], [])).toEqual([]);
  });

  it('differences are told by kind and name', () => {
    const variant = [{ ...term('a', 1), kind: 'warranty' }, term('b', 2), term('a', 3)];
    expect(differences([], variant).map(({ kind, termId }) => `${kind} ${termId}`)).toEqual([
      'returns a',
      'returns b',
      'warranty a',
    ]);
  });

  it('a variant needs regions of its own, within its base, which is none itself', () => {
    const base = { name: 'Base', regions: [], baseId: null };
    const siblings = [{ name: 'South', regions: ['Spain', 'Peru'] }];
    expect(code(() => checkNewVariant(base, siblings, ['France']))).toBeNull();
    expect(code(() => checkNewVariant({ ...base, baseId: 'b' }, [], ['France']))).toMatchObject({
      code: 'VARIANT_OF_VARIANT',
      path: ['baseId'],
    });
    expect(code(() => checkNewVariant(base, siblings, []))).toMatchObject({
      code: 'VARIANT_WITHOUT_REGION',
      path: ['regions'],
    });
    expect(code(() => checkNewVariant(base, siblings, ['France', 'Peru']))).toMatchObject({
      code: 'VARIANT_REGION_TAKEN',
      params: { region: 'Peru', policy: 'South' },
    });
    const europe = { ...base, regions: ['France', 'Spain'] };
    expect(code(() => checkNewVariant(europe, [], ['France']))).toBeNull();
    expect(code(() => checkNewVariant(europe, [], ['France', 'Peru']))).toMatchObject({
      code: 'VARIANT_OUT_OF_REGION',
      params: { beyond: ['Peru'], regions: ['France', 'Spain'], policy: 'Base' },
    });
  });
});
