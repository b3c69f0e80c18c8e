import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { keepPromises } from '@perennial/modules/policies/index';
import { draftFrom, saveDraft } from '@perennial/modules/policies/draft-service';
import { createPolicy } from '@perennial/modules/policies/policy-service';
import { publishVersion } from '@perennial/modules/policies/publish-service';
import { matchReturnsOf } from '@perennial/modules/sales/index';
import type { WriteContext } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { openShop } from '../retention/shop.ts';

/** The business day of the tests. */
export const AS_OF = '2011-12-10';

type Row = Record<string, unknown>;

export interface Sold {
  invoiceId: string;
  lineId: string;
}

export const returnsTerm = (days: number, appliesTo: object = {}, id = `returns-${days}`) => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  appliesTo,
});

/** A shop with a desk at which policies are written and sales and returns are kept by them; empty again on request. */
export async function openPolicyDesk() {
  const shop = await openShop();
  // publishing asks what currency the business is in
  await shop.db.orm.execute(sql`
    insert into business (id, name, as_of, currency, timezone, locale, updated_at)
    values (1, 'Shop', ${AS_OF}, 'GBP', 'Europe/London', 'en', now())`);
  const read = (query: ReturnType<typeof sql>) => rowsOf<Row>(shop.db.orm, query);
  const write = <T>(work: (ctx: WriteContext) => Promise<T>) => shop.write(AS_OF, work);
  const keep = (chunk?: number) => keepPromises(shop.job(AS_OF), chunk);
  const clear = () =>
    shop.db.orm.execute(
      sql`truncate policy_cuts, returns, entitlements, return_matches, invoice_lines, invoices, policy_versions, policies, customers, products cascade`,
    );

  /** A policy with one saved draft; its row version is 2. */
  async function drafted(name: string, effectiveFrom: string, terms: unknown[], effectiveTo: string | null = null) {
    const made = await write((ctx) => createPolicy(ctx, { name, description: '', stage: 'AFTER_SALE' }));
    await write((ctx) => saveDraft(ctx, made.versionId, 1, { effectiveFrom, effectiveTo, terms }));
    return made;
  }

  async function published(name: string, effectiveFrom: string, terms: unknown[]) {
    const made = await drafted(name, effectiveFrom, terms);
    await write((ctx) => publishVersion(ctx, made.versionId, 2));
    return made;
  }

  /** A draft of the next version of a policy; its row version is 2. */
  async function next(versionId: string, effectiveFrom: string, effectiveTo: string | null = null) {
    const id = await write((ctx) => draftFrom(ctx, versionId));
    await write((ctx) => saveDraft(ctx, id, 1, { effectiveFrom, effectiveTo }));
    return id;
  }

  /** One invoice with one line, in pounds unless told otherwise; a negative quantity is a return. */
  async function sold(
    customerId: string,
    at: string,
    quantity: number,
    more: { code?: string; batchId?: string; total?: number; currency?: string } = {},
  ): Promise<Sold> {
    const [invoiceId, lineId] = [newId(), newId()];
    const kind = quantity < 0 ? 'RETURN' : 'SALE';
    const amount = more.total ?? quantity * 100;
    const batch = more.batchId ?? null;
    const currency = more.currency ?? 'GBP';
    await shop.db.orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines, batch_id)
      values (${customerId}, ${invoiceId}, ${invoiceId}, ${at}::timestamptz, ${kind}, 'France', ${currency}, ${amount}, 1, ${batch}::uuid)`);
    await shop.db.orm.execute(sql`
      insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind, repeated, batch_id)
      values (${customerId}, ${lineId}, ${invoiceId}, ${more.code ?? 'A1'}, 1, 'A thing', ${quantity}, 10000, ${amount}, ${currency}, ${kind}, false, ${batch}::uuid)`);
    return { invoiceId, lineId };
  }

  const matchAll = () =>
    shop.db.transaction((tx) => matchReturnsOf(tx, sql`select distinct customer_id, code from invoice_lines`));

  const decided = (customerId: string) =>
    read(sql`
      select quantity, outcome, status, term_id, counted_from::text as counted_from, deadline::text as deadline, sale_line_id, id
      from returns where customer_id = ${customerId}::uuid order by at, quantity desc`);

  return { shop, read, write, keep, clear, drafted, published, next, sold, matchAll, decided };
}

export type PolicyDesk = Awaited<ReturnType<typeof openPolicyDesk>>;
