import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import postgres from 'postgres';
import { LIMIT_Q1, LIMIT_Q2, LIMIT_Q3 } from './questions.ts';

/**
 * The limit: bare node:http and one hand-written statement that returns JSON text. For a partner it has the product's
 * own transaction frame: role, setting, key and agreement checked inside the transaction, and, when asked, the receipt.
 */
const databaseUrl = process.env['DATABASE_URL'] ?? '';
const partnerUrl = process.env['PARTNER_DATABASE_URL'] ?? '';
const settings = { max: 10, fetch_types: false, connection: { TimeZone: 'UTC', jit: 'off' } } as const;
const staff = postgres(databaseUrl, settings as never);
const partner = postgres(partnerUrl, { ...settings, max: 6 } as never);

const VALIDATE = `select case when k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) and a.status = 'ACTIVE'
  and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now()) then 'OK' else 'NO' end as verdict
  from api_keys k join agreements a on a.id = k.agreement_id where k.hash = $1`;
const RECEIPT = `insert into access_receipts (id, agreement_id, key_id, at, outcome, preview, operation, document_hash, fields, customers, customer_ids)
  values (gen_random_uuid(), $1::uuid, $2::uuid, now(), 'OK', false, 'Q3', 'limit', $3::text[], 0, '{}')`;

async function partnerAnswer(
  agreementId: string,
  keyId: string,
  bearer: string,
  body: Body,
  receipt: boolean,
): Promise<string> {
  const hash = createHash('sha256').update(bearer).digest('hex');
  const prepare = { prepare: true };
  return (await partner.begin(async (tx) => {
    const frame = tx.unsafe(`select set_config('perennial.agreement', $1, true)`, [agreementId], prepare);
    const valid = tx.unsafe(VALIDATE, [hash], prepare);
    const rows = tx.unsafe(LIMIT_Q3, [agreementId, body.variables.region ?? '', body.variables.segment ?? ''], prepare);
    await frame;
    if ((await valid)[0]?.['verdict'] !== 'OK') throw new Error('refused');
    const [row] = await rows;
    if (receipt) await tx.unsafe(RECEIPT, [agreementId, keyId, '{Customer.number}'], prepare);
    return row?.['answer'] as string;
  })) as string;
}

interface Body {
  variables: { id?: string; region?: string; segment?: string };
}

async function read(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString()) as Body;
}

async function answer(request: IncomingMessage): Promise<string> {
  const body = await read(request);
  const { id, region, segment } = body.variables;
  switch (request.url) {
    case '/q1':
      return (await staff.unsafe(LIMIT_Q1, [(id ?? '').slice('Customer_'.length)], { prepare: true }))[0]?.[
        'answer'
      ] as string;
    case '/q2':
      return (await staff.unsafe(LIMIT_Q2, [region ?? '', segment ?? ''], { prepare: true }))[0]?.['answer'] as string;
    default: {
      const [agreementId = '', keyId = ''] = [request.headers['x-agreement'], request.headers['x-key']].map(String);
      const bearer = String(request.headers.authorization).slice('Bearer '.length);
      return partnerAnswer(agreementId, keyId, bearer, body, request.url === '/q3-receipt');
    }
  }
}

createServer((request, response) => {
  answer(request).then(
    (text) => {
      const body = Buffer.from(text);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
      response.end(body);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
