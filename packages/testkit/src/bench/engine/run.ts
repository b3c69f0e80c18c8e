import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run bench:engine`: the peers are installed into a folder of their own, on demand, because the product needs
 * neither; then everything is measured in one process that may use one core.
 */
const PEERS = ['json-rules-engine@7.3.1', '@gorules/zen-engine@0.54.0'];

const folder = join(tmpdir(), 'perennial-bench-engines');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', '--prefix', folder, ...PEERS], {
  stdio: ['ignore', 'ignore', 'inherit'],
});

const measure = [
  process.execPath,
  join(import.meta.dirname, 'measure.ts'),
  '--peers',
  folder,
  ...process.argv.slice(2),
];
const pinned = ['taskset', '-c', '0', ...measure];
const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0;
if (!canPin) process.stderr.write('taskset is not here: zen-engine may use more than one core\n');
const [command = '', ...args] = canPin ? pinned : measure;
process.exitCode = spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;
