import { z } from 'zod';
import type { Step } from '../policies/decision.ts';
import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** What a purchase's policy may promise to be done, in the order in which it is done (C4, C14–C18, C20). */
export const FULFILMENT_KINDS = ['PACKAGING', 'DELIVERY', 'INSTALLATION', 'TRAINING', 'EXTRAS', 'MAINTENANCE'] as const;
export type FulfilmentKind = (typeof FULFILMENT_KINDS)[number];

export const FULFILMENT_STATUSES = ['OPEN', 'SCHEDULED', 'DONE', 'CANCELLED'] as const;

/** One thing to be ticked off; who ticked it and when. */
export const checkItem = z.object({
  text: z.string().trim().min(1).max(300),
  done: z.boolean(),
  by: z.string().nullable(),
  at: z.string().nullable(),
});
export type CheckItem = z.infer<typeof checkItem>;

const byClaim = z.object({ id: z.string(), number: z.string() });

/** That it was done: in words, and who signed for it; or the claim by which it was, with those before it that did a part. */
export const proof = z.object({
  note: z.string().trim().max(2_000),
  signedBy: z.string().trim().max(200),
  claim: byClaim.optional(),
  claimsBefore: z.array(byClaim).optional(),
});
export type Proof = z.infer<typeof proof>;

/** The claims by which it was done, last the one with whose settling it was; none where it was done otherwise. */
export const claimsOf = ({ claimsBefore = [], claim }: Proof): z.infer<typeof byClaim>[] =>
  claim ? [...claimsBefore, claim] : [];

/** A spare part that was put in (零部件, C18); `unitPrice` in 1/10,000 of the major unit of `currency`. */
export const partUsed = z.object({
  productId: z.string(),
  code: z.string(),
  name: z.string(),
  quantity: z.int().min(1),
  unitPrice: z.int(),
  currency: z.string(),
  serialOut: z.string().nullable(),
  serialIn: z.string().nullable(),
});
export type PartUsed = z.infer<typeof partUsed>;

/** Something a purchase's policy promises to be done (銷售就是服務, C4): by when, how, and the proof that it was. */
export const fulfilmentTask = entity('FulfilmentTask', {
  plural: 'fulfilmentTasks',
  owner: 'customer',
  fields: {
    invoiceId: f.ref('Invoice', { filter: true, write: 'never' }),
    kind: f.enum('FulfilmentKind', FULFILMENT_KINDS, { filter: true, write: 'never' }),
    status: f.enum('FulfilmentStatus', FULFILMENT_STATUSES, { filter: true, write: 'never' }),
    policyVersionId: f.ref('PolicyVersion', { filter: true, write: 'never' }),
    termId: f.text({ max: 60, write: 'never' }),
    /** Which of several visits or sessions of one term it is, from 1. */
    ordinal: f.int({ min: 1, write: 'never' }),
    /** Codes of the goods it is about. */
    codes: f.textList({ write: 'never' }),
    /** By code, for how many pieces it is (`piecesOf`); null on a task from before this was kept. */
    pieces: f.json(z.record(z.string(), z.int().min(0)), { nullable: true, write: 'never' }),
    /** What is promised, as a step that the dictionaries make a sentence of. */
    words: f.json(z.custom<Step>(), { write: 'never' }),
    /** The last day on which it is in time. */
    dueOn: f.date({ filter: true, sort: true, write: 'never' }),
    scheduledFor: f.instant({ nullable: true, filter: true }),
    ownerId: f.ref('StaffMember', { nullable: true, filter: true }),
    checklist: f.json(z.array(checkItem), { write: 'never' }),
    /** How whoever does it behaves at the customer's (服務規範). */
    conduct: f.textList({ write: 'never' }),
    parts: f.json(z.array(partUsed), { write: 'never' }),
    proof: f.json(proof, { nullable: true, write: 'never' }),
    completedOn: f.date({ nullable: true, filter: true, write: 'never' }),
    completedBy: f.text({ max: 200, nullable: true, pii: 'indirect', write: 'never' }),
    /**
     * The latest day the business had been at when somebody said that it is done, or called it off: on that day it can be
     * taken back.
     */
    recordedOn: f.date({ nullable: true, write: 'never' }),
    /** Null on a task that nobody called off: what it was for is not promised any more. */
    cancelledReason: f.text({ max: 500, nullable: true, write: 'never' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

export type FulfilmentTask = Infer<typeof fulfilmentTask>;
