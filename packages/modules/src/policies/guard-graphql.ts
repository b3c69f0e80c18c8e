import { policyComment } from '@perennial/domain/policies/comment';
import { policyCut } from '@perennial/domain/policies/cut';
import { policyFloor } from '@perennial/domain/policies/floor';
import { policyVersion } from '@perennial/domain/policies/version';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { numbersOf } from '../customers/index.ts';
import { problemsOf } from './check-service.ts';
import { addComment, resolveComment } from './comment-service.ts';
import { decideCut, lessWouldBe, proposeCut } from './cut-service.ts';
import { floorBreak, floorBreaks } from './floor-breaks.ts';
import { removeFloor, setFloor } from './floor-service.ts';
import { approvalOf } from './guard-service.ts';
import { readVersion } from './rows.ts';
import { idOf, KEEPERS, note, version } from './arguments.ts';

const { effectiveFrom } = policyVersion.fields;
const { fields: floor } = policyFloor;
const { fields: comment } = policyComment;
const { reason } = policyCut.fields;

/** Promising less, what may never be promised less, and what people say about a draft (S11, C1). */
export const guardMutations = [
  mutation({
    name: 'policyCutPropose',
    description:
      'Asks a second person to let a version promise less, or, with `retiring`, to let it end without a successor.',
    roles: KEEPERS,
    input: z.object({
      versionId: gid('PolicyVersion'),
      version,
      effectiveFrom: effectiveFrom.optional(),
      retiring: z.boolean().optional(),
      reason,
    }),
    payload: { policyCut: 'PolicyCut' },
    handle: async (ctx, { versionId, version: seen, ...asked }) => ({
      policyCut: { id: await proposeCut(ctx, { ...asked, seen, versionId: idOf(versionId) }) },
    }),
  }),
  mutation({
    name: 'policyCutApprove',
    description: 'Approves that a version promises less. Never by the person who asked for it.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyCut'), note: note.optional() }),
    payload: { policyCut: 'PolicyCut' },
    handle: async (ctx, { id, note: said }) => {
      await decideCut(ctx, idOf(id), true, said ?? null);
      return { policyCut: id };
    },
  }),
  mutation({
    name: 'policyCutReject',
    description: 'Refuses that a version promises less. Never by the person who asked for it.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyCut'), note: note.optional() }),
    payload: { policyCut: 'PolicyCut' },
    handle: async (ctx, { id, note: said }) => {
      await decideCut(ctx, idOf(id), false, said ?? null);
      return { policyCut: id };
    },
  }),
  mutation({
    name: 'policyFloorSet',
    description:
      'Sets what no version may go below, whoever approves it; in the place of another on the same field where `replaces` ' +
      'names that. What is promised already stays, and `breaks` tells where it lies below.',
    roles: ['OWNER'],
    input: z.object({
      kind: floor.kind,
      field: floor.field,
      row: floor.row.optional(),
      cell: floor.cell.optional(),
      bound: z.unknown(),
      reason: floor.reason,
      replaces: gid('PolicyFloor').optional(),
    }),
    payload: { policyFloor: 'PolicyFloor', breaks: z.array(floorBreak) },
    handle: async (ctx, { row, cell, replaces, ...rest }) => {
      const set = { ...rest, row: row ?? null, cell: cell ?? null };
      const id = await setFloor(ctx, set, replaces ? idOf(replaces) : null);
      return { policyFloor: { id }, breaks: await floorBreaks(ctx.tx, ctx, id) };
    },
  }),
  mutation({
    name: 'policyFloorRemove',
    description: 'Takes a floor away.',
    roles: ['OWNER'],
    input: z.object({ id: gid('PolicyFloor') }),
    payload: { removed: z.boolean() },
    handle: async (ctx, { id }) => {
      await removeFloor(ctx, idOf(id));
      return { removed: true };
    },
  }),
  mutation({
    name: 'policyCommentAdd',
    description: 'Says something about a draft, or about one of its terms.',
    roles: KEEPERS,
    input: z.object({ versionId: gid('PolicyVersion'), termId: comment.termId.optional(), text: comment.text }),
    payload: { policyComment: 'PolicyComment' },
    handle: async (ctx, { versionId, termId, text }) => ({
      policyComment: { id: await addComment(ctx, { versionId: idOf(versionId), termId: termId ?? null, text }) },
    }),
  }),
  mutation({
    name: 'policyCommentResolve',
    description: 'Settles what was said about a draft.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyComment') }),
    payload: { policyComment: 'PolicyComment' },
    handle: async (ctx, { id }) => {
      await resolveComment(ctx, idOf(id));
      return { policyComment: id };
    },
  }),
];

export const guardQueries = [
  query({
    name: 'policyFloorBreaks',
    description: 'Versions in force or announced that promise less than a floor which was set after them.',
    roles: null,
    args: z.object({}),
    returns: z.array(floorBreak),
    handle: (ctx) => floorBreaks(ctx.db.orm, ctx),
  }),
  query({
    name: 'policyVersionCheck',
    description:
      'Everything that would keep a draft from being published on a day (its own first day when left out), by the very ' +
      'checks of publishing, in the order in which it is best mended.',
    roles: null,
    args: z.object({ id: gid('PolicyVersion'), effectiveFrom: effectiveFrom.optional() }),
    returns: z.array(
      named(
        'PolicyProblem',
        z.object({
          code: z.string(),
          message: z.string(),
          path: z.array(z.string()),
          params: z.unknown(),
          /** false: good to know, and no hindrance. */
          blocking: z.boolean(),
        }),
      ),
    ),
    handle: async (ctx, { id, effectiveFrom: from }) => {
      const problems = await problemsOf(ctx.db.orm, await readVersion(ctx.db.orm, idOf(id)), from, ctx);
      return problems.map(({ error: { code, message, path, params }, blocking }) => ({
        code,
        message,
        path: [...path],
        params,
        blocking,
      }));
    },
  }),
  query({
    name: 'policyVersionCut',
    description:
      'Who would be promised less if a draft were published on a day (or a version ended, with `retiring`): the terms, ' +
      'the customers, and what they bought in the last 12 months.',
    roles: null,
    args: z.object({
      id: gid('PolicyVersion'),
      effectiveFrom: effectiveFrom.optional(),
      retiring: z.boolean().optional(),
    }),
    returns: named(
      'PolicyVersionCut',
      z.object({
        /** Of the policy version whose words these are: whoever asks for approval says which they saw. */
        version: z.int32(),
        effectiveFrom,
        cuts: z.unknown(),
        affected: z.int32(),
        /** Minor units of `currency`. */
        valueAtRisk: z.number(),
        currency: z.string(),
        approved: z.boolean(),
        /** Those worth most, best first. */
        customers: z.array(
          named('AffectedCustomer', z.object({ id: z.string(), number: z.string(), value: z.number() })),
        ),
      }),
    ),
    handle: async (ctx, { id, ...asked }) => {
      const { orm } = ctx.db;
      const { seen, change, less } = await lessWouldBe(orm, idOf(id), asked, ctx);
      const numbers = await numbersOf(
        orm,
        less.foremost.map(({ customerId }) => customerId),
      );
      return {
        version: seen,
        effectiveFrom: change.version.effectiveFrom,
        cuts: less.cuts,
        affected: less.customers,
        valueAtRisk: less.valueAtRisk,
        currency: ctx.currency,
        approved: (await approvalOf(orm, change, less)) !== null,
        customers: less.foremost.map(({ customerId, value }) => ({
          id: `Customer_${customerId}`,
          number: numbers.get(customerId) ?? '',
          value,
        })),
      };
    },
  }),
];
