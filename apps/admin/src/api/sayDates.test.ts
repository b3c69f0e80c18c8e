import { expect, it } from 'vitest';
import { formatFor } from '../format/format.ts';
import { sayDates } from './sayDates.ts';

const params = {
  on: '2011-12-10',
  at: '2011-12-10T23:30:00.000Z',
  left: 3,
  name: '2011-12-10 stocktake',
  no: '2011-13-45',
};

it('a refusal says days and moments as the reader writes them, in the business’s zone', () => {
  expect(sayDates(params, formatFor('en', 'Asia/Taipei'))).toEqual({
    ...params,
    on: '10 Dec 2011',
    at: formatFor('en', 'Asia/Taipei').time(params.at),
  });
  expect(String(sayDates(params, formatFor('en', 'Asia/Taipei')).at)).toMatch(/^11 Dec 2011/);
  expect(sayDates(params, formatFor('zh-Hant', 'Asia/Taipei')).on).toBe('2011年12月10日');
  expect(sayDates(params, formatFor('zh-Hans', 'Asia/Shanghai')).on).toBe('2011年12月10日');
});
