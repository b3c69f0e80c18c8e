import { applies } from '../policies/applicability.ts';
import type { VersionTerms } from '../policies/decide.ts';
import type { Facts, PurchaseFacts } from '../policies/facts.ts';
import { canonical } from '../policies/snapshot.ts';
import { covers } from '../shared/period.ts';
import type { DisclosedTerm } from './quote.ts';

export interface Offer {
  timeZone: string;
  customer: Facts['customer'];
  /** Worth of the purchase it would become, minor units. */
  value: number;
  goods: readonly Pick<PurchaseFacts, 'code' | 'category' | 'complexity'>[];
}

/**
 * The terms that the customer would be promised on buying this offer on day `asOf`: those in force that speak of one of
 * its goods at least, by policy and then by their order in the version. The order of `versions` does not matter.
 */
export function promisedBy(offer: Offer, versions: readonly VersionTerms[], asOf: string): DisclosedTerm[] {
  const inForce = versions
    .filter((version) => covers(version.period, asOf))
    .sort((a, b) => (`${a.policy} ${a.id}` < `${b.policy} ${b.id}` ? -1 : 1));
  const facts = offer.goods.map((goods) => ({
    timeZone: offer.timeZone,
    customer: offer.customer,
    purchase: { ...goods, at: asOf, value: offer.value },
  }));
  return inForce.flatMap((version) =>
    version.terms
      .filter((term) => facts.some((each) => applies(term.appliesTo, { ...each, claim: { kind: term.kind } })))
      .map((term) => ({
        policyId: version.policyId,
        policy: version.policy,
        versionId: version.id,
        number: version.number,
        currency: version.currency,
        termId: term.id,
        kind: term.kind,
        params: { ...term.params },
        appliesTo: term.appliesTo,
      })),
  );
}

/** The fee schedule among disclosed terms, as text whose SHA-256 says whether two schedules are the same (C7). */
export const feesText = (terms: readonly DisclosedTerm[]): string =>
  canonical(
    terms
      .filter((term) => term.kind === 'fees')
      .map(({ policyId, currency, termId, params, appliesTo }) => ({ policyId, currency, termId, params, appliesTo })),
  );
