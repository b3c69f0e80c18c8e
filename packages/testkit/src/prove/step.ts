import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ImportCounts } from '@perennial/domain/importing/counts';

const child = fileURLToPath(new URL('./import-child.ts', import.meta.url));

export interface Where {
  DATA_DIR: string;
  DATABASE_URL?: string;
}

export interface ImportStep {
  took: number;
  memory: { open: number; peak: number };
  server: number | null;
  settled: number;
  phases: Record<string, number>;
  batchId: string;
  counts: ImportCounts;
}

/** Runs one step to its end and gives what it said. */
export async function step<T>(where: Where, ...args: string[]): Promise<T> {
  const { said, code } = await run(where, args);
  if (code !== 0) throw new Error(`the step ${args.join(' ')} failed (${code})`);
  return JSON.parse(said.at(-1)!) as T;
}

/** Starts an import and kills its process, as with kill -9, so many milliseconds after it began. Says whether it was caught. */
export async function killedImport(where: Where, file: string, afterMs: number): Promise<boolean> {
  const { code } = await run(where, ['import', file], afterMs);
  return code === null;
}

function run(where: Where, args: string[], killAfterMs?: number): Promise<{ said: string[]; code: number | null }> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, ...args], {
      env: { ...process.env, ...where },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let timer: NodeJS.Timeout | undefined;
    process_.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      // the first line says that the database is open and the work begins
      if (killAfterMs !== undefined && !timer && text.includes('\n'))
        timer = setTimeout(() => process_.kill('SIGKILL'), killAfterMs);
    });
    process_.once('error', reject);
    process_.once('close', (code) => {
      clearTimeout(timer);
      resolve({ said: text.trim().split('\n'), code });
    });
  });
}
