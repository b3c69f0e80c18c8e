import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '../i18n/languages.ts';

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const waiting = /<div id="starting" role="status">([\s\S]*?)<\/div>/.exec(page)?.[1] ?? '';

test('the page says that it is opening, and that the database is busy, in every language of the dashboard', () => {
  for (const { locale } of languages) {
    expect(waiting).toContain(`<p lang="${locale}">`);
    expect(waiting).toContain(`<p lang="${locale}" class="busy">`);
    expect(page).toContain(`[data-language='${locale}'] #starting > [lang='${locale}']`);
  }
});

test('that a part of the program could not be loaded is said in every language, and nothing else then', () => {
  for (const { locale } of languages) expect(waiting).toContain(`<p lang="${locale}" class="failed">`);
  expect(page).toContain('[data-failed] #starting > :not(.failed)');
  expect(page).toContain('html:not([data-failed]) #starting > .failed');
});

test('it needs no script of its own, which the content security policy would have to allow', () => {
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/\son\w+=/);
});
