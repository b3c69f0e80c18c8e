import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { DomainError } from '@perennial/domain/shared/errors';

interface Holder {
  pid: number;
  /** When the holder's process started, as the operating system tells it: a pid alone may have been given out again. */
  started: string;
  host: string;
  token: string;
}

export interface FolderLock {
  release(): void;
}

const FILE = 'perennial.lock';
const SIGN_OF_LIFE_MS = 10_000;
/** A holder on another machine (or in another container) cannot be looked at; its silence has to do. */
const SILENCE_MS = 120_000;

/**
 * Takes the folder for this process. PGlite takes no lock itself: two processes on one folder lose data silently.
 * A lock left behind by a killed process is taken over.
 * @throws DomainError DATA_DIR_LOCKED naming the folder, the holder and what to do
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, FILE);
  const mine: Holder = {
    pid: process.pid,
    started: processStart(process.pid) ?? '',
    host: hostname(),
    token: randomUUID(),
  };
  const text = JSON.stringify(mine);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      removeIfStale(folder, file);
      continue;
    }
    // another process may have mistaken this file for the stale one it had just read, and moved it away
    if (read(file) !== text) continue;
    return hold(file, text);
  }
  throw refusal(folder, null);
}

function hold(file: string, text: string): FolderLock {
  const alive = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // the folder may be gone; that is for the database to report
    }
  }, SIGN_OF_LIFE_MS);
  alive.unref();
  const release = () => {
    clearInterval(alive);
    process.off('exit', release);
    if (read(file) === text) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return { release };
}

/** Removes a lock whose holder is gone; throws when the holder lives. */
function removeIfStale(folder: string, file: string): void {
  const text = read(file);
  if (text === null) return;
  const holder = parse(text);
  if (holder ? isAlive(holder, file) : age(file) < 2_000) throw refusal(folder, holder);
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // somebody else was faster
  }
  // renamed something newer than what was read: it belongs to a process that took the lock in between
  if (read(aside) !== text) {
    try {
      linkSync(aside, file);
    } catch {
      // taken again meanwhile; its holder notices when it reads the file back
    }
  }
  rmSync(aside, { force: true });
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return age(file) < SILENCE_MS;
  const started = processStart(holder.pid);
  return started !== null && (started === holder.started || holder.started === '');
}

/** Start of a process in the system's own words; null when there is no such process. */
function processStart(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  try {
    // after the command, which is in brackets and may hold spaces: state is the first field, start time the twentieth
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return fields[0] === 'Z' ? null : fields[19]!;
  } catch {
    try {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    } catch {
      return '';
    }
  }
}

function refusal(folder: string, holder: Holder | null): DomainError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new DomainError(
    'DATA_DIR_LOCKED',
    `The data folder ${folder} is in use by ${who}. Stop that process, or set DATA_DIR to another folder. ` +
      `(If it is certain that nothing uses the folder, delete ${join(folder, FILE)}.)`,
    { path: ['DATA_DIR'], params: { folder, pid: holder?.pid ?? 0 } },
  );
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder;
    return typeof holder.pid === 'number' ? holder : null;
  } catch {
    return null;
  }
}

function age(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return Infinity;
  }
}
