import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Applicability } from '../policies/applicability.ts';
import { delivery } from '../policies/kinds/delivery.ts';
import { defaultsOf } from '../policies/kinds/form.ts';
import { training } from '../policies/kinds/training.ts';
import type { FrozenFacts } from '../policies/snapshot.ts';
import type { Term } from '../policies/terms.ts';
import { deliveryPromisedFree } from './free-delivery.ts';

const FACTS: FrozenFacts = {
  region: 'France',
  segment: 'KEY',
  tenureMonths: 6,
  value: 10_000,
  goods: { K1: { category: 'Kettles', complexity: 'LOW' } },
};

const delivered = (freeOfCharge: boolean, appliesTo: Partial<Applicability> = {}): Term => ({
  id: `${freeOfCharge} ${JSON.stringify(appliesTo)}`,
  kind: delivery.kind,
  params: { ...defaultsOf(delivery.params), freeOfCharge },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const promise = (...terms: Term[]) => ({ snapshot: { terms, timeZone: 'Europe/London' }, facts: FACTS });
const free = (codes: string[], ...promises: ReturnType<typeof promise>[]) =>
  deliveryPromisedFree(promises, codes, '2026-03-01');

describe('C14, S2 delivery that was promised free of charge', () => {
  const kettles = { categories: ['Kettles'] };

  it('is so for the goods that the promise speaks of', () => {
    expect(free(['K1'], promise(delivered(true)))).toBe(true);
    expect(free(['K1'], promise(delivered(false)))).toBe(false);
    expect(free(['K1'], promise(delivered(true, kettles)))).toBe(true);
    expect(free(['A1'], promise(delivered(true, kettles)))).toBe(false);
    expect(free(['K1'], promise(delivered(true, { regions: ['Spain'] })))).toBe(false);
  });

  it('is one way for all that comes together: one of the goods is enough', () => {
    expect(free(['A1', 'K1'], promise(delivered(true, kettles)))).toBe(true);
    expect(free([], promise(delivered(true)))).toBe(false);
  });

  it('is so by any promise that the purchase carries, and not by what a more specific term took the place of', () => {
    expect(free(['K1'], promise(), promise(delivered(true)))).toBe(true);
    expect(free(['K1'])).toBe(false);
    expect(free(['K1'], promise(delivered(true), delivered(false, kettles)))).toBe(false);
    expect(free(['A1'], promise(delivered(true), delivered(false, kettles)))).toBe(true);
  });

  it('is no matter of another kind of term that is free', () => {
    const params = { ...defaultsOf(training.params), freeOfCharge: true };
    const taught: Term = { id: 'training', kind: training.kind, params, appliesTo: EVERYTHING };
    expect(free(['K1'], promise(taught))).toBe(false);
  });
});
