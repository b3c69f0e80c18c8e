import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, rowsOf } from './database.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const WRITER = `
  const { openDatabase } = await import(${JSON.stringify(new URL('./database.ts', import.meta.url).href)});
  const { sql } = await import(${JSON.stringify(import.meta.resolve('drizzle-orm'))});
  const db = await openDatabase({ dataDir: process.argv[1] });
  await db.orm.execute(sql\`create table if not exists pairs (n int, half int)\`);
  for (let n = 0; ; n += 1) {
    await db.transaction(async (tx) => {
      await tx.execute(sql\`insert into pairs values (\${n}, 1)\`);
      await tx.execute(sql\`insert into pairs values (\${n}, 2)\`);
    });
    console.log(n);
  }`;

test('killed with -9 in the middle of writing, the embedded database keeps what was committed and only that', async () => {
  const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = -1;
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === 1) {
      // while it lives, its folder is refused to everybody else
      await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({ code: 'DATA_DIR_LOCKED' });
    }
    if (acknowledged === 40) writer.kill('SIGKILL');
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  expect(acknowledged).toBeGreaterThanOrEqual(40);

  const db = await openDatabase({ dataDir: folder });
  const pairs = await rowsOf<{ n: number; halves: number }>(
    db.orm,
    sql`select n, count(*)::int as halves from pairs group by n order by n`,
  );
  await db.close();
  expect(pairs.filter((pair) => pair.halves !== 2)).toEqual([]);
  expect(pairs.map((pair) => pair.n).slice(0, acknowledged + 1)).toEqual(
    Array.from({ length: acknowledged + 1 }, (_, n) => n),
  );
}, 120_000);

test('a data folder that is a file, or holds something else, is refused with a sentence that names it', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(openDatabase({ dataDir: file })).rejects.toMatchObject({
    code: 'DATA_DIR_INVALID',
    message: expect.stringMatching(/DATA_DIR/) as string,
    params: { folder: file },
  });
});

test.runIf(process.platform === 'linux')('a folder that cannot be made is refused, not waited for', async () => {
  await expect(openDatabase({ dataDir: '/proc/nowhere/data' })).rejects.toMatchObject({ code: 'DATA_DIR_INVALID' });
});

test('folders that are not there are made, and closing gives them free', async () => {
  const deeper = join(folder, 'data', 'here');
  await (await openDatabase({ dataDir: deeper })).close();
  await (await openDatabase({ dataDir: deeper })).close();
}, 60_000);
