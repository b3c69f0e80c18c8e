import { CHARGE_KINDS } from '@perennial/domain/policies/kinds/charge-kinds';
import { CLAIM_KINDS, CLAIM_LANGUAGES, claim, claimCharge } from '@perennial/domain/claims/claim';
import { OUTCOMES, REMEDIES } from '@perennial/domain/policies/decision';
import { gid, named } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import type { OwnedRef } from './decide-service.ts';
import type { Ref } from './rows.ts';

export const version = z.int32().min(1);
export const day = claim.fields.claimedOn;
const kind = named('ClaimKind', z.enum(CLAIM_KINDS));
export const language = named('Language', z.enum(CLAIM_LANGUAGES));
export const outcome = named('ReturnOutcome', z.enum(OUTCOMES));
export const remedy = named('Remedy', z.enum(REMEDIES));

export const reference = (ref: OwnedRef): Ref => ({ customerId: ref.customerId ?? '', id: ref.id ?? '' });

const statedLine = named(
  'ClaimLineInput',
  z.object({
    lineId: gid('InvoiceLine'),
    quantity: z.int32(),
    details: z.record(z.string(), z.unknown()).optional(),
    serialFailed: z.string().trim().max(120).optional(),
  }),
);

/** What is said of a claim that is opened, or only tried. */
export const stated = {
  customerId: gid('Customer'),
  invoiceId: gid('Invoice'),
  kind,
  claimedOn: day.optional(),
  claimedAt: z.date().optional(),
  lines: z.array(statedLine).min(1).max(100),
};

export const chargeKind = named('ChargeKind', z.enum(CHARGE_KINDS));

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
export const chargeList = z.array(statedCharge).max(100);
