import type { Term } from '@perennial/domain/policies/terms';
import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { openShop, type Shop } from '@perennial/testkit/retention/shop';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { matchReturnsOf } from '../sales/index.ts';
import { forgetBatch, keepPromises, returnsSummary } from './index.ts';
import { decideCut, proposeCut } from './cut-service.ts';
import { closeReturn } from './return-service.ts';
import { createPolicy, discardDraft, draftFrom, publishVersion, retireVersion, saveDraft } from './service.ts';
import { tryPolicy } from './try-service.ts';

const AS_OF = '2011-12-10';
let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

beforeEach(async () => {
  await shop.db.orm.execute(
    sql`truncate policy_cuts, returns, entitlements, return_matches, invoice_lines, invoices, policy_versions, policies, customers, products cascade`,
  );
});

type Row = Record<string, unknown>;
const read = (query: ReturnType<typeof sql>) => rowsOf<Row>(shop.db.orm, query);
const write = <T>(work: Parameters<typeof shop.write<T>>[1]) => shop.write(AS_OF, work);
const keep = (chunk?: number) => keepPromises(shop.job(AS_OF), chunk);

const returnsTerm = (days: number, appliesTo: object = {}, id = `returns-${days}`) => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  appliesTo,
});

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

interface Sold {
  invoiceId: string;
  lineId: string;
}

/** One invoice with one line; a negative quantity is a return. */
async function sold(
  customerId: string,
  at: string,
  quantity: number,
  more: { code?: string; batchId?: string; total?: number } = {},
): Promise<Sold> {
  const [invoiceId, lineId] = [newId(), newId()];
  const kind = quantity < 0 ? 'RETURN' : 'SALE';
  const amount = more.total ?? quantity * 100;
  const batch = more.batchId ?? null;
  await shop.db.orm.execute(sql`
    insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines, batch_id)
    values (${customerId}, ${invoiceId}, ${invoiceId}, ${at}::timestamptz, ${kind}, 'France', 'GBP', ${amount}, 1, ${batch}::uuid)`);
  await shop.db.orm.execute(sql`
    insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind, repeated, batch_id)
    values (${customerId}, ${lineId}, ${invoiceId}, ${more.code ?? 'A1'}, 1, 'A thing', ${quantity}, 10000, ${amount}, 'GBP', ${kind}, false, ${batch}::uuid)`);
  return { invoiceId, lineId };
}

const matchAll = () =>
  shop.db.transaction((tx) => matchReturnsOf(tx, sql`select distinct customer_id, code from invoice_lines`));

const decided = (customerId: string) =>
  read(sql`
    select quantity, outcome, status, term_id, counted_from::text as counted_from, deadline::text as deadline, sale_line_id, id
    from returns where customer_id = ${customerId}::uuid order by at, quantity desc`);

describe('the life of a version', () => {
  test('draft, saved, published, and from then on it stands', async () => {
    const { versionId } = await published('Promise', '2010-12-01', [returnsTerm(30)]);
    const [row] = await read(
      sql`select status, published_by, effective_to from policy_versions where id = ${versionId}::uuid`,
    );
    expect(row).toEqual({ status: 'PUBLISHED', published_by: 'a@example.com', effective_to: null });
    expect(shop.events).toContain('policies.published');
    for (const attempt of [
      () => write((ctx) => saveDraft(ctx, versionId, 3, { terms: [] })),
      () => write((ctx) => publishVersion(ctx, versionId, 3)),
      () => write((ctx) => discardDraft(ctx, versionId, 3)),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'VERSION_NOT_DRAFT' });
    }
  });

  test('the database itself defends what was promised', async () => {
    const { versionId } = await published('Promise', '2010-12-01', [returnsTerm(30)]);
    for (const statement of [
      sql`update policy_versions set terms = '[]' where id = ${versionId}::uuid`,
      sql`update policy_versions set effective_from = '2011-01-01' where id = ${versionId}::uuid`,
      sql`delete from policy_versions where id = ${versionId}::uuid`,
    ]) {
      await expect(shop.db.orm.execute(statement)).rejects.toThrow();
    }
    expect(
      await read(sql`select terms -> 0 ->> 'id' as term, effective_from::text as day from policy_versions`),
    ).toEqual([{ term: 'returns-30', day: '2010-12-01' }]);
  });

  test('two people edit one draft: the second is told, nothing is lost', async () => {
    const { versionId } = await drafted('Promise', '2012-01-01', [returnsTerm(30)]);
    await write((ctx) => saveDraft(ctx, versionId, 2, { terms: [returnsTerm(60)] }));
    await expect(write((ctx) => saveDraft(ctx, versionId, 2, { terms: [returnsTerm(90)] }))).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      path: ['version'],
    });
    expect(await read(sql`select terms -> 0 ->> 'id' as term from policy_versions`)).toEqual([{ term: 'returns-60' }]);
  });

  test('a draft with a term out of range is refused by field and leaves the draft as it was', async () => {
    const { versionId } = await drafted('Promise', '2012-01-01', [returnsTerm(30)]);
    await expect(write((ctx) => saveDraft(ctx, versionId, 2, { terms: [returnsTerm(0)] }))).rejects.toMatchObject({
      code: 'TERM_OUT_OF_RANGE',
      path: ['terms', '0', 'params', 'days'],
    });
    expect(await read(sql`select version from policy_versions`)).toEqual([{ version: 2 }]);
  });

  test('an empty draft cannot be published, and a name is used once', async () => {
    const { versionId } = await drafted('Promise', '2012-01-01', []);
    await expect(write((ctx) => publishVersion(ctx, versionId, 2))).rejects.toMatchObject({ code: 'NO_TERMS' });
    await expect(
      write((ctx) => createPolicy(ctx, { name: 'Promise', description: '', stage: 'SALE' })),
    ).rejects.toMatchObject({ code: 'NAME_TAKEN', path: ['name'] });
  });

  test('publishing closes the version before on that day; an overlap is refused, naming both', async () => {
    const { versionId } = await published('Promise', '2010-12-01', [returnsTerm(30)]);
    const second = await next(versionId, '2012-01-01');
    await write((ctx) => publishVersion(ctx, second, 2));
    expect(
      await read(sql`select number, status, effective_to::text as until from policy_versions order by number`),
    ).toEqual([
      { number: 1, status: 'PUBLISHED', until: '2012-01-01' },
      { number: 2, status: 'PUBLISHED', until: null },
    ]);
    const between = await next(versionId, '2011-12-20');
    await expect(write((ctx) => publishVersion(ctx, between, 2))).rejects.toMatchObject({
      code: 'OVERLAPPING_VERSION',
      params: { number: 3, otherNumber: 2, otherFrom: '2012-01-01' },
    });
    expect(await read(sql`select effective_to::text as until from policy_versions where number = 1`)).toEqual([
      { until: '2012-01-01' },
    ]);
  });

  test('retiring ends it, never in the past', async () => {
    const { versionId } = await published('Promise', '2010-12-01', [returnsTerm(30)]);
    await expect(write((ctx) => retireVersion(ctx, versionId, 3, '2011-12-09'))).rejects.toMatchObject({
      code: 'RETIRED_IN_THE_PAST',
    });
    // that nothing follows it needs a second person (S11, see service-cut.it.test.ts)
    await expect(write((ctx) => retireVersion(ctx, versionId, 3))).rejects.toMatchObject({ code: 'SERVICE_CUT' });
    const asked = await write((ctx) => proposeCut(ctx, { versionId, retiring: true, reason: 'We close' }));
    await write((ctx) => decideCut(ctx, asked, true, null));
    await write((ctx) => retireVersion(ctx, versionId, 3));
    expect(await read(sql`select status, effective_to::text as until from policy_versions`)).toEqual([
      { status: 'RETIRED', until: AS_OF },
    ]);
  });
});

describe('published at once', () => {
  const outcomes = (attempts: Promise<unknown>[]) =>
    Promise.allSettled(attempts).then((all) =>
      all.map((each) => (each.status === 'fulfilled' ? 'OK' : (each.reason as { code: string }).code)).sort(),
    );

  test('the same draft by several people: once', async () => {
    const { versionId } = await drafted('Promise', '2010-12-01', [returnsTerm(30)]);
    const answers = await outcomes(Array.from({ length: 5 }, () => write((ctx) => publishVersion(ctx, versionId, 2))));
    expect(answers.filter((each) => each === 'OK')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['OK', 'VERSION_NOT_DRAFT']));
  });

  test('several drafts for the same days: one of them, the others overlap', async () => {
    const { versionId } = await published('Promise', '2010-12-01', [returnsTerm(30)]);
    const drafts = [
      await next(versionId, '2012-01-01'),
      await next(versionId, '2012-01-01'),
      await next(versionId, '2012-01-01'),
    ];
    const answers = await outcomes(drafts.map((id) => write((ctx) => publishVersion(ctx, id, 2))));
    expect(answers).toEqual(['OK', 'OVERLAPPING_VERSION', 'OVERLAPPING_VERSION']);
    const overlaps = await read(sql`
      select 1 from policy_versions a join policy_versions b on a.policy_id = b.policy_id and a.id < b.id
      where a.status <> 'DRAFT' and b.status <> 'DRAFT' and a.effective_from < coalesce(b.effective_to, 'infinity')
        and b.effective_from < coalesce(a.effective_to, 'infinity')`);
    expect(overlaps).toEqual([]);
  });

  test('two policies that would contradict each other: one of them', async () => {
    const a = await drafted('A', '2010-12-01', [returnsTerm(30)]);
    const b = await drafted('B', '2010-12-01', [returnsTerm(60)]);
    const answers = await outcomes([a, b].map(({ versionId }) => write((ctx) => publishVersion(ctx, versionId, 2))));
    expect(answers).toEqual(['AMBIGUOUS_TERMS', 'OK']);
  });
});

describe('every purchase carries the promise of its day (C13)', () => {
  test('by the clocks of the business, also minutes before midnight', async () => {
    const { policyId, versionId } = await published('Promise', '2010-12-01', [returnsTerm(30)]);
    const second = await next(versionId, '2011-06-15');
    await write((ctx) => publishVersion(ctx, second, 2));
    const customerId = await shop.customer('c');
    // London is an hour ahead of UTC in June
    const before = await sold(customerId, '2011-06-14T22:59:00Z', 1);
    const after = await sold(customerId, '2011-06-14T23:00:00Z', 1);
    const early = await sold(customerId, '2010-11-30T23:59:00Z', 1);
    expect(await keep()).toMatchObject({ granted: 2, decided: 0 });
    const held = await read(
      sql`select invoice_id, policy_id, policy_version_id, granted_on::text as day from entitlements order by granted_on`,
    );
    expect(held).toEqual([
      { invoice_id: before.invoiceId, policy_id: policyId, policy_version_id: versionId, day: '2011-06-14' },
      { invoice_id: after.invoiceId, policy_id: policyId, policy_version_id: second, day: '2011-06-15' },
    ]);
    expect(held.map((row) => row['invoice_id'])).not.toContain(early.invoiceId);
  });

  test('again and in small chunks changes nothing', async () => {
    await published('Promise', '2010-12-01', [returnsTerm(30)]);
    for (const number of ['a', 'b', 'c', 'd', 'e']) {
      const customerId = await shop.customer(number);
      await sold(customerId, '2011-01-10T10:00:00Z', 3);
      await sold(customerId, '2011-01-20T10:00:00Z', -1);
    }
    await matchAll();
    expect(await keep(2)).toEqual({ customers: 5, granted: 5, decided: 5, removed: 0 });
    const before = await read(sql`select * from returns order by customer_id, id`);
    expect(await keep(2)).toEqual({ customers: 5, granted: 0, decided: 0, removed: 0 });
    expect(await keep()).toEqual({ customers: 5, granted: 0, decided: 0, removed: 0 });
    expect(await read(sql`select * from returns order by customer_id, id`)).toEqual(before);
  });

  test('a promise already given is never exchanged or taken back', async () => {
    const { versionId } = await published('Promise', '2010-12-01', [returnsTerm(30)]);
    await sold(await shop.customer('c'), '2011-03-01T10:00:00Z', 1);
    await keep();
    const second = await next(versionId, '2011-03-01');
    await expect(write((ctx) => publishVersion(ctx, second, 2))).rejects.toMatchObject({
      code: 'ALREADY_PROMISED',
      params: { number: 1, last: '2011-03-01', earliest: '2011-03-02' },
    });
    await write((ctx) => publishVersion(ctx, second, 2, '2011-03-02'));
    expect(await keep()).toMatchObject({ granted: 0 });
    expect(await read(sql`select policy_version_id from entitlements`)).toEqual([{ policy_version_id: versionId }]);
  });
});

describe('returns are decided by what their purchase was promised (C10)', () => {
  test('in time, on the last day, late, abroad, and without a purchase', async () => {
    const { policyId, versionId } = await published('Promise', '2010-12-01', [
      returnsTerm(45),
      returnsTerm(30, { regions: ['United Kingdom'] }),
    ]);
    const home = await shop.customer('home', { region: 'United Kingdom' });
    const abroad = await shop.customer('abroad', { region: 'France' });
    for (const [customerId, day] of [
      [home, '2011-01-31'],
      [home, '2011-02-01'],
      [abroad, '2011-02-01'],
    ] as const) {
      await sold(customerId, '2011-01-01T10:00:00Z', 2, { code: `X${day}` });
      await sold(customerId, `${day}T10:00:00Z`, -2, { code: `X${day}` });
    }
    await sold(abroad, '2011-05-05T10:00:00Z', -7, { code: 'NEVER' });
    await matchAll();
    expect(await keep()).toMatchObject({ decided: 4 });
    expect(await decided(home)).toMatchObject([
      {
        outcome: 'ALLOWED',
        term_id: 'returns-30',
        deadline: '2011-01-31',
        counted_from: '2011-01-01',
        status: 'CLOSED',
      },
      { outcome: 'REFUSED', term_id: 'returns-30', deadline: '2011-01-31', status: 'CLOSED' },
    ]);
    expect(await decided(abroad)).toMatchObject([
      { outcome: 'ALLOWED', term_id: 'returns-45', deadline: '2011-02-15', quantity: 2 },
      { outcome: 'NO_PURCHASE', term_id: null, deadline: null, quantity: 7, status: 'OPEN' },
    ]);
    const counts = await returnsSummary(shop.db);
    expect(counts.reduce((sum, each) => sum + each.returns, 0)).toBe(4);
    expect(counts.find((each) => each.outcome === 'REFUSED')).toEqual({
      outcome: 'REFUSED',
      policyId,
      policy: 'Promise',
      versionId,
      versionNumber: 1,
      termId: 'returns-30',
      returns: 1,
      open: 0,
      quantity: 2,
    });
  });

  test('one returned line of several purchases is one return each, and one for what nobody bought', async () => {
    await published('Promise', '2010-12-01', [returnsTerm(30)]);
    const customerId = await shop.customer('c');
    const old = await sold(customerId, '2010-12-05T10:00:00Z', 3);
    const young = await sold(customerId, '2011-02-01T10:00:00Z', 4);
    await sold(customerId, '2011-02-10T10:00:00Z', -9);
    await matchAll();
    await keep();
    expect(await decided(customerId)).toMatchObject([
      { quantity: 4, outcome: 'ALLOWED', sale_line_id: young.lineId },
      { quantity: 3, outcome: 'REFUSED', sale_line_id: old.lineId },
      { quantity: 2, outcome: 'NO_PURCHASE', sale_line_id: null },
    ]);
  });

  test('a sale that comes in later changes the decision about its pieces and no other', async () => {
    await published('Promise', '2010-12-01', [returnsTerm(30)]);
    const customerId = await shop.customer('c');
    await sold(customerId, '2011-02-01T10:00:00Z', 2);
    await sold(customerId, '2011-02-10T10:00:00Z', -5);
    await matchAll();
    await keep();
    const [, first] = await decided(customerId);
    await sold(customerId, '2011-01-20T10:00:00Z', 3);
    await matchAll();
    expect(await keep()).toMatchObject({ granted: 1, removed: 1, decided: 1 });
    const after = await decided(customerId);
    expect(after.map((row) => [row['quantity'], row['outcome']])).toEqual([
      [3, 'ALLOWED'],
      [2, 'ALLOWED'],
    ]);
    expect(after[1]).toEqual(first);
  });

  test('a promise published later for days past decides what no term spoke of, in the same row', async () => {
    const customerId = await shop.customer('c');
    await sold(customerId, '2011-02-01T10:00:00Z', 1);
    await sold(customerId, '2011-02-10T10:00:00Z', -1);
    await matchAll();
    await keep();
    const [before] = await decided(customerId);
    expect(before).toMatchObject({ outcome: 'NOT_COVERED', status: 'CLOSED', term_id: null });
    await published('Promise', '2010-12-01', [returnsTerm(30)]);
    expect(await keep()).toMatchObject({ granted: 1, decided: 1, removed: 0 });
    expect(await decided(customerId)).toMatchObject([{ outcome: 'ALLOWED', term_id: 'returns-30', id: before!['id'] }]);
  });

  test('the size of the purchase counts as a whole', async () => {
    await published('Promise', '2010-12-01', [returnsTerm(10), returnsTerm(90, { minValue: 50_000 })]);
    const customerId = await shop.customer('c');
    await sold(customerId, '2011-02-01T10:00:00Z', 1, { total: 50_000 });
    await sold(customerId, '2011-04-01T10:00:00Z', -1);
    await matchAll();
    await keep();
    expect(await decided(customerId)).toMatchObject([{ outcome: 'ALLOWED', term_id: 'returns-90' }]);
  });

  test('an open return can be closed once', async () => {
    const customerId = await shop.customer('c');
    await sold(customerId, '2011-04-01T10:00:00Z', -1);
    await keep();
    const [row] = await decided(customerId);
    await write((ctx) => closeReturn(ctx, customerId, String(row!['id'])));
    await expect(write((ctx) => closeReturn(ctx, customerId, String(row!['id'])))).rejects.toMatchObject({
      code: 'RETURN_CLOSED',
    });
    await keep();
    expect(await decided(customerId)).toMatchObject([{ status: 'CLOSED' }]);
  });
});

describe('taking an import back', () => {
  test('takes along what was made from its sales, and decides the rest anew', async () => {
    await published('Promise', '2010-12-01', [returnsTerm(30)]);
    const customerId = await shop.customer('c');
    const batchId = newId();
    const kept = await sold(customerId, '2011-01-01T10:00:00Z', 5);
    const gone = await sold(customerId, '2011-01-10T10:00:00Z', 5, { batchId });
    await sold(customerId, '2011-01-20T10:00:00Z', -2);
    await matchAll();
    await keep();
    expect(await decided(customerId)).toMatchObject([{ sale_line_id: gone.lineId }]);
    await shop.db.transaction(async (tx) => {
      await forgetBatch(tx, batchId);
      await tx.execute(sql`delete from return_matches where sale_line_id = ${gone.lineId}::uuid`);
      await tx.execute(sql`delete from invoice_lines where batch_id = ${batchId}::uuid`);
      await tx.execute(sql`delete from invoices where batch_id = ${batchId}::uuid`);
    });
    await matchAll();
    await keep();
    expect(await decided(customerId)).toMatchObject([{ sale_line_id: kept.lineId, outcome: 'ALLOWED' }]);
    expect(await read(sql`select invoice_id from entitlements`)).toEqual([{ invoice_id: kept.invoiceId }]);
  });
});

describe('taking an import back after somebody worked on it', () => {
  test('a return that a person closed stays, and so does what it is about', async () => {
    const customerId = await shop.customer('c');
    const batchId = newId();
    await sold(customerId, '2011-01-20T10:00:00Z', -2, { batchId });
    await keep();
    const [row] = await decided(customerId);
    await write((ctx) => closeReturn(ctx, customerId, String(row!['id'])));
    await shop.db.transaction((tx) => forgetBatch(tx, batchId));
    expect(await decided(customerId)).toHaveLength(1);
  });
});

describe('trying a policy on a real purchase', () => {
  const reading = () => ({ db: shop.db, currency: 'GBP', timezone: 'Europe/London', asOf: AS_OF });

  test('by what was promised, by a draft, by terms nobody saved; nothing is written', async () => {
    const { versionId } = await published('Promise', '2010-12-01', [returnsTerm(30)]);
    const draft = await next(versionId, '2012-01-01');
    await write((ctx) => saveDraft(ctx, draft, 2, { terms: [returnsTerm(365)] }));
    const customerId = await shop.customer('c');
    const { lineId } = await sold(customerId, '2011-01-01T10:00:00Z', 5);
    await keep();
    const line = { customerId, id: lineId };
    const at = '2011-03-01';
    const trial = (more: object) =>
      tryPolicy(reading(), { line, kind: 'returns', at, ...more }).then((t) => t.decision);
    expect(await trial({})).toMatchObject({
      outcome: 'REFUSED',
      versionId,
      termId: 'returns-30',
      deadline: '2011-01-31',
    });
    expect(await trial({ versionId: draft })).toMatchObject({ outcome: 'ALLOWED', termId: 'returns-365' });
    const terms: Partial<Term>[] = [returnsTerm(59)] as Partial<Term>[];
    expect(await trial({ terms })).toMatchObject({ outcome: 'ALLOWED', deadline: at });
    expect(await trial({ kind: 'warranty' })).toMatchObject({ outcome: 'NOT_COVERED' });
    expect(await trial({ at: undefined })).toMatchObject({ outcome: 'REFUSED' });
    expect(await read(sql`select 1 from returns`)).toEqual([]);
  });

  test('what is no purchase, no line, no kind is named', async () => {
    const customerId = await shop.customer('c');
    const { lineId } = await sold(customerId, '2011-01-01T10:00:00Z', -5);
    const trial = (line: { customerId: string; id: string }) => tryPolicy(reading(), { line, kind: 'returns' });
    await expect(trial({ customerId, id: lineId })).rejects.toMatchObject({ code: 'NOT_A_PURCHASE', path: ['lineId'] });
    await expect(trial({ customerId, id: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND', path: ['lineId'] });
    // somebody else's line is no line of this customer
    await expect(trial({ customerId: await shop.customer('d'), id: lineId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
