import { COMPLETION_WARNINGS, isDropped, SCHEDULE_WARNINGS } from '@perennial/domain/fulfilment/rules';
import { FULFILMENT_KINDS, FULFILMENT_STATUSES, proof } from '@perennial/domain/fulfilment/task';
import { wordingOf } from '@perennial/domain/policies/phrases';
import { sentenceOf } from '@perennial/domain/policies/sentences/sentence';
import { LANGUAGES } from '@perennial/domain/shared/language';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { openByHand } from './open-service.ts';
import { askedFor } from './plan-service.ts';
import {
  assignTask,
  cancelTask,
  completeTask,
  recordParts,
  reopenTask,
  scheduleTask,
  tickItem,
} from './task-service.ts';
import { goodsAwaitedBy } from './undelivered-service.ts';

/** Who looks after customers. */
const KEEPERS = ['OWNER', 'AGENT'] as const;

const version = z.int32().min(1);
const task = { id: gid('FulfilmentTask'), version };
const serial = z.string().trim().min(1).max(120).nullable().optional();

export const mutations = [
  mutation({
    name: 'fulfilmentOpen',
    description:
      'Opens the tasks that a purchase’s promises ask for. Purchases made here have them already; this is for an imported ' +
      'one that is still to be served. Doing it again opens only what is missing; goods that were added since go along with ' +
      'an open task of the same term, which counts as opened, unless it is due before they can be there.',
    roles: KEEPERS,
    input: z.object({ invoiceId: gid('Invoice') }),
    payload: { invoice: 'Invoice', opened: z.int32() },
    handle: async (ctx, { invoiceId }) => {
      const purchase = { customerId: invoiceId.customerId ?? '', invoiceId: invoiceId.id ?? '' };
      return { invoice: invoiceId, opened: await openByHand(ctx, purchase) };
    },
  }),
  mutation({
    name: 'fulfilmentTick',
    description: 'Ticks one item of a task’s checklist, counted from 0, or takes the tick back.',
    roles: KEEPERS,
    input: z.object({ ...task, item: z.int32(), done: z.boolean() }),
    payload: { task: 'FulfilmentTask' },
    handle: async (ctx, { id, version: seen, item, done }) => {
      await tickItem(ctx, id, seen, item, done);
      return { task: id };
    },
  }),
  mutation({
    name: 'fulfilmentSchedule',
    description: 'Sets the appointment of a task, or takes it away; says what is odd about it.',
    roles: KEEPERS,
    input: z.object({ ...task, scheduledFor: z.date().nullable() }),
    payload: {
      task: 'FulfilmentTask',
      warnings: z.array(named('ScheduleWarning', z.enum(SCHEDULE_WARNINGS))),
    },
    handle: async (ctx, { id, version: seen, scheduledFor }) => ({
      task: id,
      warnings: await scheduleTask(ctx, id, seen, scheduledFor),
    }),
  }),
  mutation({
    name: 'fulfilmentAssign',
    description: 'Gives a task to somebody, or to nobody.',
    roles: KEEPERS,
    input: z.object({ ...task, ownerId: gid('StaffMember').nullable() }),
    payload: { task: 'FulfilmentTask' },
    handle: async (ctx, { id, version: seen, ownerId }) => {
      await assignTask(ctx, id, seen, ownerId?.id ?? null);
      return { task: id };
    },
  }),
  mutation({
    name: 'fulfilmentParts',
    description: 'Records the spare parts used, the whole list, with their serial numbers.',
    roles: KEEPERS,
    input: z.object({
      ...task,
      parts: z
        .array(
          named(
            'PartUsedInput',
            z.object({
              productId: gid('Product'),
              quantity: z.int32().min(1).max(10_000),
              serialOut: serial,
              serialIn: serial,
            }),
          ),
        )
        .max(100),
    }),
    payload: { task: 'FulfilmentTask' },
    handle: async (ctx, { id, version: seen, parts }) => {
      await recordParts(
        ctx,
        id,
        seen,
        parts.map((part) => ({ ...part, productId: part.productId.id ?? '' })),
      );
      return { task: id };
    },
  }),
  mutation({
    name: 'fulfilmentComplete',
    description:
      'Records that a task was done, with the proof; every item of its checklist must be ticked. Says where goods with ' +
      'which it was done are not delivered yet.',
    roles: KEEPERS,
    input: z.object({
      ...task,
      note: proof.shape.note,
      signedBy: proof.shape.signedBy,
      completedOn: z.iso.date().optional(),
    }),
    payload: {
      task: 'FulfilmentTask',
      warnings: z.array(named('CompletionWarning', z.enum(COMPLETION_WARNINGS))),
    },
    handle: async (ctx, { id, version: seen, note, signedBy, completedOn }) => ({
      task: id,
      warnings: await completeTask(ctx, id, seen, { note, signedBy }, completedOn),
    }),
  }),
  mutation({
    name: 'fulfilmentReopen',
    description:
      'Takes back that a task was completed or called off, on the day it was recorded. Where nothing is owed any more, as its ' +
      'goods were given back meanwhile, it is then called off by nobody.',
    roles: KEEPERS,
    input: z.object(task),
    payload: { task: 'FulfilmentTask' },
    handle: async (ctx, { id, version: seen }) => {
      await reopenTask(ctx, id, seen);
      return { task: id };
    },
  }),
  mutation({
    name: 'fulfilmentCancel',
    description: 'Calls a task off, and says why.',
    roles: KEEPERS,
    input: z.object({ ...task, reason: z.string().max(500) }),
    payload: { task: 'FulfilmentTask' },
    handle: async (ctx, { id, version: seen, reason }) => {
      await cancelTask(ctx, id, seen, reason);
      return { task: id };
    },
  }),
];

export const queries = [
  query({
    name: 'fulfilmentAwaited',
    description:
      'Codes of the goods with which a task is done that are not delivered yet: a delivery of them is open. To be asked ' +
      'before the task is recorded as done; the delivery may just not have been written down.',
    roles: null,
    args: z.object({ id: gid('FulfilmentTask') }),
    returns: z.array(z.string()),
    handle: (ctx, { id }) => goodsAwaitedBy(ctx.db.orm, id, ctx),
  }),
  query({
    name: 'fulfilmentPlan',
    description:
      'What a purchase’s promises ask for and by when, the maintenance schedule included, whether the tasks were opened or ' +
      'not, and of which version each is. `taskId` is the task where there is one, and `status` how far it has come; goods ' +
      'that no task is for yet are told apart, with null.',
    roles: null,
    args: z.object({
      invoiceId: gid('Invoice'),
      language: named('Language', z.enum(['en', 'zh_Hant', 'zh_Hans'])).optional(),
    }),
    returns: z.array(
      named(
        'PlannedFulfilment',
        z.object({
          kind: named('FulfilmentKind', z.enum(FULFILMENT_KINDS)),
          dueOn: z.string(),
          ordinal: z.int32(),
          codes: z.array(z.string()),
          sentence: z.string(),
          checklist: z.array(z.string()),
          conduct: z.array(z.string()),
          policyVersionId: z.string(),
          termId: z.string(),
          taskId: z.string().nullable(),
          status: named('FulfilmentStatus', z.enum(FULFILMENT_STATUSES)).nullable(),
          completedOn: z.string().nullable(),
        }),
      ),
    ),
    handle: async (ctx, { invoiceId, language }) => {
      const purchase = { customerId: invoiceId.customerId ?? '', invoiceId: invoiceId.id ?? '' };
      const tag = LANGUAGES.find((each) => each === language?.replace('_', '-')) ?? 'en';
      const asked = await askedFor(ctx.db.orm, purchase, ctx);
      return asked.map(({ planned, task: found, dueOn }) => {
        const { kind, ordinal, codes, words, checklist, conduct, versionId, termId } = planned;
        const known = found && isDropped(found) ? null : found;
        return {
          kind,
          dueOn: known?.dueOn ?? dueOn,
          ordinal,
          codes: [...codes],
          sentence: sentenceOf(words, tag),
          checklist: checklist.map((text) => wordingOf(text, tag, words.words)),
          conduct: conduct.map((text) => wordingOf(text, tag, words.words)),
          policyVersionId: `PolicyVersion_${versionId}`,
          termId,
          taskId: known ? `FulfilmentTask_${known.customerId}_${known.id}` : null,
          status: known?.status ?? null,
          completedOn: known?.completedOn ?? null,
        };
      });
    },
  }),
];
