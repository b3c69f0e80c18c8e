import type { CalendarData } from '@perennial/domain/calendars/calendar';
import { hoursTold } from '@perennial/domain/charter/hours';
import { wordingOf } from '@perennial/domain/policies/phrases';
import { sentenceOf, termSentencesAmong } from '@perennial/domain/policies/sentences/sentence';
import type { Applicability } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import { decidingAmong } from '@perennial/domain/quotes/disclosure';
import { quote, quoteLine, quoteRevision, type DisclosedTerm } from '@perennial/domain/quotes/quote';
import { LANGUAGES, type Language } from '@perennial/domain/shared/language';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { acceptQuote, declineQuote, sendRevision } from './answer-service.ts';
import { createQuote, discardRevision, reviseQuote, saveRevision, updateQuote } from './draft-service.ts';
import { disclosureOf } from './promise-service.ts';

/** Who sells. */
const SELLERS = ['OWNER', 'AGENT'] as const;

const version = z.int32().min(1);
const { title } = quote.fields;
const { validUntil, solution, note, discount } = quoteRevision.fields;
const { description, quantity, unitPrice } = quoteLine.fields;

export const mutations = [
  mutation({
    name: 'quoteCreate',
    description: 'Opens a quote for a customer, with its first revision to be written.',
    roles: SELLERS,
    input: z.object({
      customerId: gid('Customer'),
      title,
      currency: z.string().length(3).optional(),
      validUntil: validUntil.optional(),
    }),
    payload: { quote: 'Quote', quoteRevision: 'QuoteRevision' },
    handle: async (ctx, { customerId, ...input }) => {
      const made = await createQuote(ctx, { ...input, customerId: customerId.customerId ?? '' });
      return { quote: made.quote, quoteRevision: made.revision };
    },
  }),
  mutation({
    name: 'quoteUpdate',
    description: 'Changes what an open quote is called or who looks after it.',
    roles: SELLERS,
    input: z.object({
      id: gid('Quote'),
      version,
      title: title.optional(),
      ownerId: gid('StaffMember').nullable().optional(),
    }),
    payload: { quote: 'Quote' },
    handle: async (ctx, { id, version: seen, ownerId, ...change }) => {
      await updateQuote(ctx, id, seen, { ...change, ownerId: ownerId ? (ownerId.id ?? null) : ownerId });
      return { quote: id };
    },
  }),
  mutation({
    name: 'quoteRevisionSave',
    description: 'Saves what is given of a draft. `lines` is the whole list; the total follows from it.',
    roles: SELLERS,
    input: z.object({
      id: gid('QuoteRevision'),
      version,
      validUntil: validUntil.optional(),
      solution: solution.optional(),
      note: note.optional(),
      discount: discount.optional(),
      lines: z
        .array(
          named(
            'QuoteLineInput',
            z.object({
              productId: gid('Product'),
              description: description.optional(),
              quantity,
              unitPrice: unitPrice.optional(),
            }),
          ),
        )
        .optional(),
    }),
    payload: { quoteRevision: 'QuoteRevision' },
    handle: async (ctx, { id, version: seen, lines, ...change }) => {
      const own = lines?.map((line) => ({ ...line, productId: line.productId.id ?? '' }));
      await saveRevision(ctx, id, seen, { ...change, lines: own });
      return { quoteRevision: id };
    },
  }),
  mutation({
    name: 'quoteRevisionSend',
    description: 'Offers a draft to the customer. From then on it stands, with the terms and fees shown with it.',
    roles: SELLERS,
    input: z.object({ id: gid('QuoteRevision'), version }),
    payload: { quote: 'Quote', quoteRevision: 'QuoteRevision' },
    handle: async (ctx, { id, version: seen }) => ({
      quote: (await sendRevision(ctx, id, seen)).quote,
      quoteRevision: id,
    }),
  }),
  mutation({
    name: 'quoteRevisionDiscard',
    description: 'Throws a draft away that is not the only revision.',
    roles: SELLERS,
    input: z.object({ id: gid('QuoteRevision'), version }),
    payload: { quote: 'Quote' },
    handle: (ctx, { id, version: seen }) => discardRevision(ctx, id, seen),
  }),
  mutation({
    name: 'quoteRevise',
    description: 'Starts the next revision as a copy of the newest.',
    roles: SELLERS,
    input: z.object({ id: gid('Quote') }),
    payload: { quote: 'Quote', quoteRevision: 'QuoteRevision' },
    handle: async (ctx, { id }) => {
      const made = await reviseQuote(ctx, id);
      return { quote: made.quote, quoteRevision: made.revision };
    },
  }),
  mutation({
    name: 'quoteAccept',
    description: 'The customer said yes: the newest revision sent becomes the purchase, with its promises and tasks.',
    roles: SELLERS,
    input: z.object({ id: gid('Quote'), version, revisionId: gid('QuoteRevision') }),
    payload: { quote: 'Quote', invoice: 'Invoice' },
    handle: (ctx, { id, version: seen, revisionId }) => acceptQuote(ctx, id, seen, revisionId),
  }),
  mutation({
    name: 'quoteDecline',
    description: 'The customer said no, and why.',
    roles: SELLERS,
    input: z.object({ id: gid('Quote'), version, reason: z.string().max(500) }),
    payload: { quote: 'Quote' },
    handle: async (ctx, { id, version: seen, reason }) => {
      await declineQuote(ctx, id, seen, reason);
      return { quote: id };
    },
  }),
];

const termWords = named(
  'QuotePromise',
  z.object({
    policyId: z.string(),
    policy: z.string(),
    number: z.int32(),
    kind: z.string(),
    termId: z.string(),
    sentences: z.array(z.string()),
    hours: z.string().nullable(),
  }),
);

export const queries = [
  query({
    name: 'quotePromises',
    description:
      'What a revision promises, in sentences, and the fee schedule shown with it: of a draft what is in force now, of ' +
      'what was sent what was shown then. `changed`: the fees in force are others than those shown, or less is promised.',
    roles: null,
    args: z.object({
      id: gid('QuoteRevision'),
      language: named('Language', z.enum(['en', 'zh_Hant', 'zh_Hans'])).optional(),
    }),
    returns: named(
      'QuotePromises',
      z.object({
        terms: z.array(termWords),
        fees: z.array(termWords),
        feesHash: z.string(),
        changed: z.boolean(),
      }),
    ),
    handle: async (ctx, { id, language }) => {
      const tag = LANGUAGES.find((each) => each === language?.replace('_', '-')) ?? 'en';
      const { terms, feesHash, changed } = await disclosureOf(ctx, id);
      const said = (some: readonly DisclosedTerm[]) => some.map((term) => inWords(term, terms, tag));
      return {
        terms: said(decidingAmong(terms).filter((term) => term.kind !== 'fees')),
        fees: said(terms.filter((term) => term.kind === 'fees')),
        feesHash,
        changed,
      };
    },
  }),
];

const asTerm = ({ termId, kind, params, appliesTo }: DisclosedTerm): Term => ({
  id: termId,
  kind,
  params,
  appliesTo: appliesTo as Applicability,
});

/** A kind of term that is no longer installed is shown by its name, so that an old quote can still be read. */
function inWords(term: DisclosedTerm, among: readonly DisclosedTerm[], language: Language) {
  const { policyId, policy, number, kind, termId, currency } = term;
  let sentences: string[];
  try {
    sentences = termSentencesAmong(asTerm(term), among.map(asTerm), currency, language, term.phrases);
  } catch {
    sentences = [sentenceOf({ code: kind, params: term.params }, language)];
  }
  const hours = term.calendar ? hoursTold(term.calendar as CalendarData, language) : null;
  const named = wordingOf(policy, language, term.phrases);
  return { policyId: `Policy_${policyId}`, policy: named, number, kind, termId, sentences, hours };
}
