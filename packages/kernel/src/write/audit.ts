import { createHash } from 'node:crypto';
import { asc, desc, gt } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import { lockFor, type Orm } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import type { AuditDetail } from './context.ts';
import { auditEvents } from './table.ts';

type AuditRow = typeof auditEvents.$inferSelect;
type Covered = Omit<AuditRow, 'hash' | 'prevHash'>;

const GENESIS = '0'.repeat(64);

/** JSON with sorted keys: the database stores documents in an order of its own, and a hash must not depend on it. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join()}}`;
  }
  return JSON.stringify(value ?? null);
}

function hashOf(prevHash: string, event: Covered): string {
  return createHash('sha256').update(prevHash).update(canonical(event)).digest('hex');
}

function nameOf(actor: Actor): { actorKind: string; actorId: string | null; actorName: string } {
  switch (actor.kind) {
    case 'staff':
      return { actorKind: 'staff', actorId: actor.id, actorName: actor.email };
    case 'partner':
      return { actorKind: 'partner', actorId: actor.partnerId, actorName: `key ${actor.keyId}` };
    default:
      return { actorKind: 'system', actorId: null, actorName: 'Perennial' };
  }
}

/**
 * Adds to the audit trail, as the last thing in a transaction: the chain has one end, so writers wait here for each
 * other, and not for longer than they must.
 */
export async function appendAudit(
  tx: Orm,
  about: { at: Date; actor: Actor; operation: string; details: readonly AuditDetail[] },
): Promise<void> {
  await lockFor(tx, 'audit');
  const [last] = await tx
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  let seq = last?.seq ?? 0;
  let prevHash = last?.hash ?? GENESIS;
  const rows = about.details.map((detail) => {
    const event: Covered = {
      seq: ++seq,
      id: newId(),
      at: about.at,
      ...nameOf(about.actor),
      operation: about.operation,
      subject: detail.subject,
      before: plain(detail.before),
      after: plain(detail.after),
    };
    const row = { ...event, prevHash, hash: hashOf(prevHash, event) };
    prevHash = row.hash;
    return row;
  });
  if (rows.length) await tx.insert(auditEvents).values(rows);
}

/** As it will be read back: dates as text, nothing undefined. */
function plain(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}

/** Checks the whole chain; answers the number of the first event that is missing or was changed, or null. */
export async function brokenLink(orm: Orm, page = 1_000): Promise<number | null> {
  let seq = 0;
  let prevHash = GENESIS;
  for (;;) {
    const rows = await orm
      .select()
      .from(auditEvents)
      .where(gt(auditEvents.seq, seq))
      .orderBy(asc(auditEvents.seq))
      .limit(page);
    if (!rows.length) return null;
    for (const { hash, prevHash: before, ...event } of rows) {
      if (event.seq !== seq + 1 || before !== prevHash || hash !== hashOf(prevHash, event)) return seq + 1;
      seq = event.seq;
      prevHash = hash;
    }
  }
}
