import { defineModule } from '@perennial/kernel/registry/module';
import { z } from 'zod';
import type { BeforeUndo } from '../importing/index.ts';
import { mutations, queries } from './graphql.ts';
import { extensions, models } from './models.ts';
import { followCreditNotes } from './given-back-service.ts';
import { followMove, openTasks } from './open-service.ts';
import { takeBackTasks } from './taken-back-service.ts';

export { dueTasks, type DueTasks } from './figures.ts';
export { followGivenBack } from './given-back-service.ts';
export { lockTasks } from './rows.ts';
export { closeServed, taskPieces, wasServed, type TaskPieces } from './served-service.ts';

const recorded = z.object({
  customerId: z.uuid(),
  invoiceId: z.uuid(),
  ownerId: z.uuid().nullable(),
  timezone: z.string(),
  now: z.date(),
});

const imported = z.object({ batchId: z.uuid() });
const undoing = z.object({
  batchId: z.uuid(),
  importedAt: z.date(),
  now: z.date(),
  hold: z.custom<BeforeUndo['hold']>(),
});
const moved = recorded.extend({ consented: z.boolean() });

/** What a purchase's policy promises to be done, until it is done (銷售就是服務, C4, C14–C18, C20). */
export const fulfilmentModule = defineModule({
  name: 'fulfilment',
  models,
  extend: extensions,
  queries,
  mutations,
  on: {
    'sales.imported': async (ctx, payload) => followCreditNotes(ctx, imported.parse(payload).batchId),
  },
  inTransaction: {
    // the tasks are open at the very commit of the purchase: nothing promised is ever without somebody's name on it
    'sales.recorded': async (tx, payload) => {
      const { customerId, invoiceId, ...frame } = recorded.parse(payload);
      await openTasks(tx, { customerId, invoiceId }, frame);
    },
    // … and what is done for it is what it holds, from the very move on
    'policies.moved': async (tx, payload) => {
      const { customerId, invoiceId, ...frame } = moved.parse(payload);
      await followMove(tx, { customerId, invoiceId }, frame);
    },
    // … also where an import that added to it is taken back, but never over work that was done for what it added
    'sales.undoing': async (tx, payload) => {
      await takeBackTasks(tx, undoing.parse(payload));
    },
  },
});
