import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialectOfThisRun, openTestPostgres } from '@perennial/testkit/databases/open-test-database';
import { afterEach, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, 'main.ts');
const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** The program with these settings and no others; `line` waits for something it prints. */
function start(settings: Record<string, string>) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH, HOST: '127.0.0.1', PORT: '0', PERENNIAL_SAMPLE: 'no', ...settings },
  });
  ends.push(() => child.kill('SIGKILL'));
  let printed = '';
  const readers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      for (const read of readers) read();
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const line = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const read = () => {
        const found = pattern.exec(printed);
        if (found) resolve(found);
      };
      readers.add(read);
      void exit.then(() => reject(new Error(`it ended without printing ${pattern}:\n${printed}`)));
      read();
    });
  return { child, exit, line, printed: () => printed };
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'perennial-main-'));
  ends.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Settings for a place of its own on the database of this run. */
async function place(): Promise<Record<string, string>> {
  const DATA_DIR = join(folder(), 'data');
  if (dialectOfThisRun() === 'pglite') return { DATA_DIR };
  return { DATA_DIR, DATABASE_URL: (await openTestPostgres()).databaseUrl };
}

const signIn = (url: string, email: string, password: string) =>
  fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });

describe('starting', () => {
  it('makes up a password, tells it once, and stops when told to', async () => {
    const settings = await place();
    const first = start(settings);
    const [, url] = await first.line(/ready at (http:\/\/127\.0\.0\.1:\d+)\n/);
    const [, email, password] = await first.line(/Sign in as (\S+) with the password (\S+)\n/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await signIn(url!, email!, password!)).status).toBe(200);
    if (dialectOfThisRun() === 'pglite') {
      const intruder = start(settings);
      expect(await intruder.exit).toBe(1);
      expect(intruder.printed()).toMatch(/^Perennial cannot start\.\nThe data folder .* is in use by process \d+/);
    }
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(existsSync(join(settings['DATA_DIR']!, 'perennial.lock'))).toBe(false);
    expect(first.printed()).not.toMatch(/error|at .*\.ts:/i);

    const second = start({
      ...settings,
      PERENNIAL_ADMIN_EMAIL: 'other@example.com',
      PERENNIAL_ADMIN_PASSWORD: 'another password',
    });
    const [, again] = await second.line(/ready at (\S+)\n/);
    expect(second.printed()).not.toContain(password);
    expect((await signIn(again!, email!, password!)).status).toBe(200);
    expect((await signIn(again!, 'other@example.com', 'another password')).status).toBe(401);
    second.child.kill('SIGINT');
    expect(await second.exit).toBe(0);
  });
});

describe('a wrong setting', () => {
  it.each([
    [{ PORT: 'abc' }, /^PORT is "abc": set it to a whole number/m],
    [{ DATABASE_URL: 'postgres://me:hidden-word@127.0.0.1:1/none' }, /^No PostgreSQL answers at 127\.0\.0\.1:1/m],
  ])('stops the start with a sentence (%j)', async (settings, sentence) => {
    const app = start({ DATA_DIR: folder(), ...settings } as Record<string, string>);
    expect(await app.exit).toBe(1);
    expect(app.printed()).toMatch(/^Perennial cannot start\./);
    expect(app.printed()).toMatch(sentence);
    expect(app.printed()).not.toMatch(/hidden-word|\n\s+at |node_modules/);
  });
});
