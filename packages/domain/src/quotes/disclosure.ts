import type { CalendarData } from '../calendars/calendar.ts';
import { applies, EVERYTHING, moreSpecific, type Applicability } from '../policies/applicability.ts';
import type { VersionTerms } from '../policies/decide.ts';
import type { Facts, PurchaseFacts } from '../policies/facts.ts';
import { termKinds } from '../policies/kinds/all.ts';
import { fees } from '../policies/kinds/fees.ts';
import { withoutAdded } from '../policies/kinds/form.ts';
import { lessAmong, type Binding } from '../policies/less.ts';
import { phrasesFor } from '../policies/phrases.ts';
import { canonical } from '../policies/snapshot.ts';
import type { Term } from '../policies/terms.ts';
import { typedTexts } from '../policies/typed-texts.ts';
import { covers } from '../shared/period.ts';
import type { DisclosedTerm } from './quote.ts';

export interface Offer {
  timeZone: string;
  customer: Facts['customer'];
  /** Worth of the purchase it would become, minor units of the business's currency; null: it is in another one. */
  value: number | null;
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
      .map((term) => ({
        term,
        goods: facts.filter((each) => applies(term.appliesTo, { ...each, claim: { kind: term.kind } })),
      }))
      .filter(({ goods }) => goods.length > 0)
      .map(({ term, goods }) => ({
        policyId: version.policyId,
        policy: version.policy,
        versionId: version.id,
        number: version.number,
        currency: version.currency,
        termId: term.id,
        kind: term.kind,
        params: { ...term.params },
        appliesTo: term.appliesTo,
        calendar: countsHours(term) ? (version.calendar ?? null) : null,
        ...phrasesOf(version, term),
        goods: Object.fromEntries(
          goods.map(({ purchase: { code, category = null, complexity = null } }) => [code, { category, complexity }]),
        ),
      })),
  );
}

/**
 * Of the terms disclosed with an offer those that would decide for some of its goods: one that a more specific term of its
 * kind sets aside for all of them is no promise to this customer. What was shown before goods were stored with it stays.
 */
export const decidingAmong = (shown: readonly DisclosedTerm[]): DisclosedTerm[] =>
  shown.filter((term) => {
    const before = shown.filter(
      (each) =>
        each.kind === term.kind && moreSpecific(each.appliesTo as Applicability, term.appliesTo as Applicability),
    );
    const codes = Object.keys(term.goods ?? {});
    return codes.length === 0 || codes.some((code) => !before.some(({ goods }) => Object.hasOwn(goods ?? {}, code)));
  });

/** Those of the term and of the policy's name; left out where none of them is worded. */
function phrasesOf({ policy, phrases }: VersionTerms, term: Term): Pick<DisclosedTerm, 'phrases'> {
  const words = phrasesFor([policy, ...typedTexts([term])], phrases ?? {});
  return Object.keys(words).length === 0 ? {} : { phrases: words };
}

/**
 * The goods of an offer as they were when it was shown, by code; what the product became since is nothing that the
 * customer saw. Goods of which nothing was promised are not in it.
 */
export const goodsShown = (shown: readonly DisclosedTerm[]): Readonly<NonNullable<DisclosedTerm['goods']>> =>
  Object.fromEntries(shown.flatMap(({ goods }) => Object.entries(goods ?? {})));

const countsHours = ({ kind, params }: Term): boolean =>
  termKinds.find((each) => each.kind === kind)?.needsCalendar(params) ?? false;

/**
 * The fee schedule among disclosed terms, as text whose SHA-256 says whether two schedules are the same (C7). One that was
 * shown before its form had a field is the same as one that holds the field's default.
 */
export const feesText = (terms: readonly DisclosedTerm[]): string =>
  canonical(
    terms
      .filter((term) => term.kind === 'fees')
      .map(({ policyId, currency, termId, params, appliesTo }) => ({
        policyId,
        currency,
        termId,
        params: withoutAdded(fees.params, params),
        appliesTo,
      })),
  );

/**
 * Names of the terms in which less is promised now than was shown with an offer, sorted; empty: nothing is worse. For
 * each of the goods, the term of each kind that was shown for it is held against the one that would be granted; so are
 * the working hours they count by and their wordings, see {@link lessAmong}.
 *
 * @param goods those of the offer, as they were shown. Customer and value are not asked again: each list was made for
 * this offer, and a customer who has moved since was nevertheless shown what was shown.
 */
export function lessThanShown(
  shown: readonly DisclosedTerm[],
  now: readonly DisclosedTerm[],
  goods: Offer['goods'],
): string[] {
  const known = (term: DisclosedTerm) => termKinds.some((kind) => kind.kind === term.kind);
  const less = goods.flatMap((each) => {
    const cuts = lessAmong(judging(shown.filter(known), each), judging(now.filter(known), each));
    return cuts.map((cut) => cut.termId ?? cut.byTermId!);
  });
  // a kind that is no longer installed cannot be granted
  const gone = shown.filter((term) => !known(term)).map((term) => term.termId);
  return [...new Set([...less, ...gone])].sort();
}

/**
 * The terms that would judge a claim on these goods, without their conditions (for this offer they are met).
 */
function judging(terms: readonly DisclosedTerm[], goods: Offer['goods'][number]): Binding[] {
  const fitting = terms
    .map((term) => ({ ...term, appliesTo: term.appliesTo as Applicability }))
    .filter(({ kind, goods: shownFor, appliesTo: { productCodes, categories, complexity } }) =>
      shownFor
        ? Object.hasOwn(shownFor, goods.code)
        : applies(
            { ...EVERYTHING, productCodes, categories, complexity },
            {
              timeZone: 'UTC',
              customer: { region: null, segment: null },
              purchase: { ...goods, at: '', value: null },
              claim: { kind },
            },
          ),
    );
  const chosen = fitting.filter(
    (term) => !fitting.some((each) => each.kind === term.kind && moreSpecific(each.appliesTo, term.appliesTo)),
  );
  return chosen.map(({ termId, kind, params, calendar, phrases }) => ({
    term: { id: termId, kind, params, appliesTo: EVERYTHING },
    calendar: (calendar as CalendarData | null | undefined) ?? null,
    phrases: phrases ?? {},
  }));
}
