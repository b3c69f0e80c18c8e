import { rowsOf } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { promises, returnsWithin, type Promises } from './promises.ts';

type Answer = Awaited<ReturnType<Promises['change']>>;

/** A shop at whose promises tests of the service-cut guard (S11) try to cut. */
export interface CutsDesk extends Promises {
  /** As before anything was promised; kept from test to test is who works there. */
  clear(): Promise<void>;
  rows(statement: ReturnType<typeof sql>): ReturnType<typeof rowsOf>;
  /** What publishing (or retiring) the version would take, and from how many. */
  cutsOf(
    id: string,
    more?: { effectiveFrom?: string; retiring?: boolean },
  ): Promise<{ cuts: Record<string, unknown>[]; affected: number; customers: { number: string }[] }>;
  /** Thirty days to everybody, in force for a year, with three customers who bought under it; ids. */
  thirtyDays(): Promise<{ versionId: string; france: string; spain: string }>;
  retire(id: string, version: number, on?: string): Promise<Answer>;
  /** Working hours of Mondays from nine until `to` (minutes of the day); the calendar's id in the API. */
  hours(name: string, to: number): Promise<string>;
}

export const codes = (answer: { userErrors: { code: string }[] }): string[] =>
  answer.userErrors.map(({ code }) => code);

/** Narrower than "everybody", and yet everybody who buys in the business's currency. */
export const NEARLY_ALL = { maxValue: 900_000_000_000 };
export const umbrella = (days: number, id = 'umbrella'): ReturnType<typeof returnsWithin> =>
  returnsWithin(days, { id, appliesTo: NEARLY_ALL });

export async function cutsDesk(): Promise<CutsDesk> {
  const shop = await promises();
  const rows = (statement: ReturnType<typeof sql>) => rowsOf(shop.server.db.orm, statement);
  return {
    ...shop,
    rows,
    async clear() {
      await shop.server.settle();
      await shop.server.db.orm.execute(
        sql`truncate policy_cuts, policy_floors, policy_comments, entitlements, promise_snapshots, invoice_lines, invoices, policy_versions, policies, customers, products, service_point_probes, service_points, calendar_days, calendars cascade`,
      );
    },
    async cutsOf(id, more = {}) {
      const { policyVersionCut } = await shop.manager.data<{
        policyVersionCut: Awaited<ReturnType<CutsDesk['cutsOf']>>;
      }>(
        `query ($id: ID!, $effectiveFrom: Date, $retiring: Boolean) {
          policyVersionCut(id: $id, effectiveFrom: $effectiveFrom, retiring: $retiring) {
            effectiveFrom cuts affected valueAtRisk currency approved customers { id number value } } }`,
        { id, ...more },
      );
      return policyVersionCut;
    },
    async thirtyDays() {
      const france = await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
      const spain = await shop.purchase({ region: 'Spain', on: '2011-07-01', amount: 20_000 });
      await shop.purchase({ region: 'France', on: '2010-12-05', amount: 90_000 });
      const versionId = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
      await shop.server.settle();
      return { versionId, france, spain };
    },
    retire: (id, version, on) =>
      shop.change('policyVersionRetire', { id, version, ...(on ? { on } : {}) }, 'policyVersion { status }'),
    async hours(name, to) {
      const [row] = await rows(sql`
      insert into calendars (id, name, time_zone, week, shift_day, years, version, created_at, updated_at)
      values (gen_random_uuid(), ${name}, 'Europe/London', ${JSON.stringify({ 1: [{ from: 540, to }] })}::text::jsonb, 'START', '[2010,2011,2012]', 1, now(), now())
      returning id::text as id`);
      return `Calendar_${(row as { id: string }).id}`;
    },
  };
}
