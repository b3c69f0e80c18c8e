import { claim, claimPause } from '@perennial/domain/claims/claim';
import { f } from '@perennial/domain/shared/fields';
import { gid, mutation, named } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { chargeList, day, language, reference, remedy, stated, version } from './arguments.ts';
import { consentToCharge, setCharges } from './charges-service.ts';
import { pauseClaim, respondToClaim, resumeClaim } from './clock-service.ts';
import { openClaim } from './open-service.ts';
import { reviewClaim, settleClaim, withdrawClaim } from './settle-service.ts';

/** Who looks after customers. */
const KEEPERS = ['OWNER', 'AGENT'] as const;

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
    description:
      'Records when the customer was first answered: at `at`, or now. It is recorded once, and closes a claim of which ' +
      'no promise speaks: the answer is all there is to do.',
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
