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

  it('differences are what is added and what is replaced, by kind and name', () => {
    const base = [term('returns', 30), term('warranty', 12), term('same', 5, { segments: ['KEY'] })];
    const variant = [
      term('warranty', 24, { regions: ['France'] }),
      term('extra', 1, { regions: ['France'] }),
      // says the same as the base, only for here
      term('same', 5, { segments: ['KEY'], regions: ['France'] }),
      term('returns', 30, { segments: ['KEY'], regions: ['France'] }),
    ];
    expect(differences(base, variant)).toEqual([
      { difference: 'ADDED', kind: 'returns', termId: 'extra', base: null, variant: variant[1] },
      { difference: 'REPLACED', kind: 'returns', termId: 'returns', base: base[0], variant: variant[3] },
      { difference: 'REPLACED', kind: 'returns', termId: 'warranty', base: base[1], variant: variant[0] },
    ]);
    expect(differences([], [])).toEqual([]);
    // the same name of another kind is another term
    expect(differences(base, [{ ...term('returns', 30), kind: 'warranty' }])).toMatchObject([{ difference: 'ADDED' }]);
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
