import { openDatabase } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';

/** Makes a database, empty or as a copy of a template nobody is connected to. `url` is the superuser's. */
export async function createDatabase(url: string, name: string, template = 'template0'): Promise<void> {
  await asSuperuser(url, `create database ${name} template ${template} strategy file_copy`);
}

/** Removes a database and ends whatever is still connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await asSuperuser(url, `drop database if exists ${name} with (force)`);
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const database = await openDatabase({ databaseUrl: url, dataDir: '', pools: { read: 1, write: 1, partner: 1 } });
  try {
    await database.orm.execute(sql.raw(statement));
  } finally {
    await database.close();
  }
}
