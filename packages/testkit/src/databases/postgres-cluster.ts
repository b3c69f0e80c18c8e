import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findPostgresBinaries, openTemporaryFolder } from './postgres-binaries.ts';

/** A real PostgreSQL of its own, in a temporary folder. */
export interface PostgresCluster {
  readonly port: number;
  /** Process of the server now running; what it works for is below it. */
  readonly pid: number;
  /** Address of a database in it, as its superuser. */
  url(database?: string): string;
  /** As if the machine had lost it: SIGKILL to the server. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on the same port with the same data. */
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

const PASSWORD = 'perennial-test';

/** Nothing here has to survive a power cut; tests have to be quick. */
const QUICK = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=128MB',
  'max_wal_size=2GB',
];

/** Makes a cluster and starts it. The caller stops it; it also ends with this process. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresCluster> {
  const binaries = findPostgresBinaries();
  const folder = openTemporaryFolder('perennial-cluster-');
  const data = join(folder, 'data');
  const port = await freePort();
  mkdirSync(data, { mode: 0o700 });
  const { uid, gid } = binaries.runAs;
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
  const password = join(folder, 'password');
  writeFileSync(password, PASSWORD);
  const options = [
    '-D',
    data,
    '--username=perennial',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  const made = spawnSync(binaries.initdb, options, { ...binaries.runAs, encoding: 'utf8', cwd: folder });
  if (made.status !== 0) throw new Error(`PostgreSQL could not be set up: ${made.stderr || String(made.error)}`);

  let server: ChildProcess | undefined;
  const killNow = () => void server?.kill('SIGKILL');
  const start = async () => {
    const all = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...QUICK, ...settings];
    server = spawn(binaries.postgres, ['-D', data, ...all.flatMap((setting) => ['-c', setting])], {
      ...binaries.runAs,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(server);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = server;
    server = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  };
  await start();
  process.once('exit', killNow);
  return {
    port,
    get pid() {
      return server?.pid ?? 0;
    },
    url: (database = 'postgres') => `postgres://perennial:${PASSWORD}@127.0.0.1:${port}/${database}`,
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      process.off('exit', killNow);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
      binaries.discard();
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      // read on for good, or the server would stop when the pipe is full
      if (said.length < 100_000) said += chunk;
      if (said.includes('database system is ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said.slice(-2000)}`)));
    server.once('error', reject);
  });
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
