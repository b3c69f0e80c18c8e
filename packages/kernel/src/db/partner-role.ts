import { createHash, createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { rowsOf, type Orm } from './database.ts';

export interface PartnerLogin {
  role: string;
  password: string;
}

/**
 * Name and password of the role that partner reads run as; both follow from the instance secret, so nothing has to be
 * configured. Roles belong to the whole server while the secret belongs to one database: with the secret's fingerprint
 * in the name, two instances on one server can neither log in as each other's role nor lock each other out.
 */
export async function partnerLogin(orm: Orm): Promise<PartnerLogin> {
  const [row] = await rowsOf<{ value: string }>(orm, sql`select value from instance_secrets where name = 'instance'`);
  if (!row) throw new Error('the database has not been prepared: run migrate() first');
  const fingerprint = createHash('sha256').update(`role:${row.value}`).digest('hex').slice(0, 10);
  return {
    role: `perennial_partner_${fingerprint}`,
    password: createHmac('sha256', row.value).update('perennial_partner').digest('base64url'),
  };
}

/** @throws TypeError unless `id` is a uuid; it is put into a statement that takes no parameters. */
export function assertUuid(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new TypeError('an agreement id must be a uuid');
  return id;
}
