import { judgingAmong } from '../policies/compare.ts';
import { delivery } from '../policies/kinds/delivery.ts';
import { factsFrom, type FrozenFacts, type PromiseSnapshot } from '../policies/snapshot.ts';

/**
 * Whether the purchase was promised that these goods are delivered free of charge (C14), by whichever of its promises
 * and whatever is claimed now.
 *
 * @param at moment (ISO) or day of the purchase.
 */
export function deliveryPromisedFree(
  promises: readonly { snapshot: Pick<PromiseSnapshot, 'terms' | 'timeZone'>; facts: FrozenFacts }[],
  codes: readonly string[],
  at: string,
): boolean {
  return promises.some(({ snapshot, facts }) =>
    codes.some((code) =>
      judgingAmong(factsFrom(facts, snapshot.timeZone, { at, code }, { kind: delivery.kind }), snapshot.terms).some(
        ({ kind, params }) => kind === delivery.kind && params['freeOfCharge'] === true,
      ),
    ),
  );
}
