import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const script = resolve(import.meta.dirname, '../../../../.ci/total.mjs');
const folder = mkdtempSync(join(tmpdir(), 'perennial-total-'));
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
function report(numPassedTests: number, numFailedTests: number): string {
  const file = join(folder, `${(written += 1)}.json`);
  writeFileSync(file, JSON.stringify({ success: numFailedTests === 0, numPassedTests, numFailedTests }));
  return file;
}

function total(...args: (string | number)[]): { said: string; status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [script, ...args.map(String)], { encoding: 'utf8' });
  return { said: stdout, status };
}

test('the total adds both runs in one plain line', () => {
  expect(total(0, report(40, 0), 0, report(2, 0))).toEqual({ said: '42 passed, 0 failed\n', status: 0 });
});

test('a failed test fails the whole', () => {
  expect(total(1, report(39, 1), 0, report(2, 0))).toEqual({ said: '41 passed, 1 failed\n', status: 1 });
});

test('a run that left no report is a failure, whatever its exit status says', () => {
  expect(total(0, report(40, 0), 0, join(folder, 'none.json'))).toEqual({ said: '40 passed, 1 failed\n', status: 1 });
});

test('a run that failed without naming a test is a failure', () => {
  expect(total(1, report(40, 0), 0, report(2, 0))).toEqual({ said: '42 passed, 1 failed\n', status: 1 });
});

test('nothing run is not a pass', () => {
  expect(total(0, report(0, 0), 0, report(0, 0)).status).toBe(1);
});
