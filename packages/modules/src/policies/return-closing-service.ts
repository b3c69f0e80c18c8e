import { closingReason } from '@perennial/domain/policies/return';
import { DomainError } from '@perennial/domain/shared/errors';
import type { WriteContext } from '@perennial/kernel/write/context';
import { and, asc, inArray } from 'drizzle-orm';
import { notFound } from './rows.ts';
import { returns } from './table.ts';

type Closing = Pick<WriteContext, 'tx' | 'now' | 'audit'>;

/** A return, as its global id names it. */
export interface ReturnRef {
  customerId: string;
  id: string;
}

const subject = ({ customerId, id }: ReturnRef): string => `Return_${customerId}_${id}`;

/** Closes a return about which nothing is left to do. Errors: `NOT_FOUND`, `RETURN_CLOSED`. */
export async function closeReturn(ctx: Closing, customerId: string, id: string): Promise<void> {
  const ref = { customerId, id };
  const [before] = await locked(ctx, [ref]);
  if (before?.status === 'CLOSED') {
    throw new DomainError('RETURN_CLOSED', 'This return is closed already; nothing is left to do.', { path: ['id'] });
  }
  await close(ctx, [ref]);
}

/**
 * Closes several returns for one reason, all or none. What somebody closed meanwhile stays as it is; answers those that
 * were closed here. The reason stays in the audit trail. Errors: `NOT_FOUND`, `REASON_MISSING`.
 */
export async function closeReturns(ctx: Closing, refs: readonly ReturnRef[], reason: string): Promise<ReturnRef[]> {
  const said = closingReason(reason);
  const open = (await locked(ctx, refs)).filter(({ status }) => status === 'OPEN');
  await close(ctx, open, { reason: said });
  return open;
}

async function close(ctx: Closing, open: readonly ReturnRef[], said: { reason?: string } = {}): Promise<void> {
  await ctx.tx.update(returns).set({ status: 'CLOSED', closedAt: ctx.now }).where(among(open));
  for (const ref of open) {
    ctx.audit({ subject: subject(ref), before: { status: 'OPEN' }, after: { status: 'CLOSED', ...said } });
  }
}

/**
 * Opens returns again that a person closed, e.g. by mistake; those that were decided and never waited stay closed.
 * Answers those that were opened. Errors: `NOT_FOUND`.
 */
export async function reopenReturns(ctx: Closing, refs: readonly ReturnRef[]): Promise<ReturnRef[]> {
  const closed = (await locked(ctx, refs)).filter(({ closedAt }) => closedAt !== null);
  await ctx.tx.update(returns).set({ status: 'OPEN', closedAt: null }).where(among(closed));
  for (const ref of closed) {
    ctx.audit({ subject: subject(ref), before: { status: 'CLOSED' }, after: { status: 'OPEN' } });
  }
  return closed;
}

/** In the order of their ids, whatever order they were given in: two who lock the same never wait in a circle. */
async function locked(ctx: Closing, refs: readonly ReturnRef[]) {
  const rows = await ctx.tx
    .select({ customerId: returns.customerId, id: returns.id, status: returns.status, closedAt: returns.closedAt })
    .from(returns)
    .where(among(refs))
    .orderBy(asc(returns.id))
    .for('update');
  if (rows.length < new Set(refs.map(({ id }) => id)).size) throw notFound('Return');
  return rows;
}

const among = (refs: readonly ReturnRef[]) =>
  and(
    inArray(
      returns.customerId,
      refs.map(({ customerId }) => customerId),
    ),
    inArray(
      returns.id,
      refs.map(({ id }) => id),
    ),
  );
