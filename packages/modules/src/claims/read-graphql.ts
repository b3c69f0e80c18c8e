import { mostFor, VERDICTS } from '@perennial/domain/claims/charges';
import { CLAIM_OUTCOMES, claimLine, outcomeOf } from '@perennial/domain/claims/claim';
import { CLOCK_STATES, TARGETS } from '@perennial/domain/claims/clock';
import { claimSentencesOf } from '@perennial/domain/claims/sentences';
import { wordingOf } from '@perennial/domain/policies/phrases';
import { f } from '@perennial/domain/shared/fields';
import { gid, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { asGranted } from '../policies/index.ts';
import { chargeKind, chargeList, language, outcome, reference, stated } from './arguments.ts';
import { tryCharges } from './charges-service.ts';
import { claimClock } from './clock-reading.ts';
import { decideStated } from './decide-service.ts';
import { languageOf } from './receipt-service.ts';

const moment = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

const decidedLine = named(
  'ClaimTrialLine',
  z.object({
    lineId: z.string(),
    code: z.string(),
    quantity: z.int32(),
    /** Pieces that can still be claimed, these among them. */
    left: z.int32(),
    outcome,
    remedy: claimLine.fields.remedy,
    review: z.boolean(),
    termKind: z.string().nullable(),
    termId: z.string().nullable(),
    policyId: z.string().nullable(),
    policyVersionId: z.string().nullable(),
    snapshotHash: z.string().nullable(),
    countedFrom: z.string().nullable(),
    deadline: z.string().nullable(),
    refund: f.money({ nullable: true }),
    result: z.unknown(),
    trace: z.unknown(),
    sentences: z.array(z.string()),
    extras: z.array(z.string()),
  }),
);

export const queries = [
  query({
    name: 'claimPreview',
    description: 'Decides a claim as `claimOpen` would, from what was promised at the sale, and writes nothing.',
    roles: null,
    args: z.object({ ...stated, language: language.optional() }),
    returns: named(
      'ClaimTrial',
      z.object({
        outcome: named('ClaimOutcome', z.enum(CLAIM_OUTCOMES)),
        review: z.boolean(),
        refund: f.money({}),
        currency: z.string(),
        lines: z.array(decidedLine),
      }),
    ),
    handle: async (ctx, { customerId, language: told, ...input }) => {
      const claim = { ...input, customerId: customerId.customerId ?? '' };
      // what an import added a moment ago is promised something, too
      const decided = await asGranted(ctx.db, claim.customerId, ctx, (orm) => decideStated(orm, ctx, claim));
      const tag = languageOf(told ?? 'en');
      return {
        outcome: outcomeOf(decided.lines.map(({ decision }) => decision)),
        review: decided.lines.some(({ decision }) => decision.review),
        refund: decided.lines.reduce((sum, { refund }) => sum + (refund ?? 0), 0),
        currency: decided.purchase.currency,
        lines: decided.lines.map(({ line, quantity, left, refund, decision }) => ({
          lineId: `InvoiceLine_${customerId.customerId}_${line.id}`,
          code: line.code,
          quantity,
          left,
          outcome: decision.outcome,
          remedy: decision.remedy,
          review: decision.review,
          termKind: decision.termKind,
          termId: decision.termId,
          policyId: decision.policyId && `Policy_${decision.policyId}`,
          policyVersionId: decision.versionId && `PolicyVersion_${decision.versionId}`,
          snapshotHash: decision.snapshotHash,
          countedFrom: decision.countedFrom,
          deadline: decision.deadline,
          refund,
          result: decision.result,
          trace: decision.trace,
          sentences: claimSentencesOf(decision.trace, tag),
          extras: claimSentencesOf(decision.extras, tag),
        })),
      };
    },
  }),
  query({
    name: 'claimClock',
    description:
      'How the response and resolution times promised for a claim stand now: what is due, what is left of the promised ' +
      'hours, and whether it was kept. Derived from what was frozen at the sale and from the pauses. `on`: the day by which ' +
      'that is judged; left out, the latest day the business has been at.',
    roles: null,
    args: z.object({ id: gid('Claim'), on: z.iso.date().optional() }),
    returns: named(
      'ClaimClock',
      z.object({
        /** The moment at which what is done now is written down: on the latest day, though somebody looks back. */
        at: z.date(),
        /** IANA zone of the business, in which moments are shown. */
        timezone: z.string(),
        pausedSince: z.date().nullable(),
        reason: z.string().nullable(),
        clocks: z.array(
          named(
            'ClaimClockReading',
            z.object({
              target: named('ClockTarget', z.enum(TARGETS)),
              state: named('ClockState', z.enum(CLOCK_STATES)),
              minutes: z.int32(),
              clock: named('ClockHours', z.enum(['WORKING', 'ELAPSED'])),
              dueAt: z.date().nullable(),
              doneAt: z.date().nullable(),
              /** Of the promised hours; negative where it is overdue. */
              minutesLeft: z.number().nullable(),
              problem: z.string().nullable(),
              policyId: z.string(),
              termId: z.string(),
              snapshotHash: z.string(),
            }),
          ),
        ),
      }),
    ),
    handle: async (ctx, { id, on }) => {
      const { clocks, ...rest } = await claimClock(ctx.db.orm, reference(id), ctx, on);
      return {
        ...rest,
        timezone: ctx.timezone,
        clocks: clocks.map((each) => ({
          ...each,
          dueAt: moment(each.dueAt),
          doneAt: moment(each.doneAt),
          policyId: `Policy_${each.policyId}`,
        })),
      };
    },
  }),
  query({
    name: 'claimChargesCheck',
    description: 'What the no-hidden-fee guard says of charges, and the fees that were disclosed; writes nothing.',
    roles: null,
    args: z.object({ id: gid('Claim'), charges: chargeList, language: language.optional() }),
    returns: named(
      'ClaimChargesTrial',
      z.object({
        currency: z.string(),
        schedule: z.array(
          named(
            'DisclosedFee',
            z.object({
              code: z.string(),
              label: z.string(),
              mode: named('FeeMode', z.enum(['AMOUNT', 'CAP'])),
              amount: f.money({}),
              consent: z.boolean(),
              kinds: z.array(chargeKind),
            }),
          ),
        ),
        checks: z.array(
          named(
            'ChargeCheck',
            z.object({
              code: z.string(),
              kind: chargeKind,
              verdict: named('ChargeVerdict', z.enum(VERDICTS)),
              trace: z.unknown(),
              sentences: z.array(z.string()),
            }),
          ),
        ),
      }),
    ),
    handle: async (ctx, { id, charges, language: told }) => {
      const tried = await tryCharges(ctx.db.orm, reference(id), charges, ctx.timezone);
      const tag = languageOf(told ?? 'en');
      return {
        currency: tried.context.currency,
        schedule: tried.schedule.map((fee) => ({
          ...fee,
          amount: mostFor(fee, tried.context.included),
          label: wordingOf(fee.label, tag, tried.context.phrases),
          kinds: [...fee.kinds],
        })),
        checks: tried.checks.map((check) => ({ ...check, sentences: claimSentencesOf(check.trace, tag) })),
      };
    },
  }),
];
