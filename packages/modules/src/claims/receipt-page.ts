import { wallOf } from '@perennial/domain/shared/business-clock';
import { chargeName } from '@perennial/domain/claims/charge-name';
import { claimSentence, claimSentencesOf } from '@perennial/domain/claims/sentences';
import {
  chargesTotal,
  type ReceiptBody,
  type ReceiptCharge,
  type ReceiptLine,
  type ReceiptTimes,
} from '@perennial/domain/claims/receipt';
import { dayIn } from '@perennial/domain/policies/facts';
import { kindTold } from '@perennial/domain/policies/kinds/charge-kinds';
import { sayIn } from '@perennial/domain/policies/sentences/language';
import type { Language } from '@perennial/domain/shared/language';
import { html, type HtmlValue, type SafeHtml } from '@perennial/kernel/server/html';
import type { PublicPage, ShownPage } from '@perennial/kernel/server/page';
import { receiptByHash, type FoundReceipt } from './receipt-service.ts';
import { receiptWords } from './receipt-words.ts';

/**
 * `GET /receipt/<hash>`: what was decided and by which promise, for whoever holds the receipt; checked each time it is
 * shown. In the customer's language unless the address asks for another. Of the person it shows nothing.
 */
export const receiptPage: PublicPage = {
  path: 'receipt',
  handle: async (ctx, rest, query) => {
    const hash = rest.replace(/\s/g, '').toLowerCase();
    const found = HASH.test(hash) ? await receiptByHash(ctx.db.orm, hash) : null;
    if (!found) return unknownReceipt(hash, ctx.language);
    const language = query.has('lang') ? ctx.language : found.body.language;
    return {
      status: 200,
      title: receiptWords[language].title(found.body.claim.number),
      language,
      body: shown(found, hash, language, (at) => dayIn(ctx.timezone, at.toISOString())),
    };
  },
};

const HASH = /^[0-9a-f]{64}$/;

/** Whoever types it from paper is told what to look at: how long it is, and which letters it can hold. */
function unknownReceipt(typed: string, language: Language): ShownPage {
  const words = receiptWords[language].unknown;
  const say = sayIn(language);
  const strange = [...new Set(typed.replace(/[0-9a-f]/g, ''))].slice(0, 10).join(' ');
  return {
    status: 404,
    title: words.title,
    language,
    body: html`<h1>${words.title}</h1>
      <p>${words.check}</p>
      <ul>
        ${typed.length !== 64 && html`<li>${words.length(say.number(typed.length))}</li>`}
        ${strange !== '' && html`<li>${words.letters(strange)}</li>`}
        ${HASH.test(typed) && html`<li>${words.digits}</li>`}
      </ul>
      <p>${words.ask}</p>`,
  };
}

function shown(found: FoundReceipt, hash: string, language: Language, dayOf: (at: Date) => string): SafeHtml {
  const { body } = found;
  const { claim } = body;
  const words = receiptWords[language];
  const say = sayIn(language);
  return html`<h1>${words.title(claim.number)}</h1>
    ${replacement(found, language, dayOf)}
    <p>
      ${words.about(body.invoice.number, say.day(body.invoice.on))}<br />
      ${words.claimed(words.kind[claim.kind], say.day(claim.claimedOn))}
    </p>
    <p class="${claim.outcome === 'ALLOWED' ? 'good' : 'note'}">
      <strong>${claim.status === 'OPEN' ? words.status.OPEN : words.outcome[claim.outcome]}</strong>
      ${claim.status !== 'OPEN' && claim.status !== 'DECIDED' && html` · ${words.status[claim.status]}`}
    </p>
    ${facts([
      [words.reason, claim.reason],
      [
        words.total,
        body.refund.amount > 0 && !letGo(body) ? say.money(body.refund.amount, body.refund.currency) : null,
      ],
      [words.paid, body.paid && say.money(body.paid.amount, body.paid.currency)],
      [words.settled, claim.settledOn && say.day(claim.settledOn)],
    ])}
    ${body.times && times(body.times, language)} ${body.lines.map((line) => oneLine(line, language))}
    ${charges(body, language)}
    <h2>${words.check}</h2>
    <p class="${found.matches ? 'good' : 'note'}">${found.matches ? words.matches : words.altered}</p>
    <p class="quiet">${words.issued(say.day(dayOf(found.issuedAt)))}<br />SHA-256 <code>${hash}</code></p>
    ${body.snapshots.map((each) => html`<p class="quiet">${words.promise} <code>${each}</code></p>`)}
    <p class="quiet screen">${words.print}</p>`;
}

/** That it does not hold any more, first of all: whoever has it in print must not take it for what is decided. */
function replacement({ replaced }: FoundReceipt, language: Language, dayOf: (at: Date) => string): HtmlValue {
  if (!replaced) return null;
  const words = receiptWords[language];
  const on = replaced.on && sayIn(language).day(dayOf(replaced.on));
  return html`<p class="note">
    <strong>${(replaced.withdrawn ? words.withdrawn : words.replaced)(on)}</strong><br />
    <a href="/receipt/${replaced.by}?lang=${language}">${words.holdsNow}</a> <code>${replaced.by}</code>
  </p>`;
}

/** The times promised for the claim, by the business's clocks (C8). */
function times({ timeZone, claimedAt, pausedSince, waited, promised }: ReceiptTimes, language: Language): SafeHtml {
  const words = receiptWords[language].times;
  const say = sayIn(language);
  const at = (iso: string) => {
    const wall = wallOf(new Date(iso), timeZone);
    return `${say.day(wall.on)} ${wall.at}`;
  };
  return html`<h2>${words.title}</h2>
    <p>${words.since(at(claimedAt), timeZone)}${pausedSince && html`<br />${words.paused(at(pausedSince))}`}</p>
    ${waited?.map(({ from, to }) => html`<p>${words.waited(at(from), at(to))}</p>`)}
    ${facts(
      promised.map((each) => [
        words.target[each.target],
        [
          each.dueAt === null ? null : words.due(at(each.dueAt)),
          each.doneAt === null ? null : words.done[each.target](at(each.doneAt)),
          words.state[each.state],
        ]
          .filter(Boolean)
          .join(' · '),
      ]),
    )}`;
}

function oneLine(line: ReceiptLine, language: Language): SafeHtml {
  const words = receiptWords[language];
  const say = sayIn(language);
  const extras = [...claimSentencesOf(line.extras, language), ...line.included];
  return html`<h2>${line.description || line.code} <span class="quiet">${line.code}</span></h2>
    <p>
      ${words.pieces(say.number(line.quantity))} ·
      <strong>${line.review ? words.review : words.outcome[line.outcome]}</strong>
      ${line.remedy && !line.review && html` · ${words.remedy[line.remedy]}`}
    </p>
    ${line.asked && html`<p>${claimSentence(line.asked, language)}</p>`}
    ${facts([
      [words.refund, line.refund && say.money(line.refund.amount, line.refund.currency)],
      [words.deadline, line.deadline && say.day(line.deadline)],
      [words.failed, line.serialFailed],
      [words.replacement, line.serialReplacement],
    ])}
    <h3>${words.why}</h3>
    <ol>
      ${claimSentencesOf(line.trace, language).map((sentence) => html`<li>${sentence}</li>`)}
    </ol>
    ${extras.length > 0 &&
    html`<h3>${words.included}</h3>
      <ul>
        ${extras.map((each) => html`<li>${each}</li>`)}
      </ul>`}`;
}

/** Of a claim that was withdrawn nothing is given back or charged, whatever was decided and entered before. */
const letGo = ({ claim }: ReceiptBody): boolean => claim.status === 'WITHDRAWN';

function charges(body: ReceiptBody, language: Language): SafeHtml {
  const words = receiptWords[language];
  const say = sayIn(language);
  if (body.charges.length === 0 || letGo(body)) {
    return html`<h2>${words.charges}</h2>
      <p>${letGo(body) ? words.withdrawnCharges : words.noCharges}</p>`;
  }
  return html`<h2>${words.charges}</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.charge}</th>
            <th scope="col" class="number">${words.amount}</th>
            <th scope="col">${words.why}</th>
          </tr>
        </thead>
        <tbody>
          ${body.charges.map(
            (each) =>
              html`<tr>
                <th scope="row">${chargeName(each, language)}${kindLine(each, language)}</th>
                <td class="number">${say.money(each.amount.amount, each.amount.currency)}</td>
                <td>
                  <strong>${words.verdict[each.verdict]}</strong><br />${claimSentencesOf(each.trace, language).join(
                    words.gap,
                  )}
                </td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          ${chargesTotal(body.charges).map(
            ({ total, asked }) =>
              html`<tr>
                <th scope="row">${words.chargesTotal}</th>
                <td class="number"><strong>${say.money(total.amount, total.currency)}</strong></td>
                <td>${asked.amount > 0 && words.ofItAsked(say.money(asked.amount, asked.currency))}</td>
              </tr>`,
          )}
        </tfoot>
      </table>
    </div>`;
}

/** What the charge was for, where that is not plain: a part, an add-on, looking at the fault. */
function kindLine({ kind }: ReceiptCharge, language: Language): HtmlValue {
  const told = kindTold(kind, language);
  return told && html`<br /><span class="quiet">${told}</span>`;
}

function facts(rows: readonly (readonly [string, HtmlValue])[]): HtmlValue {
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return null;
  return html`<dl>
    ${known.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
