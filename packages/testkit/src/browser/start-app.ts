import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../databases/postgres-cluster.ts';

const MAIN = resolve(import.meta.dirname, '../../../../apps/api/src/main.ts');
const READY_WITHIN_MS = 180_000;
const STOPS_WITHIN_MS = 30_000;

export const OWNER = { email: 'owner@example.com', password: 'a-password-for-tests-only' } as const;

export interface RunningApp {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  readonly dataDir: string;
  /** What it has printed so far. */
  printed(): string;
  /** SIGTERM, then removes the data folder unless it was given. Resolves to the exit code (null: killed by a signal). */
  stop(): Promise<number | null>;
}

export interface StartOptions {
  /** A data folder to start from; it is copied, not used itself. */
  readonly copyOf?: string;
  /** A data folder to use and to leave behind. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The whole program as a newcomer starts it (`node apps/api/src/main.ts`) on a free port with an embedded database in
 * a folder of its own and {@link OWNER} as its owner; ready when `/readyz` answers 200.
 */
export async function startApp(options: StartOptions = {}): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-app-'));
  const dataDir = options.dataDir ?? join(folder, 'data');
  if (options.copyOf) cpSync(options.copyOf, dataDir, { recursive: true, filter: (path) => !path.endsWith('.lock') });
  const port = await freePort();
  const { DATABASE_URL: _mine, ...env } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...env,
      PORT: String(port),
      DATA_DIR: dataDir,
      PERENNIAL_ADMIN_EMAIL: OWNER.email,
      PERENNIAL_ADMIN_PASSWORD: OWNER.password,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  }
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);
  let ended = false;
  const exit = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  void exit.then(() => (ended = true));
  const app: RunningApp = {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    printed: () => printed,
    stop: async () => {
      process.off('exit', killNow);
      child.kill('SIGTERM');
      const late = setTimeout(killNow, STOPS_WITHIN_MS);
      const code = await exit;
      clearTimeout(late);
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await answers(`${app.url}/readyz`))) {
    if (ended || Date.now() > until) {
      await app.stop();
      throw new Error(`the program did not become ready:\n${printed.slice(-4000)}`);
    }
    await new Promise((again) => setTimeout(again, 100));
  }
  return app;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.status === 200,
    () => false,
  );
}
