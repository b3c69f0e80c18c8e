import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { amend } from './postgres-guard.ts';

const source = join(dirname(createRequire(import.meta.url).resolve('postgres')), '..', '..', 'src');

test.each(['connection.js', 'index.js'])('every place in %s of the installed driver is found once', (file) => {
  const text = readFileSync(join(source, file), 'utf8');
  expect(amend(text, `/postgres/src/${file}`)).not.toBe(text);
});

test('another version of the driver stops the start instead of running unguarded', () => {
  expect(() => amend('export default 1', '/postgres/src/connection.js')).toThrow(/not the version/);
});
