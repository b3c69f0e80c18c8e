import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepUploadsIn } from './batch-service.ts';

const LINES = [
  'Order no;SKU;Qty;Order date;Price;Customer;Country',
  '1;A1;6;13/06/2011 10:00;2,55;17850;France',
  '2;A1;six;13/06/2011 10:00;2,55;17850;France',
  '3;A1;1;13/06/2011 10:00;2,55;;France',
  'C4;A1;-2;14/06/2011 10:00;2,55;17850;France',
];
const folder = mkdtempSync(join(tmpdir(), 'perennial-uploads-'));
let server: TestServer;
let owner: GraphQLClient;

type Progress = { importProgress: { status: string; phase: string | null; failure: string | null } };
type Batch = {
  status: string;
  failure: string | null;
  counts: Record<string, unknown> | null;
  preview: { lines: number } | null;
};
type Payload = {
  userErrors: { code: string; path: string[]; params: Record<string, unknown> | null }[];
  importBatch: { status: string; failure: string | null } | null;
};

async function send(
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  who: GraphQLClient = owner,
): Promise<{ status: number; id: string; code?: string }> {
  const response = await fetch(`${server.url}/api/import?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: who.headers,
    body,
  });
  return { status: response.status, ...((await response.json()) as { id: string }) };
}

const batch = async (id: string) =>
  (
    await owner.data<{ importBatch: Batch }>(
      `query ($id: ID!) { importBatch(id: $id) { status failure counts preview } }`,
      {
        id,
      },
    )
  ).importBatch;

const run = async (name: string, id: string, mapping?: unknown) =>
  (
    await owner.data<Record<string, Payload>>(
      mapping
        ? `mutation ($id: ID!, $mapping: JSON!) { ${name}(input: { id: $id, mapping: $mapping }) { importBatch { status failure } userErrors { code path params } } }`
        : `mutation ($id: ID!) { ${name}(input: { id: $id }) { importBatch { status failure } userErrors { code path params } } }`,
      { id, ...(mapping ? { mapping } : {}) },
    )
  )[name]!;

const preview = async (id: string, mapping?: unknown) =>
  (
    await owner.data<{
      importPreview: {
        mapping: Record<string, unknown>;
        missing: string[];
        rows: { outcome: string | null; fault: string | null; currency: string | null; at: string | null }[];
      };
    }>(
      `query ($id: ID!, $mapping: JSON) { importPreview(id: $id, mapping: $mapping) { mapping missing rows { line values outcome fault field currency at } } }`,
      { id, mapping },
    )
  ).importPreview;

/** Asks until the answer is the awaited one, as the dashboard does. */
async function until(id: string, done: (batch: Batch) => boolean): Promise<Batch> {
  for (;;) {
    await owner.data<Progress>(
      `query ($id: ID!) { importProgress(id: $id) { status phase fraction lines secondsLeft failure } }`,
      { id },
    );
    const now = await batch(id);
    if (done(now)) return now;
    await server.settle();
  }
}

beforeAll(async () => {
  keepUploadsIn(folder);
  server = await testServer();
  owner = await server.as('OWNER');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('importing over the API', () => {
  it('goes from file to report, and back', async () => {
    const { id } = await send('shop.csv.gz', gzipSync(LINES.join('\r\n')));
    const guessed = await preview(id);
    expect(guessed).toMatchObject({
      missing: [],
      mapping: { delimiter: ';', decimalMark: ',', dateOrder: 'DMY', currency: 'GBP', timeZone: 'Europe/London' },
    });
    expect(guessed.rows.map((r) => r.outcome)).toEqual(['SALE', 'UNREADABLE', 'NO_CUSTOMER', 'RETURN']);
    expect(guessed.rows.map((r) => r.at)).toEqual(['2011-06-13T09:00:00.000Z', null, null, '2011-06-14T09:00:00.000Z']);

    const mapping = { ...guessed.mapping, decimalMark: '.' };
    expect((await preview(id, mapping)).rows[0]).toMatchObject({ outcome: 'UNREADABLE', fault: 'NOT_A_NUMBER' });

    expect((await run('importCheck', id, guessed.mapping)).userErrors).toEqual([]);
    expect(await until(id, (b) => b.preview !== null)).toMatchObject({ status: 'PREVIEW', preview: { lines: 4 } });
    const { auditEvents } = await owner.data<{ auditEvents: { nodes: { subject: string }[] } }>(
      `{ auditEvents(first: 1, filter: { operation: { eq: "importCheck" } }) { nodes { subject after } } }`,
    );
    expect(auditEvents.nodes).toMatchObject([{ after: { fileName: 'shop.csv.gz', mapping: guessed.mapping } }]);

    expect(await run('importStart', id, guessed.mapping)).toMatchObject({
      userErrors: [],
      importBatch: { status: 'RUNNING' },
    });
    const done = await until(id, (b) => b.status !== 'RUNNING');
    expect(done).toMatchObject({
      status: 'COMPLETE',
      counts: { lines: 4, added: 2, outcomes: { UNREADABLE: 1, NO_CUSTOMER: 1, SALE: 1, RETURN: 1 } },
    });
    await server.settle();
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));

    const { customers } = await owner.data<{ customers: unknown }>(
      `{ customers(first: 5) { nodes { number value { amount currency } invoices(first: 5) { nodes { number invoiceLines(first: 5) { nodes { code quantity } } } } } } }`,
    );
    expect(customers).toMatchObject({
      nodes: [
        {
          number: '17850',
          value: { amount: 1020, currency: 'GBP' },
          invoices: { nodes: [{ number: 'C4' }, { number: '1' }] },
        },
      ],
    });

    const rejects = await fetch(`${server.url}/api/download/import-rejects/${id}`, { headers: owner.headers });
    expect((await rejects.text()).split('\r\n').slice(1, 3)).toEqual([
      `3;UNREADABLE;NOT_A_NUMBER;quantity;${LINES[2]}`,
      `4;NO_CUSTOMER;;customer;${LINES[3]}`,
    ]);

    expect(await run('importUndo', id)).toMatchObject({ userErrors: [], importBatch: { status: 'UNDONE' } });
    await server.settle();
    expect(await owner.data(`{ customers(first: 5) { totalCount } products(first: 5) { totalCount } }`)).toEqual({
      customers: { totalCount: 0 },
      products: { totalCount: 0 },
    });
  });

  it('sets aside what is in another currency than its invoice on record, and says so from the first look on', async () => {
    const sales = [LINES[0], '1;A1;6;13/06/2011 10:00;3;17850;France'];
    const first = await send('pounds.csv', sales.join('\n'));
    await run('importStart', first.id, (await preview(first.id)).mapping);
    expect((await until(first.id, (b) => b.status !== 'RUNNING')).status).toBe('COMPLETE');
    const { id } = await send('euros.csv', [...sales, '5;A1;6;13/06/2011 10:00;3;17850;France'].join('\n'));
    const mapping = { ...(await preview(id)).mapping, currency: 'EUR' };
    expect((await preview(id, mapping)).rows).toMatchObject([
      { outcome: 'OTHER_CURRENCY', fault: null, currency: 'GBP' },
      { outcome: 'SALE', currency: null },
    ]);
    await run('importCheck', id, mapping);
    const outcomes = { OTHER_CURRENCY: 1, SALE: 1 };
    expect(await until(id, (b) => b.preview !== null)).toMatchObject({ preview: { outcomes } });
    await run('importStart', id, mapping);
    expect(await until(id, (b) => b.status !== 'RUNNING')).toMatchObject({ counts: { lines: 2, added: 1, outcomes } });
    const { importRejects } = await owner.data<{ importRejects: unknown }>(
      `query ($id: ID!) { importRejects(id: $id) { line reason field currency } }`,
      { id },
    );
    expect(importRejects).toEqual([{ line: 2, reason: 'OTHER_CURRENCY', field: 'invoice', currency: 'GBP' }]);
    await server.settle();
    for (const each of [id, first.id]) {
      expect((await run('importUndo', each)).userErrors).toEqual([]);
      // health is judged anew after each, of customers that the next may take away
      await server.settle();
    }
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  });

  it('names what a mapping lacks, and what stands in the way', async () => {
    const { id } = await send('shop.csv', LINES.join('\n'));
    const { mapping } = await preview(id);
    const columns = mapping['columns'] as Record<string, number | null>;
    const lacking = await run('importStart', id, { ...mapping, columns: { ...columns, customer: null } });
    expect(lacking.userErrors).toMatchObject([
      { code: 'COLUMN_MISSING', path: ['mapping', 'columns', 'customer'], params: { targets: ['customer'] } },
    ]);
    for (const [field, value, code] of [
      ['currency', 'XXQ', 'CURRENCY_UNKNOWN'],
      ['timeZone', 'Mars/Olympus', 'TIMEZONE_UNKNOWN'],
    ] as const) {
      for (const name of ['importCheck', 'importStart']) {
        const refused = await run(name, id, { ...mapping, [field]: value });
        expect(refused.userErrors).toMatchObject([{ code, path: ['mapping', field], params: { [field]: value } }]);
      }
    }
    expect(await batch(id)).toMatchObject({ status: 'PREVIEW', preview: null });
    expect((await run('importUndo', id)).userErrors).toMatchObject([
      { code: 'IMPORT_STATUS', params: { status: 'PREVIEW' } },
    ]);
    const { importDiscard } = await owner.data<{ importDiscard: { discarded: boolean } }>(
      `mutation ($id: ID!) { importDiscard(input: { id: $id }) { discarded } }`,
      { id },
    );
    expect(importDiscard.discarded).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('reads the names of the columns anew where they are parted otherwise', async () => {
    const { id } = await send('shop.csv', LINES.join('\n').replaceAll(';', '|').replace('Order no|', 'Order, no|'));
    const guessed = await preview(id);
    const commas = await preview(id, { ...guessed.mapping, delimiter: ',' });
    expect(commas.mapping).toMatchObject({ header: ['Order', 'no|SKU|Qty|Order date|Price|Customer|Country'] });
    // a dry run by names that the file does not have says why it stopped, and the next one begins without that
    expect((await run('importCheck', id, { ...guessed.mapping, delimiter: ',' })).userErrors).toEqual([]);
    expect((await until(id, (b) => b.failure !== null)).failure).toBe('HEADER_DIFFERS');
    const bars = await preview(id, { ...commas.mapping, delimiter: '|' });
    expect(bars).toMatchObject({
      missing: [],
      mapping: { header: ['Order, no', 'SKU', 'Qty', 'Order date', 'Price', 'Customer', 'Country'] },
    });
    expect(await run('importCheck', id, bars.mapping)).toMatchObject({
      userErrors: [],
      importBatch: { failure: null },
    });
    expect((await until(id, (b) => b.preview !== null)).preview).toMatchObject({ lines: 4 });
    await owner.data(`mutation ($id: ID!) { importDiscard(input: { id: $id }) { discarded } }`, { id });
  });

  it('keeps nothing of a file that is empty, broken or no text', async () => {
    expect(await send('empty.csv', '')).toMatchObject({ status: 400, code: 'FILE_EMPTY' });
    expect(await send('broken.csv.gz', 'this is not compressed')).toMatchObject({
      status: 400,
      code: 'GZIP_UNREADABLE',
    });
    const workbook = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300_000, 7)]);
    for (const [name, body] of [
      ['sales.xlsx', workbook],
      ['sales.csv', workbook],
      ['sales.csv.gz', gzipSync(workbook)],
      ['nul.csv', Buffer.from('a\0b\0c\0\n')],
    ] as const) {
      expect(await send(name, new Uint8Array(body)), name).toMatchObject({ status: 400, code: 'FILE_NOT_TEXT' });
    }
    // the answer may be there before the file is gone
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  });

  it('is for those who may import', async () => {
    for (const role of ['AGENT', 'AUDITOR'] as const) {
      expect((await send('shop.csv', LINES.join('\n'), await server.as(role))).status).toBe(403);
    }
    // the answer may be there before the file is gone
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  });
});
