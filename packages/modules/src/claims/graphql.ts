import { CHARGE_KINDS, VERDICTS } from '@perennial/domain/claims/charges';
import {
  CLAIM_KINDS,
  CLAIM_LANGUAGES,
  CLAIM_OUTCOMES,
  claim,
  claimCharge,
  claimLine,
  claimPause,
} from '@perennial/domain/claims/claim';
import { CLOCK_STATES, TARGETS } from '@perennial/domain/claims/clock';
import { claimSentencesOf } from '@perennial/domain/claims/sentences';
import { outcomeOf } from '@perennial/domain/claims/claim';
import { OUTCOMES, REMEDIES } from '@perennial/domain/policies/decision';
import { wordingOf } from '@perennial/domain/policies/phrases';
import { f } from '@perennial/domain/shared/fields';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { claimClock } from './clock-reading.ts';
import { pauseClaim, respondToClaim, resumeClaim } from './clock-service.ts';
import { consentToCharge, setCharges, tryCharges } from './charges-service.ts';
import { decideStated, type OwnedRef } from './decide-service.ts';
import { openClaim } from './open-service.ts';
import { languageOf } from './receipt-service.ts';
import type { Ref } from './rows.ts';
import { reviewClaim, settleClaim, withdrawClaim } from './settle-service.ts';

/** Who looks after customers. */
const KEEPERS = ['OWNER', 'AGENT'] as const;

const version = z.int32().min(1);
const day = claim.fields.claimedOn;
const kind = named('ClaimKind', z.enum(CLAIM_KINDS));
const language = named('Language', z.enum(CLAIM_LANGUAGES));
const outcome = named('ReturnOutcome', z.enum(OUTCOMES));
const remedy = named('Remedy', z.enum(REMEDIES));

const reference = (ref: OwnedRef): Ref => ({ customerId: ref.customerId ?? '', id: ref.id ?? '' });

const statedLine = named(
  'ClaimLineInput',
  z.object({
    lineId: gid('InvoiceLine'),
    quantity: z.int32(),
    details: z.record(z.string(), z.unknown()).optional(),
    serialFailed: z.string().trim().max(120).optional(),
  }),
);

const stated = {
  customerId: gid('Customer'),
  invoiceId: gid('Invoice'),
  kind,
  claimedOn: day.optional(),
  claimedAt: z.date().optional(),
  lines: z.array(statedLine).min(1).max(100),
};

const chargeKind = named('ChargeKind', z.enum(CHARGE_KINDS));

const statedCharge = named(
  'ClaimChargeInput',
  z.object({
    code: claimCharge.fields.code,
    description: claimCharge.fields.description.optional(),
    /** Can add a question to those that the disclosed schedule brings, and takes none away; left out: as disclosed. */
    kind: chargeKind.optional(),
    amount: claimCharge.fields.amount,
    currency: claimCharge.fields.currency,
  }),
);
const chargeList = z.array(statedCharge).max(100);

export const mutations = [
  mutation({
    name: 'claimOpen',
    description:
      'Enters a claim on a purchase. It is decided on the spot from what was promised at the sale; `details` says by ' +
      'kind of term what that kind wants to know, see `policyKinds`.',
    roles: KEEPERS,
    input: z.object({ ...stated, language: language.optional(), note: claim.fields.note.optional() }),
    payload: { claim: 'Claim' },
    handle: async (ctx, { customerId, language: told, note, ...input }) => ({
      claim: await openClaim(ctx, {
        ...input,
        customerId: customerId.customerId ?? '',
        language: told ?? 'en',
        note: note ?? '',
      }),
    }),
  }),
  mutation({
    name: 'claimReviewDecide',
    description: 'Decides what the promise left to a person; the customer reads the reason.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Claim'),
      version,
      outcome: named('ReviewOutcome', z.enum(['ALLOWED', 'REFUSED'])),
      remedy: remedy.optional(),
      reason: z.string().trim().min(1).max(1000),
    }),
    payload: { claim: 'Claim' },
    handle: async (ctx, { id, version: seen, ...reviewing }) => {
      await reviewClaim(ctx, reference(id), seen, reviewing);
      return { claim: id };
    },
  }),
  mutation({
    name: 'claimSettle',
    description: 'Records that what was decided was done: money paid back, goods replaced, work finished.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Claim'),
      version,
      refundPaid: named(
        'MoneyInput',
        z.object({ amount: f.money({ min: 0 }), currency: z.string().max(3) }),
      ).optional(),
      lines: z
        .array(
          named('ClaimSerialInput', z.object({ id: gid('ClaimLine'), serialReplacement: z.string().trim().max(120) })),
        )
        .max(100)
        .optional(),
    }),
    payload: { claim: 'Claim' },
    handle: async (ctx, { id, version: seen, ...settling }) => {
      await settleClaim(ctx, reference(id), seen, settling);
      return { claim: id };
    },
  }),
  mutation({
    name: 'claimWithdraw',
    description: 'The customer let go of the claim; its pieces can be claimed again.',
    roles: KEEPERS,
    input: z.object({ id: gid('Claim'), version, reason: z.string().trim().min(1).max(1000) }),
    payload: { claim: 'Claim' },
    handle: async (ctx, { id, version: seen, reason }) => {
      await withdrawClaim(ctx, reference(id), seen, reason);
      return { claim: id };
    },
  }),
  mutation({
    name: 'claimPause',
    description:
      'Records that we wait for the customer: meanwhile the promised response and resolution times stand still. Without ' +
      '`from` from now on, without `to` until `claimResume`.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Claim'),
      version,
      from: z.date().optional(),
      to: z.date().optional(),
      reason: claimPause.fields.reason,
    }),
    payload: { claim: 'Claim' },
    handle: async (ctx, { id, version: seen, ...pause }) => {
      await pauseClaim(ctx, reference(id), seen, pause);
      return { claim: id };
    },
  }),
  mutation({
    name: 'claimResume',
    description: 'The customer gave what we waited for: the promised times run on from `at`, or from now.',
    roles: KEEPERS,
    input: z.object({ id: gid('Claim'), version, at: z.date().optional() }),
    payload: { claim: 'Claim' },
    handle: async (ctx, { id, version: seen, at }) => {
      await resumeClaim(ctx, reference(id), seen, at);
      return { claim: id };
    },
  }),
  mutation({
    name: 'claimRespond',
    description: 'Records when the customer was first answered: at `at`, or now. It is recorded once.',
    roles: KEEPERS,
    input: z.object({ id: gid('Claim'), version, at: z.date().optional() }),
    payload: { claim: 'Claim' },
    handle: async (ctx, { id, version: seen, at }) => {
      await respondToClaim(ctx, reference(id), seen, at);
      return { claim: id };
    },
  }),
  mutation({
    name: 'claimChargesSet',
    description:
      'Replaces what the customer is charged. A fee that was not disclosed before acceptance, or more of it than was, ' +
      'is refused as a whole (HIDDEN_FEE); what the customer has to be asked about waits for `claimChargeConsent`.',
    roles: KEEPERS,
    input: z.object({ id: gid('Claim'), version, charges: chargeList }),
    payload: { claim: 'Claim' },
    handle: async (ctx, { id, version: seen, charges }) => {
      await setCharges(ctx, reference(id), seen, charges);
      return { claim: id };
    },
  }),
  mutation({
    name: 'claimChargeConsent',
    description: 'Records that the customer agreed to a charge: who, and on which day.',
    roles: KEEPERS,
    input: z.object({ id: gid('ClaimCharge'), version, by: z.string().trim().min(1).max(200), on: day.optional() }),
    payload: { claim: 'Claim' },
    handle: async (ctx, { id, version: seen, by, on }) => ({
      claim: await consentToCharge(ctx, reference(id), seen, { by, on: on ?? ctx.asOf }),
    }),
  }),
];

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
      const decided = await decideStated(ctx.db.orm, ctx, { ...input, customerId: customerId.customerId ?? '' });
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
      'hours, and whether it was kept. Derived from what was frozen at the sale and from the pauses.',
    roles: null,
    args: z.object({ id: gid('Claim') }),
    returns: named(
      'ClaimClock',
      z.object({
        /** The moment it is for the business. */
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
    handle: async (ctx, { id }) => {
      const { clocks, ...rest } = await claimClock(ctx.db.orm, reference(id), ctx);
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
          label: wordingOf(fee.label, tag, tried.context.phrases),
          kinds: [...fee.kinds],
        })),
        checks: tried.checks.map((check) => ({ ...check, sentences: claimSentencesOf(check.trace, tag) })),
      };
    },
  }),
];
