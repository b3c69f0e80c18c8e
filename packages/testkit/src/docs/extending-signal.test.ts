import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onDay } from '@perennial/domain/retention/facts';
import { healthOf } from '@perennial/domain/retention/health';
import { suggest } from '@perennial/domain/retention/playbook';
import type { Signal } from '@perennial/domain/retention/signal';
import { SIGNALS } from '@perennial/domain/retention/signals';
import { sayReason } from '@perennial/domain/retention/words';
import { dayNumber } from '@perennial/domain/shared/period';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'signal-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The guide's own code, as a reader would type it; only its place differs. */
async function signalOfTheGuide(): Promise<Signal> {
  const guide = readFileSync(join(root, 'docs/extending.md'), 'utf8');
  const code = /signals\/quiet-quarter\.ts`:\s+```ts\n([\s\S]+?)```/.exec(guide)?.[1];
  if (!code) throw new Error('docs/extending.md no longer shows the signal');
  const here = pathToFileURL(join(root, 'packages/domain/src/retention/')).href;
  const file = join(folder, 'quiet-quarter.ts');
  writeFileSync(file, code.replaceAll(`'../`, `'${here}`));
  const made = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { quietQuarter: Signal };
  return made.quietQuarter;
}

test('the signal in the guide works as the guide says, with nothing but its file and a line in the list', async () => {
  const signals = [...SIGNALS, await signalOfTheGuide()];
  const asOf = dayNumber('2011-12-10');
  const quiet = { currency: 'GBP', purchases: [onDay('2011-08-01', 100), onDay('2011-08-20', 100)] };
  const { score, reasons } = healthOf(quiet, asOf, signals);
  expect([score, reasons.map((each) => [each.signal, each.points])]).toEqual([90, [['quiet-quarter', 10]]]);
  expect(sayReason(reasons[0]!, 'en', signals)).toBe(
    'Bought nothing this quarter after 2 days with a purchase in the one before.',
  );
  const { actions } = suggest({ reasons, valueAtRisk: 0 }, '2011-12-10', 'zh-Hans', { signals });
  expect(actions.map((each) => each.description)).toEqual(['寄一则对他们有用的消息。']);
  expect(healthOf({ currency: 'GBP', purchases: [] }, asOf, signals).score).toBe(-1);
});
