import type { Database } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { buildRegistry } from '@perennial/kernel/registry/module';
import type { JobContext, SystemWriteContext, WriteContext } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { openTestDatabase } from '../databases/open-test-database.ts';

/** A line as tests write it: kind, amount in minor units (positive also for what came back). */
export type ShopLine = readonly [kind: 'SALE' | 'RETURN' | 'FEE', amount: number];

export interface Audited {
  operation: string;
  subject: string;
}

/** A small shop whose sales a test makes up; the clock stands still, the as-of date is the test's. */
export interface Shop {
  db: Database;
  now: Date;
  audits: Audited[];
  events: string[];
  customer(number: string, fields?: Record<string, unknown>): Promise<string>;
  /** One invoice with its lines; `at` as the shop's clock showed it in UTC. @param currency left out: the shop's own */
  invoice(customerId: string, at: string, lines: readonly ShopLine[], currency?: string): Promise<string>;
  staff(name: string, role: 'OWNER' | 'AGENT' | 'AUDITOR'): Promise<string>;
  /** @param latestDay the latest day the business has been at; left out: it does not look back */
  job(asOf: string, latestDay?: string): JobContext;
  write<T>(asOf: string, work: (ctx: WriteContext) => Promise<T>, actorId?: string): Promise<T>;
}

/** @param known a database to use; as a rule one of the test file's own */
export async function openShop(known?: Database): Promise<Shop> {
  const db = known ?? (await openTestDatabase());
  const timezone = 'Europe/London';
  const { models } = buildRegistry([]);
  const now = new Date('2026-01-05T09:00:00Z');
  const audits: Audited[] = [];
  const events: string[] = [];
  const frame = (asOf: string, latestDay = asOf) => ({ asOf, latestDay, currency: 'GBP', timezone, models, now });
  const sink = (operation: string) => ({
    emit: (event: string) => void events.push(event),
    hook: async () => {},
    audit: (detail: { subject: string }) => void audits.push({ operation, subject: detail.subject }),
  });
  let invoices = 0;
  return {
    db,
    now,
    audits,
    events,
    async customer(number, fields = {}) {
      const customerId = newId();
      await insert(db, 'customers', {
        customer_id: customerId,
        number,
        kind: 'UNKNOWN',
        country: 'France',
        region: 'France',
        segment: 'STANDARD',
        segment_source: 'AUTOMATIC',
        stage: 'PROSPECT',
        since: '2010-12-01',
        currency: 'GBP',
        value: 0,
        orders: 0,
        health: -1,
        health_change: 0,
        version: 1,
        created_at: now.toISOString(),
        updated_at: now.toISOString(),
        ...fields,
      });
      return customerId;
    },
    async invoice(customerId, at, lines, currency = 'GBP') {
      const id = newId();
      const signed = lines.map(([kind, amount]) => ({ kind, amount: kind === 'RETURN' ? -amount : amount }));
      invoices += 1;
      await insert(db, 'invoices', {
        customer_id: customerId,
        id,
        number: `I-${invoices}`,
        at,
        kind: signed.every((line) => line.kind === 'RETURN') ? 'RETURN' : 'SALE',
        country: 'France',
        currency,
        total: signed.reduce((sum, line) => sum + line.amount, 0),
        lines: lines.length,
      });
      for (const [index, line] of signed.entries()) {
        await insert(db, 'invoice_lines', {
          customer_id: customerId,
          id: newId(),
          invoice_id: id,
          code: 'A1',
          ordinal: index + 1,
          description: 'A thing',
          quantity: line.kind === 'RETURN' ? -1 : 1,
          unit_price: Math.abs(line.amount) * 100,
          amount: line.amount,
          currency,
          kind: line.kind,
          repeated: false,
        });
      }
      return id;
    },
    async staff(name, role) {
      const id = newId();
      const at = now.toISOString();
      await insert(db, 'staff_members', {
        id,
        name,
        email: `${name}@example.com`,
        email_verified: true,
        role,
        active: true,
        created_at: at,
        updated_at: at,
      });
      return id;
    },
    job: (asOf, latestDay) => ({
      ...frame(asOf, latestDay),
      db,
      hook: async () => {},
      emit: async (_tx, event) => void events.push(event),
      write: (operation, handle) =>
        db.transaction((tx) =>
          handle({
            ...frame(asOf, latestDay),
            ...sink(operation),
            tx,
            actor: { kind: 'system' },
          } as SystemWriteContext),
        ),
    }),
    write: (asOf, work, actorId = newId()) =>
      db.transaction((tx) =>
        work({
          ...frame(asOf),
          ...sink('test'),
          tx,
          actor: { kind: 'staff', id: actorId, email: 'a@example.com', name: 'A', role: 'AGENT' },
        }),
      ),
  };
}

async function insert(db: Database, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = sql.raw(Object.keys(row).join(', '));
  await db.orm.execute(
    sql`insert into ${sql.raw(table)} (${columns})
      select ${columns} from json_populate_record(null::${sql.raw(table)}, ${JSON.stringify(row)}::text::json)`,
  );
}
