import { isCurrency, isTimezone } from '@perennial/domain/shared/codes';
import { describe, expect, test } from 'vitest';
import { languages } from '../i18n/languages.ts';
import { codeLabel, codeTyped, currencies, timeZones } from './codes.ts';

describe.each(languages)('the currencies and time zones to choose from, in $name', ({ locale }) => {
  test('are those an import takes, each once, with a name', () => {
    for (const { code, name } of currencies(locale)) expect([code, isCurrency(code), name]).toEqual([code, true, name]);
    for (const { code } of timeZones(locale)) expect([code, isTimezone(code)]).toEqual([code, true]);
    expect(timeZones(locale).filter(({ code }) => code === 'UTC')).toHaveLength(1);
    expect(timeZones(locale).map(({ code }) => code)).toContain('Asia/Taipei');
  });
});

test('are found by code, by name and as they are shown; what is none of them stays as typed', () => {
  const hant = currencies('zh-Hant');
  const pound = hant.find(({ code }) => code === 'GBP')!;
  expect(pound.name).toBe('英鎊');
  for (const typed of ['GBP', ' gbp ', '英鎊', codeLabel(pound)]) expect(codeTyped(typed, hant), typed).toBe('GBP');
  expect(codeTyped('British pound', currencies('en'))).toBe('GBP');
  expect(codeTyped('XXQ', hant)).toBe('XXQ');
  expect(codeTyped('', hant)).toBe('');
  expect(codeTyped('europe/london', timeZones('en'))).toBe('Europe/London');
  // the time of several zones
  expect(codeTyped('Eastern Time', timeZones('en'))).toBe('Eastern Time');
});
