import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const HERE = fileURLToPath(new URL('..', import.meta.url));

/** Only a list to choose from. */
const NOTHING_TYPED = new Set(['calendars/ApplyPack.tsx']);

it('S11 no dialog in which something can be typed closes over it without a question', () => {
  const dialogs = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !NOTHING_TYPED.has(file.replaceAll('\\', '/')))
    .map((file) => ({ file, source: readFileSync(join(HERE, file), 'utf8') }))
    .filter(
      ({ source }) => /<Dialog\b/.test(source) && /<(TextField|AskApproval|RefusableForm|ChargeRow)\b/.test(source),
    );
  expect(dialogs.length).toBeGreaterThan(3);
  const unguarded = dialogs.filter(({ source }) => !/<Dialog\b[^>]*onClose=\{guard\.onClose\}/.test(source));
  expect(unguarded.map(({ file }) => file)).toEqual([]);
});
