import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { sharingWorld } from '@perennial/testkit/partners/sharing-world';
import { deskOf } from '@perennial/testkit/partners/staff-desk';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { catalogModule } from '../catalog/index.ts';
import { customersModule } from '../customers/index.ts';
import { partnersModule } from './index.ts';
import { seed } from './seed.ts';
import { coverageOf } from './sharing.ts';

test('the sample: one partner, an agreement in force over key accounts, half of them with consent, and no key', async () => {
  const world = await sharingWorld([customersModule, catalogModule, partnersModule]);
  for (let i = 0; i < 12; i++) await world.customer({ region: 'Home', segment: 'KEY', number: `H-${i + 10}` });
  for (let i = 0; i < 3; i++) await world.customer({ region: 'Abroad', segment: 'KEY' });
  await seed(await jobContext(deskOf(world).env));
  const agreements = await rowsOf<{ id: string; status: string; regions: string[]; name: string }>(
    world.db.orm,
    sql`select a.id, a.status, a.regions, p.name from agreements a join partners p on p.id = a.partner_id`,
  );
  expect(agreements).toMatchObject([
    { status: 'ACTIVE', regions: ['Home'], name: expect.stringContaining('sample partner') },
  ]);
  expect(await coverageOf(world.db.orm, agreements[0]!.id)).toEqual({
    everybody: 15,
    population: 12,
    consented: 6,
    visible: 6,
  });
  const keys = await rowsOf(world.db.orm, sql`select 1 from api_keys`);
  expect(keys).toEqual([]);
});
