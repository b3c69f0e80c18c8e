import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { decide } from '@perennial/domain/policies/decide';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { TermKind } from '@perennial/domain/policies/kinds/kind';
import { sentencesOf } from '@perennial/domain/policies/sentences/sentence';
import { readTerms } from '@perennial/domain/policies/terms';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'term-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The guide's own code, as a reader would type it; only its place differs. */
async function kindOfTheGuide(): Promise<TermKind> {
  const guide = readFileSync(join(root, 'docs/extending.md'), 'utf8');
  const code = /kinds\/loan\.ts`:\s+```ts\n([\s\S]+?)```/.exec(guide)?.[1];
  if (!code) throw new Error('docs/extending.md no longer shows the kind of term');
  const here = pathToFileURL(join(root, 'packages/domain/src/policies/')).href;
  const file = join(folder, 'loan.ts');
  writeFileSync(file, code.replaceAll(`'../`, `'${here}`).replaceAll(`'./`, `'${here}kinds/`));
  const made = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { loan: TermKind };
  return made.loan;
}

test('the kind of term in the guide works as the guide says, with nothing but its file and a line in the list', async () => {
  const kinds = [...termKinds, await kindOfTheGuide()];
  const terms = readTerms([{ id: 'loan', kind: 'loan', params: { afterDays: 3 }, appliesTo: EVERYTHING }], kinds);
  const version = {
    id: 'v',
    policyId: 'p',
    policy: 'Repairs',
    number: 1,
    period: { from: '2026-01-01', to: null },
    terms,
    currency: 'GBP',
  };
  const inRepairFor = (days: number) =>
    decide(
      {
        timeZone: 'Europe/London',
        customer: { region: null, segment: null },
        purchase: { at: '2026-03-02', code: '22423', value: 1000 },
        claim: { kind: 'loan', details: { days } },
      },
      [version],
      '2026-03-09',
      kinds,
    );
  expect(inRepairFor(3).outcome).toBe('REFUSED');
  expect(inRepairFor(4).outcome).toBe('ALLOWED');
  expect(sentencesOf(inRepairFor(4).trace, 'en', kinds).slice(-2)).toEqual([
    'A repair of more than 3 days comes with a loan.',
    'It has been in repair for 4 days: a loan is due.',
  ]);
  expect(sentencesOf(inRepairFor(3).trace, 'zh-Hant', kinds).at(-1)).toBe('維修 3 天，未超過 3 天。');
  expect(() => readTerms([{ id: 'loan', kind: 'loan', params: { afterDays: 61 } }], kinds)).toThrow(
    expect.objectContaining({ code: 'TERM_OUT_OF_RANGE', path: ['terms', '0', 'params', 'afterDays'] }),
  );
});
