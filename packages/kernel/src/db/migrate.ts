import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@perennial/domain/shared/errors';
import { sql } from 'drizzle-orm';
import { lockFor, rowsOf, type Database, type Orm } from './database.ts';
import { secure, type SecurityPlan } from './secure.ts';

export interface MigrateOptions {
  /** Folder with `meta/_journal.json` and the SQL files it names. */
  folder: string;
  /** Who may see which tables and columns; see registry/security.ts. */
  security: SecurityPlan;
}

/**
 * Brings the database up to this program: migrations, the instance secret, row-level security. One transaction under a
 * lock, so that a second process waits, and a failure leaves the database as it was. Doing it again changes nothing.
 * @throws DomainError DATABASE_NEWER, SCHEMA_MISMATCH, PARTNER_ROLE_REFUSED
 */
export async function migrate(db: Database, options: MigrateOptions): Promise<void> {
  await db.transaction(async (tx) => {
    await lockFor(tx, 'perennial:migrate');
    await applyMigrations(tx, options.folder);
    await makeSecret(tx);
    await secure(tx, options.security);
  });
}

async function applyMigrations(tx: Orm, folder: string): Promise<void> {
  await tx.execute(
    sql`create table if not exists schema_migrations (tag text primary key, hash text not null, applied_at timestamptz(3) not null default now())`,
  );
  const applied = new Map(
    (await rowsOf<{ tag: string; hash: string }>(tx, sql`select tag, hash from schema_migrations`)).map((row) => [
      row.tag,
      row.hash,
    ]),
  );
  for (const tag of journal(folder)) {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    const known = applied.get(tag);
    applied.delete(tag);
    if (known === hash) continue;
    if (known !== undefined) {
      throw new DomainError(
        'SCHEMA_MISMATCH',
        'The tables in this database were made by another build of Perennial: use the build that made them, or start with an empty database or data folder.',
        { path: ['DATA_DIR'] },
      );
    }
    for (const statement of text.split('--> statement-breakpoint')) {
      if (statement.trim() !== '') await tx.execute(sql.raw(statement));
    }
    await tx.execute(sql`insert into schema_migrations (tag, hash) values (${tag}, ${hash})`);
  }
  if (applied.size > 0) {
    throw new DomainError(
      'DATABASE_NEWER',
      'This database was used by a newer Perennial: start that version, or restore a backup from before the upgrade.',
    );
  }
}

function journal(folder: string): string[] {
  const { entries } = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  return entries.map((entry) => entry.tag);
}

/** 256 random bits from which the instance derives its own keys. Made once; losing it means new keys, not lost data. */
async function makeSecret(tx: Orm): Promise<void> {
  const value = randomBytes(32).toString('base64url');
  await tx.execute(
    sql`insert into instance_secrets (name, value, created_at) values ('instance', ${value}, now()) on conflict (name) do nothing`,
  );
}
