import { byStage, ofKind } from '@perennial/domain/charter/charter';
import { specialDays, unknownYears, weekHours } from '@perennial/domain/charter/hours';
import type { CharterWords } from '@perennial/domain/charter/words';
import { pointIn } from '@perennial/domain/points/point';
import { kindTold } from '@perennial/domain/policies/kinds/charge-kinds';
import { feeRules, feesOf, type FeeRow } from '@perennial/domain/policies/kinds/fees';
import { wordingOf } from '@perennial/domain/policies/phrases';
import { sayIn } from '@perennial/domain/policies/sentences/language';
import { termSentences, termSentencesAmong } from '@perennial/domain/policies/sentences/sentence';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { inBase } from '@perennial/domain/policies/variant';
import { sayDay } from '@perennial/domain/shared/dates';
import type { Language } from '@perennial/domain/shared/language';
import { addDays } from '@perennial/domain/shared/period';
import { websiteLink } from '@perennial/domain/shared/website';
import { html, webLink, type HtmlValue, type SafeHtml } from '@perennial/kernel/server/html';
import type { PublicVersion } from '../policies/index.ts';
import { inLanguage, type CharterPage, type ShownPoint } from './charter-service.ts';

/** Terms and how their texts are said in other languages. */
type Worded = Pick<PublicVersion, 'terms' | 'phrases'> & {
  /** Terms told elsewhere on the page that may be more specific than these. */
  beside?: readonly Term[];
};

/** In which words and figures a page is told. */
export interface Telling {
  language: Language;
  currency: string;
  asOf: string;
  words: CharterWords;
}

/** "In force since …"; the last day itself is named, not the day after it. */
export function periodOf(version: PublicVersion, { words, language }: Telling): string {
  const from = sayDay(version.effectiveFrom, language);
  if (version.effectiveTo === null) return words.validSince(from);
  return words.validFromTo(from, sayDay(addDays(version.effectiveTo, -1), language));
}

const around = ({ terms, beside = [] }: Worded): readonly Term[] => [...terms, ...beside];

/** To whom, and what; the kind stands in front so that a long list can be scanned. */
export function termLine(term: Term, version: Worded, { language, currency, words }: Telling): SafeHtml {
  const [scope, promise] = termSentencesAmong(term, around(version), currency, language, version.phrases);
  return html`<li>
    <strong>${kindOf(term.kind).label[language]}</strong><br />
    ${promise}${words.gap}<span class="quiet">${scope}</span>
  </li>`;
}

/** What is promised, by the stage of the sale in which it is kept (C2). */
export function sentencesSection(version: Worded, telling: Telling): HtmlValue {
  return byStage(version.terms).map(
    (group) =>
      html`<h2>${telling.words.stages[group.stage]}</h2>
        <ul>
          ${group.terms.map((term) => termLine(term, version, telling))}
        </ul>`,
  );
}

/** Every charge there can be, as a table (收費標準, C7). */
export function feesSection(version: Worded, telling: Telling): HtmlValue {
  const { words, language, currency } = telling;
  const schedules = ofKind(version.terms, 'fees');
  if (schedules.length === 0) return null;
  const say = sayIn(language);
  const { feeColumns: column } = words;
  return html`<h2>${words.fees}</h2>
    ${schedules.map((term) => {
      const { rows } = feesOf(term.params);
      const [scope] = termSentencesAmong(term, around(version), currency, language);
      const rules = feeRules(feesOf(term.params), language);
      if (rows.length === 0)
        return html`<p>${words.noFees}${words.gap}${rules}${words.gap}<span class="quiet">${scope}</span></p>`;
      return html`<p class="quiet">${scope}${words.gap}${words.feesNote}</p>
        <div class="scroll" tabindex="0" role="group" aria-label="${words.fees}">
          <table>
            <thead>
              <tr>
                <th scope="col">${column.code}</th>
                <th scope="col">${column.what}</th>
                <th scope="col" class="number">${column.amount}</th>
                <th scope="col">${column.consent}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map((row) => {
                const money = say.money(row.amount, currency);
                return html`<tr>
                  <td>${row.code}</td>
                  <td>${wordingOf(row.label, language, version.phrases) || row.code}${kindLine(row, language)}</td>
                  <td class="number">${row.mode === 'CAP' ? words.feeCap(money) : money}</td>
                  <td>${whenAsked(row, term, telling)}</td>
                </tr>`;
              })}
            </tbody>
          </table>
        </div>
        <p>${rules}</p>`;
    })}`;
}

function kindLine({ kind }: FeeRow, language: Language): HtmlValue {
  const told = kindTold(kind, language);
  return told && html`<br /><span class="quiet">${told}</span>`;
}

/** Whether the customer is asked before the charge is made: always, never, or in the cases that the guard asks about (S2). */
function whenAsked({ consent, kind }: FeeRow, term: Term, { words, language }: Telling): string {
  const { partShare, addOnsUpToDiscount } = feesOf(term.params);
  if (consent) return words.yes;
  if (kind === 'PART') return words.feeAsked.part(sayIn(language).number(partShare));
  return kind === 'ADD_ON' && addOnsUpToDiscount ? words.feeAsked.addOns : words.no;
}

/** What is declared as not served (C48). */
export function exclusionsSection(version: Worded, telling: Telling): HtmlValue {
  return listSection(telling.words.exclusions, ofKind(version.terms, 'exclusions'), version, telling);
}

/** What comes along at no charge, by term and by product (C20). */
export function extrasSection(version: Worded, { products, all }: CharterPage['extras'], telling: Telling): HtmlValue {
  const { words, language } = telling;
  const own = ofKind(version.terms, 'extras');
  if (own.length === 0 && products.length === 0) return null;
  return html`<h2>${words.extras}</h2>
    ${own.length > 0
      ? html`<ul>
          ${own.map((term) => termLine(term, version, telling))}
        </ul>`
      : ''}
    ${products.length > 0
      ? html`<h3>${words.extrasByProduct}</h3>
          <ul>
            ${products.map(
              ({ code, name, extras }) =>
                html`<li>${words.pair(`${name} (${code})`, sayIn(language).list(extras))}</li>`,
            )}
          </ul>
          ${all > products.length ? html`<p>${words.extrasMore(String(all - products.length))}</p>` : ''}`
      : ''}`;
}

function listSection(title: string, terms: readonly Term[], version: Worded, telling: Telling): HtmlValue {
  if (terms.length === 0) return null;
  return html`<h2>${title}</h2>
    <ul>
      ${terms.map((term) => termLine(term, version, telling))}
    </ul>`;
}

/** Where the promise differs, and in what (差異性, C45): a variant holds only its differences. */
export function variantsSection({ charter, variants }: CharterPage, telling: Telling): HtmlValue {
  if (variants.length === 0) return null;
  const { words, language, currency } = telling;
  const base = charter.inForce?.terms ?? [];
  return html`<h2>${words.variants}</h2>
    ${variants.map(({ policy, charter: own }) => {
      const { name } = inLanguage(policy, language);
      const differing = own.inForce?.terms ?? [];
      return html`<h3><a href="/charter/${policy.slug}?lang=${language}">${name}</a></h3>
        <p class="quiet">${words.onlyIn(policy.regions.join(', '))}${words.gap}${words.otherwiseBase}</p>
        <ul>
          ${differing.map((term) => {
            const replaced = inBase(base, differing, term);
            const was = replaced && termSentences(replaced, currency, language, charter.inForce?.phrases)[1];
            return html`<li>
              ${termSentences(term, currency, language, own.inForce?.phrases)[1]}
              <span class="quiet">${was ? words.pair(words.insteadOf, was) : words.inAddition}</span>
            </li>`;
          })}
        </ul>`;
    })}`;
}

const SPECIAL_DAYS = 30;

/** A website that was stored before addresses were checked may be none: it is told, and leads nowhere. */
function siteLink(website: string): HtmlValue {
  const link = websiteLink(website);
  return link === null ? website : html`<a href="${webLink(link)}" rel="nofollow noopener">${website}</a>`;
}

/** Where somebody can be reached, when, and when that was last tried (維修網點, C9). */
export function pointsSection(points: readonly ShownPoint[], telling: Telling): HtmlValue {
  if (points.length === 0) return null;
  const { words, language, asOf } = telling;
  return html`<h2>${words.points}</h2>
    ${points.map((point) => {
      const { phone, email, website, region, lastAnsweredOn, calendar } = point;
      const { name, address, note } = pointIn(point, language);
      const special = calendar ? specialDays(calendar, asOf, SPECIAL_DAYS, language) : [];
      const unknown = calendar ? unknownYears(calendar, asOf, SPECIAL_DAYS) : [];
      return html`<div class="card">
        <h3>${name}</h3>
        ${region ? html`<p class="quiet">${words.onlyIn(region)}</p>` : ''} ${address ? html`<p>${address}</p>` : ''}
        ${phone ? html`<p><a href="${webLink(`tel:${phone.replace(/[^+\d]/g, '')}`)}">${phone}</a></p>` : ''}
        ${email ? html`<p><a href="${webLink(`mailto:${email}`)}">${email}</a></p>` : ''}
        ${website ? html`<p>${siteLink(website)}</p>` : ''} ${note ? html`<p>${note}</p>` : ''}
        ${calendar
          ? html`<p>
                <strong>${words.hours}</strong><br />
                ${weekHours(calendar, language).map((line) => html`${words.pair(line.days, line.hours)}<br />`)}
                <span class="quiet">${words.timesIn(calendar.timeZone)}</span>
              </p>
              ${special.length > 0
                ? html`<p>
                    <strong>${words.special}</strong><br />
                    ${special.map((line) => html`${words.pair(line.days, line.hours)}<br />`)}
                  </p>`
                : ''}
              ${unknown.length > 0
                ? html`<p>${words.holidaysUnknown(sayIn(language).list(unknown.map(String)))}</p>`
                : ''}`
          : ''}
        <p class="quiet">
          ${lastAnsweredOn ? words.lastReached(sayDay(lastAnsweredOn, language)) : words.neverReached}
        </p>
      </div>`;
    })}`;
}
