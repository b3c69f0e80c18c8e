import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { ensureBusiness, type BusinessStart } from './business.ts';
import { kernelFacts } from './table.ts';

const FACT = 'contents at the first start';

/**
 * Sets up the business at the very first start and remembers whether it began with the sample. Later starts get that
 * first answer, whatever they ask for: sample customers must never come in among real ones.
 */
export async function firstStart(
  db: Database,
  wanted: 'sample' | 'empty',
  starts: Readonly<Record<'sample' | 'empty', BusinessStart>>,
  now: Date,
): Promise<'sample' | 'empty'> {
  return db.transaction(async (tx) => {
    await tx.insert(kernelFacts).values({ name: FACT, value: wanted }).onConflictDoNothing();
    const [fact] = await tx.select().from(kernelFacts).where(eq(kernelFacts.name, FACT));
    const decided = fact?.value === 'sample' ? 'sample' : 'empty';
    await ensureBusiness(tx, starts[decided], now);
    return decided;
  });
}
