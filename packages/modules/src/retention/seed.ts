import { addWorkingDays } from '@perennial/domain/retention/working-days';
import { addDays } from '@perennial/domain/shared/period';
import { staffMembers } from '@perennial/kernel/auth/table';
import type { Orm } from '@perennial/kernel/db/database';
import type { JobContext } from '@perennial/kernel/write/context';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { judgeEverybody } from './health-service.ts';
import { addAction, addResource } from './plan-parts-service.ts';
import { activatePlan, startPlan, updatePlan } from './plan-service.ts';
import { lockPlan } from './rows.ts';
import { retentionPlans, warnings } from './table.ts';
import type { Writing } from './warning-service.ts';

/** Weeks of health history the sample shows, the present one included. */
const WEEKS = 5;
/** What the card costs; minor units. */
const EXTRA = 500;

/**
 * The sample's health as it stood over the last weeks, the warnings of today, and a running plan for the customer with
 * the most at stake. Nothing is made up: all follows from the sample's sales.
 */
export async function seed(ctx: JobContext): Promise<void> {
  for (let weeksAgo = WEEKS - 1; weeksAgo >= 0; weeksAgo--) {
    await judgeEverybody(
      { ...ctx, asOf: addDays(ctx.asOf, -7 * weeksAgo) },
      { reach: weeksAgo === 0 ? 'QUEUE' : 'HISTORY' },
    );
  }
  await ctx.write('retentionSample', async (write) => {
    const some = await write.tx.select({ id: retentionPlans.id }).from(retentionPlans).limit(1);
    const [worst] = await write.tx
      .select()
      .from(warnings)
      .where(eq(warnings.status, 'OPEN'))
      .orderBy(desc(warnings.valueAtRisk), asc(warnings.id))
      .limit(1);
    if (some.length === 0 && worst) await samplePlan({ ...write, actor: { id: await anybody(write.tx) } }, worst);
  });
}

async function samplePlan(by: Writing, warning: { customerId: string; id: string }): Promise<void> {
  const plan = await startPlan(by, { warningId: warning, language: 'en' });
  const { budget } = await lockPlan(by.tx, plan);
  await updatePlan(by, plan, 1, { budget: budget + EXTRA });
  await addAction(by, {
    planId: plan,
    kind: 'CARE',
    description: 'Send a hand-written card from the owner.',
    dueOn: addWorkingDays(by.asOf, 1),
    cost: EXTRA,
  });
  if (budget > 0)
    await addResource(by, {
      planId: plan,
      kind: 'BUDGET',
      description: 'Goodwill set aside for this customer',
      amount: budget,
    });
  await addResource(by, { planId: plan, kind: 'MATERIAL', description: 'Cards and stamps', amount: EXTRA });
  // a plan needs somebody to look after it; before there is any staff it waits as a draft
  if (by.actor.id !== null) await activatePlan(by, plan, 2);
}

/** Whoever can look after the sample plan: the first agent, else the first owner. */
async function anybody(tx: Orm): Promise<string | null> {
  const rows = await tx
    .select({ id: staffMembers.id, role: staffMembers.role })
    .from(staffMembers)
    .where(and(eq(staffMembers.active, true), inArray(staffMembers.role, ['AGENT', 'OWNER'])))
    .orderBy(asc(staffMembers.role), asc(staffMembers.id))
    .limit(1);
  return rows[0]?.id ?? null;
}
