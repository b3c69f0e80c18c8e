import { changeSentences } from '@perennial/domain/policies/compare';
import { wordingOf } from '@perennial/domain/policies/phrases';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import { kindOf } from '@perennial/domain/policies/terms';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { inLanguage, tagOf } from './arguments.ts';
import { keptPromise } from './kept-service.ts';
import { movePromise, weighMove } from './move-service.ts';

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
      "with the customer's recorded consent.",
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

export const promiseQueries = [
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
        terms: z.array(
          named(
            'KeptTerm',
            z.object({
              kind: z.string(),
              termId: z.string(),
              stage: named('PolicyStage', z.enum(POLICY_STAGES)),
              sentences: z.array(z.string()),
            }),
          ),
        ),
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
        terms: snapshot.terms.map((term) => ({
          kind: term.kind,
          termId: term.id,
          stage: kindOf(term.kind).stage,
          sentences: termSentences(term, snapshot.currency, tagOf(given), snapshot.phrases),
        })),
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
        /** What its terms would be read by otherwise: their amounts or their days; never without consent. */
        readings: z.array(
          named('ReadingChange', z.object({ field: z.string(), before: z.string(), after: z.string() })),
        ),
        changes: z.array(
          named(
            'WeighedChange',
            z.object({
              change: z.string(),
              kind: z.string(),
              termId: z.string(),
              worse: z.boolean(),
              before: z.array(z.string()),
              after: z.array(z.string()),
            }),
          ),
        ),
      }),
    ),
    handle: async (ctx, { id, policyVersionId, language: given }) => {
      const { promised, cuts, readings, changes, to } = await weighMove(
        ctx.db.orm,
        ctx,
        refOf(id),
        policyVersionId.id ?? '',
      );
      const said = { before: promised.snapshot.phrases, after: to.phrases };
      const worseTerms = [...new Set(cuts.flatMap(({ termId, byTermId }) => termId ?? byTermId ?? []))];
      return {
        worse: cuts.length + readings.length > 0,
        worseTerms,
        readings,
        changes: changes
          .filter((each) => each.change !== 'SAME')
          .map((each) => ({
            change: each.change,
            kind: each.kind,
            termId: each.termId,
            worse: each.worse,
            before: changeSentences(each, promised.snapshot.currency, tagOf(given), said).before,
            after: changeSentences(each, to.currency, tagOf(given), said).after,
          })),
      };
    },
  }),
];
