import { createHash } from 'node:crypto';
import { createStaff } from '@perennial/kernel/auth/accounts';
import { openDatabase, rowsOf, type Database } from '@perennial/kernel/db/database';
import { partnerLogin } from '@perennial/kernel/db/partner-role';
import { makeApiKey, newReferenceKey } from '@perennial/modules/partners/keys';
import { refreshSharing } from '@perennial/modules/partners/sharing';
import { ensureBusiness } from '@perennial/kernel/write/business';
import { sql } from 'drizzle-orm';
import { migrateAll } from '../databases/migrate-all.ts';
import type { PostgresCluster } from '../databases/postgres-cluster.ts';
import { createDatabase } from '../databases/postgres-databases.ts';
import { generate, someCustomers, type Size } from './data.ts';
import { GRANTS, REGIONS } from './questions.ts';

export const OWNER = {
  email: 'owner@bench.example',
  name: 'Owner',
  role: 'OWNER',
  password: 'only-for-the-benchmark',
} as const;

export interface Prepared {
  databaseUrl: string;
  partnerUrl: string;
  customerIds: string[];
  agreementId: string;
  keyId: string;
  apiKey: string;
  /** Region of the agreement's 10,000 customers. */
  region: string;
}

const AGREEMENT = '00000007-0000-7000-8000-000000000001';
const PARTNER = '00000008-0000-7000-8000-000000000001';
const KEY = '00000009-0000-7000-8000-000000000001';
const REGION = 'North';
const SHARED_CUSTOMERS = 10_000;

/** Fewer where a trial run has fewer customers in the region. */
const sharedCustomers = (size: Size): number => Math.min(SHARED_CUSTOMERS, Math.floor(size.customers / REGIONS.length));

/** A database with generated customers and one agreement over 10,000 of them. */
export async function prepare(cluster: PostgresCluster, size: Size, say: (text: string) => void): Promise<Prepared> {
  await createDatabase(cluster.url(), 'bench');
  const databaseUrl = cluster.url('bench');
  const db = await openDatabase({ databaseUrl, dataDir: '' });
  try {
    await migrateAll(db);
    await ensureBusiness(
      db.orm,
      { name: 'Benchmark', asOf: '2011-12-10', currency: 'GBP', timezone: 'UTC', locale: 'en' },
      new Date(),
    );
    await db.transaction((tx) => createStaff(tx, OWNER, new Date()));
    await generate(db, size, say);
    say(`an agreement over ${sharedCustomers(size)} customers`);
    const apiKey = await share(db, sharedCustomers(size));
    const { role, password } = await partnerLogin(db.orm);
    const partnerUrl = Object.assign(new URL(databaseUrl), { username: role, password }).href;
    return {
      databaseUrl,
      partnerUrl,
      customerIds: await someCustomers(db, 2_000),
      agreementId: AGREEMENT,
      keyId: KEY,
      apiKey,
      region: REGION,
    };
  } finally {
    await db.close();
  }
}

async function share(db: Database, customers: number): Promise<string> {
  const { inner, outer } = newReferenceKey();
  const { text, prefix, hash } = makeApiKey();
  if (hash !== createHash('sha256').update(text).digest('hex')) throw new Error('the limit hashes keys in another way');
  await db.transaction(async (tx) => {
    await tx.execute(
      sql`insert into partners (id, name, created_at, updated_at) values (${PARTNER}, 'Benchmark partner', now(), now())`,
    );
    await tx.execute(sql`insert into agreements (id, partner_id, purpose, fields, regions, segments, valid_from, starts_at, status, minimum_count,
        grants_version, ref_inner, ref_outer, created_at, updated_at)
      values (${AGREEMENT}, ${PARTNER}, 'SERVICE', ${`{${GRANTS.join()}}`}::text[], ${`{${REGION}}`}::text[], '{}', '2011-01-01',
        '2011-01-01', 'ACTIVE', 5, 1, ${inner}, ${outer}, now(), now())`);
    await tx.execute(sql`insert into api_keys (id, agreement_id, label, prefix, hash, created_at)
      values (${KEY}, ${AGREEMENT}, 'benchmark', ${prefix}, ${hash}, now())`);
    await tx.execute(sql`insert into consents (customer_id, id, partner_id, purpose, status, given_at, source)
      select customer_id, gen_random_uuid(), ${PARTNER}, 'SERVICE', 'GRANTED', '2011-01-01', 'benchmark'
      from customers where region = ${REGION} order by customer_id limit ${customers}`);
    await refreshSharing(tx, { agreementId: AGREEMENT });
  });
  await db.orm.execute(sql`vacuum analyze`);
  const [row] = await rowsOf<{ n: number }>(db.orm, sql`select count(*)::int as n from shared_customers`);
  if (row?.n !== customers) throw new Error(`the agreement covers ${row?.n} customers instead of ${customers}`);
  return text;
}
