import { expect, test } from 'vitest';
import { sayIn } from '../policies/sentences/language.ts';
import { dateFormat, sayDay } from './dates.ts';
import { LANGUAGES } from './language.ts';
import { say } from './say.ts';

test('a day is written as its language writes it', () => {
  expect(LANGUAGES.map((language) => sayDay('2011-12-09', language))).toEqual([
    '9 Dec 2011',
    '2011年12月9日',
    '2011年12月9日',
  ]);
});

test.each(LANGUAGES)('sentences of policies and of retention write the same %s day', (language) => {
  const day = sayDay('2010-12-01', language);
  expect(sayIn(language).day('2010-12-01')).toBe(day);
  expect(say('%{d:date}', { d: '2010-12-01' }, language)).toBe(day);
});

test('an instant is a day of the zone it is looked at from', () => {
  const at = new Date('2011-12-09T20:00:00Z');
  expect(dateFormat('en', 'day', 'Asia/Taipei').format(at)).toBe('10 Dec 2011');
  expect(dateFormat('en', 'day', 'Europe/London').format(at)).toBe('9 Dec 2011');
});
