import { DomainError } from '@perennial/domain/shared/errors';
import { f } from '@perennial/domain/shared/fields';
import { newId } from '@perennial/kernel/db/ids';
import {
  gid,
  mutation,
  named,
  query,
  type MutationDefinition,
  type QueryDefinition,
} from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { orchardTrees } from './declarations.ts';

const weather = named('Weather', z.object({ day: z.string(), rain: z.number(), at: z.date().nullable() }));

export const orchardQueries: readonly QueryDefinition[] = [
  query({
    name: 'forecast',
    description: 'Weather of some days.',
    roles: null,
    args: z.object({ days: z.int().min(1).max(7).optional(), from: z.string().optional() }),
    returns: z.array(weather),
    handle: async (_ctx, { days = 1, from = 'today' }) =>
      Array.from({ length: days }, (_, i) => ({ day: `${from} ${i}`, rain: i / 2, at: null })),
  }),
  query({
    name: 'refused',
    description: 'Always refused.',
    roles: null,
    args: z.object({}),
    returns: z.string().nullable(),
    handle: async () => {
      throw new DomainError('TOO_WET', 'It rains; ask tomorrow.', { path: ['day'] });
    },
  }),
  query({
    name: 'ownersOnly',
    description: 'For owners.',
    roles: ['OWNER'],
    args: z.object({}),
    returns: z.string(),
    handle: async () => 'welcome',
  }),
];

export const orchardMutations: readonly MutationDefinition[] = [
  mutation({
    name: 'treePlant',
    description: 'Plants trees; the answer shows the first.',
    roles: ['OWNER', 'AGENT'],
    input: z.object({
      customerId: gid('Customer'),
      trees: z.array(
        z.object({
          name: f.text({ max: 20 }),
          planted: f.date({}),
          at: z.date(),
          varietyId: f.ref('Variety', { nullable: true }).optional(),
        }),
      ),
      beside: z.array(gid('Tree')).optional(),
      note: z.string().optional(),
    }),
    payload: {
      tree: 'Tree',
      customer: 'Customer',
      report: z.object({ planted: z.number().int(), beside: z.array(z.string()), note: z.string().nullable() }),
      password: z.string(),
    },
    secrets: ['password'],
    handle: async (ctx, { customerId: { customerId = '' }, trees, beside = [], note }) => {
      const rows = trees.map((tree) => ({ ...tree, varietyId: tree.varietyId ?? null, customerId, id: newId() }));
      if (note === 'stop')
        throw new DomainError('NO_ROOM', 'There is no room; take another field.', { path: ['note'] });
      if (rows.length) await ctx.tx.insert(orchardTrees).values(rows);
      const [first] = rows;
      return {
        tree: first ? { customerId, id: first.id } : null,
        customer: { customerId },
        report: { planted: rows.length, beside: beside.map((ref) => String(ref.id)), note: note ?? null },
        password: newId(),
      };
    },
  }),
];
