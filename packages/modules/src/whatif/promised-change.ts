import { applies } from '@perennial/domain/policies/applicability';
import { asIf } from '@perennial/domain/policies/as-if';
import { noWorseFor } from '@perennial/domain/policies/compare';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { Facts } from '@perennial/domain/policies/facts';
import { hoursCutsFor, wordingCutsFor } from '@perennial/domain/policies/less';

/** What the words to try would mean for a purchase; it may be promised less in one thing and more in another. */
export interface PromisedChange {
  less: boolean;
  more: boolean;
}

/**
 * Compares what purchases were promised with what they would be, in all that the service-cut guard looks at (S11): the
 * terms that speak of the goods, the working hours these count by, their wordings, and the service points that are listed. Purchases
 * that hold the same and to which the same terms apply are compared once.
 */
export class Comparison {
  readonly #supposed: VersionTerms;
  readonly #points: ReadonlyMap<string, readonly string[]>;
  readonly #told = new Map<string, PromisedChange>();

  /** @param points the service points that versions list, by the version's id. */
  constructor(supposed: VersionTerms, points: ReadonlyMap<string, readonly string[]>) {
    this.#supposed = supposed;
    this.#points = points;
  }

  /** @param held what binds, by which frozen wording: hours belong to the wording, whatever version it is of. */
  of(facts: Facts, held: ReadonlyMap<string, VersionTerms>): PromisedChange {
    const before = [...held.values()];
    const after = asIf(before, this.#supposed);
    const fitting = ({ terms }: VersionTerms) => terms.map((term) => (applies(term.appliesTo, facts) ? 1 : 0)).join('');
    const key = [...held].map(([id, version]) => `${id}:${fitting(version)}`).join() + `>${fitting(this.#supposed)}`;
    const known = this.#told.get(key);
    if (known) return known;
    const found = {
      less: this.#lessFor(facts, before, after) || this.#loses(this.#pointsIn(before), this.#pointsIn(after)),
      more: this.#moreFor(facts, before, after) || this.#loses(this.#pointsIn(after), this.#pointsIn(before)),
    };
    this.#told.set(key, found);
    return found;
  }

  /** Words that were not saved name no hours and no wordings: nothing can be said of either. */
  get #saved(): boolean {
    return this.#supposed.calendar !== undefined;
  }

  #lessFor(facts: Facts, before: readonly VersionTerms[], after: readonly VersionTerms[]): boolean {
    if (noWorseFor(facts, before, after).length > 0) return true;
    return (
      this.#saved && (hoursCutsFor(facts, before, after).length > 0 || wordingCutsFor(facts, before, after).length > 0)
    );
  }

  /** Other words for the same text may be less to who reads them, and are never more. */
  #moreFor(facts: Facts, before: readonly VersionTerms[], after: readonly VersionTerms[]): boolean {
    if (noWorseFor(facts, after, before).length > 0) return true;
    return this.#saved && hoursCutsFor(facts, after, before).length > 0;
  }

  /** What the version that the policy has promises in places; null: it is not known, or the policy promises nothing. */
  #pointsIn(versions: readonly VersionTerms[]): readonly string[] | null {
    const own = versions.find(({ policyId }) => policyId === this.#supposed.policyId);
    return own === undefined ? null : (this.#points.get(own.id) ?? null);
  }

  /** A purchase that the policy promised nothing loses none of its points; it gains what its terms give it. */
  #loses(was: readonly string[] | null, is: readonly string[] | null): boolean {
    return was !== null && is !== null && was.some((point) => !is.includes(point));
  }
}
