import type { Orm } from '@perennial/kernel/db/database';
import { and, asc, eq, gt } from 'drizzle-orm';
import { importRejects } from './table.ts';

export type RejectRow = typeof importRejects.$inferSelect;

/** Lines that were set aside, in the order of the file, behind line `after`. */
export async function rejectsAfter(orm: Orm, batchId: string, after: number, limit: number): Promise<RejectRow[]> {
  return orm
    .select()
    .from(importRejects)
    .where(and(eq(importRejects.batchId, batchId), gt(importRejects.line, after)))
    .orderBy(asc(importRejects.line))
    .limit(limit);
}
