import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './lock.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-lock-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that takes the lock and keeps it until it is killed; resolves when it has said how that went. */
async function other(): Promise<{ child: ChildProcess; said: string }> {
  const program = `
    const { lockFolder } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)});
    try { lockFolder(${JSON.stringify(folder)}); console.log('locked'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.message); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, said: said.toString().trim() };
}

const refusal = () => {
  try {
    lockFolder(folder).release();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

test('a second process is refused with a sentence that names the folder, the holder and what to do', async () => {
  const lock = lockFolder(folder);
  const { said } = await other();
  expect(said).toContain(folder);
  expect(said).toContain(`process ${process.pid}`);
  expect(said).toMatch(/Stop that process, or set DATA_DIR to another folder/);
  lock.release();
  expect((await other()).said).toBe('locked');
});

test('the same process cannot take it twice either', () => {
  const lock = lockFolder(folder);
  expect(refusal()).toContain('in use');
  lock.release();
  expect(refusal()).toBeNull();
  expect(existsSync(join(folder, 'perennial.lock'))).toBe(false);
});

test('what a process killed with -9 left behind is taken over', async () => {
  const { child, said } = await other();
  expect(said).toBe('locked');
  expect(refusal()).toContain(`process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(join(folder, 'perennial.lock'))).toBe(true);
  expect(refusal()).toBeNull();
});

test('a process that got the pid of a dead holder is not mistaken for it', () => {
  const file = join(folder, 'perennial.lock');
  lockFolder(folder);
  const holder = JSON.parse(readFileSync(file, 'utf8')) as { started: string };
  expect(holder.started).not.toBe('');
  writeFileSync(file, JSON.stringify({ ...holder, started: 'some other time' }));
  expect(refusal()).toBeNull();
});

test('a holder on another machine is believed while it shows signs of life', () => {
  writeFileSync(
    join(folder, 'perennial.lock'),
    JSON.stringify({ pid: 1, started: '1', host: `not-${hostname()}`, token: 'x' }),
  );
  expect(refusal()).toContain(`process 1 on not-${hostname()}`);
});

test('of many processes that find a stale lock at once, one gets it', async () => {
  const file = join(folder, 'perennial.lock');
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, started: '1', host: hostname(), token: 'x' }));
  const answers = await Promise.all(Array.from({ length: 5 }, other));
  expect(answers.filter(({ said }) => said === 'locked')).toHaveLength(1);
});
