import { gid, mutation } from '@perennial/kernel/graphql/operations';
import type { RowRef } from '@perennial/kernel/graphql/global-id';
import { z } from 'zod';
import { idOf } from './arguments.ts';
import { closeReturn, closeReturns, reopenReturns, type ReturnRef } from './return-closing-service.ts';

/** So many at once keep the transaction short; whoever has more asks again. */
const returnIds = z.array(gid('Return')).min(1).max(100);

const returnOf = (ref: RowRef): ReturnRef => ({ customerId: ref.customerId ?? '', id: idOf(ref) });
const told = (refs: readonly ReturnRef[]) => refs.map(({ customerId, id }) => `Return_${customerId}_${id}`);

/** What a person decides about returns that wait. */
export const returnMutations = [
  mutation({
    name: 'returnClose',
    description: 'Closes a return about which nothing is left to do.',
    roles: ['OWNER', 'AGENT'],
    input: z.object({ id: gid('Return') }),
    payload: { return: 'Return' },
    handle: async (ctx, { id }) => {
      await closeReturn(ctx, id.customerId ?? '', idOf(id));
      return { return: id };
    },
  }),
  mutation({
    name: 'returnsClose',
    description: 'Closes returns about which nothing is left to do, all for one reason; answers those it closed.',
    roles: ['OWNER', 'AGENT'],
    input: z.object({ ids: returnIds, reason: z.string().max(500) }),
    payload: { closed: z.array(z.string()) },
    handle: async (ctx, { ids, reason }) => ({ closed: told(await closeReturns(ctx, ids.map(returnOf), reason)) }),
  }),
  mutation({
    name: 'returnsReopen',
    description: 'Opens returns again that a person closed, e.g. by mistake; answers those it opened.',
    roles: ['OWNER', 'AGENT'],
    input: z.object({ ids: returnIds }),
    payload: { reopened: z.array(z.string()) },
    handle: async (ctx, { ids }) => ({ reopened: told(await reopenReturns(ctx, ids.map(returnOf))) }),
  }),
];
