import { VERDICTS } from '@perennial/domain/policies/follows';
import { wordingOf, type Phrases } from '@perennial/domain/policies/phrases';
import { sentenceOf, termSentences, termSentencesAmong } from '@perennial/domain/policies/sentences/sentence';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { inLanguage, namedIn, tagOf } from './arguments.ts';
import { keptPromise } from './kept-service.ts';
import { movePromise } from './move-service.ts';
import { hoursBy, weighMove, wordingsBy } from './move-weighing.ts';
import { promisesOwed } from './owed-service.ts';

const language = inLanguage.optional();
const refOf = (ref: { customerId?: string | undefined; id?: string | undefined }) => ({
  customerId: ref.customerId ?? '',
  id: ref.id ?? '',
});

export const promiseMutations = [
  mutation({
    name: 'entitlementMove',
    description:
      'Moves a purchase to another published version of its policy: allowed where nothing gets worse for it, else only ' +
      "with the customer's recorded consent to what `entitlementMoveWeigh` says of it.",
    roles: ['OWNER', 'POLICY_MANAGER'],
    input: z.object({
      id: gid('Entitlement'),
      policyVersionId: gid('PolicyVersion'),
      consent: named(
        'ConsentInput',
        z.object({
          by: z.string().trim().min(1).max(200),
          on: z.iso.date(),
          note: z.string().trim().min(1).max(2000),
          /** Of `entitlementMoveWeigh`: what the customer was told. */
          weighing: z.string().max(200),
        }),
      ).optional(),
    }),
    payload: { entitlement: 'Entitlement' },
    handle: async (ctx, { id, policyVersionId, consent }) => {
      await movePromise(ctx, refOf(id), policyVersionId.id ?? '', consent ?? null);
      return { entitlement: id };
    },
  }),
];

const termFields = z.object({
  kind: z.string(),
  termId: z.string(),
  stage: named('PolicyStage', z.enum(POLICY_STAGES)),
  sentences: z.array(z.string()),
});
/** A text as it was said to who reads a language, and as it is to be. */
const wordingChange = named('WordingChange', z.object({ language: inLanguage, before: z.string(), after: z.string() }));
const told = ({ language: read, ...words }: ReturnType<typeof wordingsBy>[number]) => ({
  language: namedIn(read),
  ...words,
});
/** How what is promised now, and what would take its place, is told. */
const weighedWords = {
  /** What was promised of charges was published after the purchase: only what `before` says can be made. */
  undisclosed: z.boolean(),
  /** Empty: nothing was promised, or is any more. */
  before: z.array(z.string()),
  after: z.array(z.string()),
  /** By name, where the hours that count are others and fewer. */
  hoursBefore: z.string().nullable(),
  hoursAfter: z.string().nullable(),
  wordings: z.array(wordingChange),
};
const keptTerm = named('KeptTerm', termFields);
/** With how many of the purchases it is still owed to: the last day of others may have passed. */
const owedTerm = named('OwedTerm', termFields.extend({ purchases: z.int32() }));

/** A term as it is told among others of its kind. */
const said = (
  term: Term,
  among: readonly Term[],
  { currency, phrases }: { currency: string; phrases?: Phrases | undefined },
  given: Parameters<typeof tagOf>[0],
) => ({
  kind: term.kind,
  termId: term.id,
  stage: kindOf(term.kind).stage,
  sentences: termSentencesAmong(term, among, currency, tagOf(given), phrases),
});

export const promiseQueries = [
  query({
    name: 'customerPromises',
    description:
      "What a customer's purchases are still owed on the as-of date, by the version of a policy they carry; only terms " +
      'that can decide something for one of them, take nothing from the customer and have not ended.',
    roles: null,
    args: z.object({ id: gid('Customer'), language }),
    returns: z.array(
      named(
        'PromiseOwed',
        z.object({
          policyId: z.string(),
          policy: z.string(),
          number: z.int32(),
          entitlementId: z.string(),
          purchases: z.int32(),
          since: z.string(),
          until: z.string(),
          terms: z.array(owedTerm),
        }),
      ),
    ),
    handle: async (ctx, { id, language: given }) => {
      const customerId = id.customerId ?? '';
      return (await promisesOwed(ctx.db.orm, customerId, ctx)).map((owed) => ({
        policyId: `Policy_${owed.policyId}`,
        policy: wordingOf(owed.policy, tagOf(given), owed.phrases),
        number: owed.number,
        entitlementId: `Entitlement_${customerId}_${owed.entitlementId}`,
        purchases: owed.purchases,
        since: owed.since,
        until: owed.until,
        terms: owed.terms.map(({ term, among, purchases }) => ({ ...said(term, among, owed, given), purchases })),
      }));
    },
  }),
  query({
    name: 'promiseKept',
    description: 'What a purchase was promised, word for word as frozen at the sale, checked against its hashes.',
    roles: null,
    args: z.object({ id: gid('Entitlement'), language }),
    returns: named(
      'PromiseKept',
      z.object({
        policy: z.string(),
        number: z.int32(),
        grantedOn: z.string(),
        hash: z.string(),
        snapshotHash: z.string(),
        calendar: z.string().nullable(),
        facts: z.unknown(),
        terms: z.array(keptTerm),
      }),
    ),
    handle: async (ctx, { id, language: given }) => {
      const kept = await keptPromise(ctx.db.orm, refOf(id));
      const { snapshot } = kept;
      return {
        policy: wordingOf(snapshot.policy, tagOf(given), snapshot.phrases),
        number: snapshot.number,
        grantedOn: kept.grantedOn,
        hash: kept.hash,
        snapshotHash: kept.snapshotHash,
        calendar: snapshot.calendar?.name ?? null,
        facts: kept.facts,
        terms: snapshot.terms.map((term) => said(term, snapshot.terms, snapshot, given)),
      };
    },
  }),
  query({
    name: 'entitlementMoveWeigh',
    description: 'What moving a purchase to another version would mean for exactly this purchase; writes nothing.',
    roles: null,
    args: z.object({ id: gid('Entitlement'), policyVersionId: gid('PolicyVersion'), language }),
    returns: named(
      'MoveWeighed',
      z.object({
        /** Whether the customer has to consent. */
        worse: z.boolean(),
        worseTerms: z.array(z.string()),
        /** Names this weighing: a consent to the move gives it back, and is refused where it would not come out the same. */
        weighing: z.string(),
        /** What its terms would be read by otherwise: their amounts or their days; never without consent. */
        readings: z.array(
          named('ReadingChange', z.object({ field: z.string(), before: z.string(), after: z.string() })),
        ),
        /** What the goods that it holds would have in place of what they have. */
        changes: z.array(
          named(
            'WeighedChange',
            z.object({
              kind: z.string(),
              verdict: named('MoveVerdict', z.enum(VERDICTS)),
              /** Codes of the products it is for; empty: for all of the purchase. */
              products: z.array(z.string()),
              ...weighedWords,
            }),
          ),
        ),
        /** In what other goods would be promised less that a later import may add to it. */
        later: z.array(
          named(
            'WeighedLater',
            z.object({
              kind: z.string(),
              /** Which goods, as sentences. */
              goods: z.array(z.string()),
              ...weighedWords,
            }),
          ),
        ),
      }),
    ),
    handle: async (ctx, { id, policyVersionId, language: given }) => {
      const { promised, cuts, later, readings, follows, to, weighing } = await weighMove(
        ctx.db.orm,
        ctx,
        refOf(id),
        policyVersionId.id ?? '',
      );
      const worseTerms = [...new Set(cuts.flatMap(({ termId, byTermId }) => termId ?? byTermId ?? []))];
      const sentences = (terms: readonly Term[], currency: string, phrases?: Phrases) =>
        terms.flatMap((term) => termSentences(term, currency, tagOf(given), phrases));
      return {
        worse: cuts.length + readings.length > 0,
        worseTerms,
        weighing,
        readings,
        changes: follows.map(({ kind, verdict, codes, undisclosed, was, is, hours, wordings }) => ({
          kind,
          verdict,
          products: [...codes],
          undisclosed,
          before: sentences(was, promised.snapshot.currency, promised.snapshot.phrases),
          after: sentences(is, to.currency, to.phrases),
          hoursBefore: hours?.before ?? null,
          hoursAfter: hours?.after ?? null,
          wordings: wordings.map(told),
        })),
        later: later.map(({ cut, undisclosed, was, is }) => ({
          kind: cut.kind,
          goods: cut.cases.map((cases) =>
            sentenceOf({ code: 'CASES', params: { cases, currency: promised.snapshot.currency } }, tagOf(given)),
          ),
          undisclosed,
          before: was ? sentences([was.term], was.version.currency, was.version.phrases) : [],
          after: is ? sentences([is.term], is.version.currency, is.version.phrases) : [],
          hoursBefore: hoursBy(cut)?.before ?? null,
          hoursAfter: hoursBy(cut)?.after ?? null,
          wordings: wordingsBy(cut).map(told),
        })),
      };
    },
  }),
];
