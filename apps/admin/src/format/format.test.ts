import { describe, expect, test } from 'vitest';
import { daysBetween, formatFor, minorUnits } from './format.ts';

const london = formatFor('en', 'Europe/London');

describe('money', () => {
  test('is written from minor units, in the digits of its currency', () => {
    expect(london.money(123456, 'GBP')).toBe('£1,234.56');
    expect(london.money(-5, 'GBP')).toBe('-£0.05');
    expect(london.money(1234, 'JPY')).toBe('¥1,234');
    expect(london.money(123456, 'GBP', 'whole')).toBe('£1,235');
    expect(minorUnits('KWD')).toBe(1000);
    // room for the largest amounts beside a chart
    expect(london.money(150_000_000, 'GBP', 'compact')).toBe('£1.5M');
    expect(formatFor('zh-Hant', 'Asia/Taipei').money(150_000_000, 'GBP', 'compact')).toBe('£150萬');
    // stored in hundredths by ISO 4217, though nobody shows them
    expect(london.money(123_456, 'HUF')).toMatch(/1,235$/);
    expect(london.money(123_456, 'PYG')).toMatch(/123,456$/);
  });

  test('a unit price shows what lies below the penny, and no more than it needs', () => {
    expect(london.unitPrice(10, 'GBP')).toBe('£0.001');
    expect(london.unitPrice(127_500, 'GBP')).toBe('£12.75');
  });
});

describe('time', () => {
  test('an instant is shown in the zone of the business, not of the reader', () => {
    expect(formatFor('en', 'Asia/Taipei').day('2011-12-09T20:00:00Z')).toBe('10 Dec 2011');
    expect(london.day('2011-12-09T20:00:00Z')).toBe('9 Dec 2011');
  });

  test('C4 a sale of which only the day is known shows the day alone', () => {
    const taipei = formatFor('zh-Hant', 'Asia/Taipei');
    expect(taipei.sold('2011-11-14T16:00:00.000Z')).toBe('2011年11月15日');
    expect(taipei.sold('2011-11-14T16:01:00.000Z')).toBe(taipei.time('2011-11-14T16:01:00.000Z'));
    // in that zone it is the middle of a day
    expect(london.sold('2011-11-14T16:00:00.000Z')).toBe(london.time('2011-11-14T16:00:00.000Z'));
  });

  test('a day stays that day in every zone', () => {
    expect(formatFor('en', 'Pacific/Auckland').date('2011-12-10')).toBe('10 Dec 2011');
    expect(formatFor('en', 'America/Los_Angeles').date('2011-12-10')).toBe('10 Dec 2011');
  });

  test('Chinese dates are Chinese', () => {
    expect(formatFor('zh-Hant', 'Asia/Taipei').date('2011-12-10')).toBe('2011年12月10日');
  });

  test('days from one to the other, in words', () => {
    expect(london.daysFrom('2011-12-10', '2011-12-11')).toBe('tomorrow');
    expect(london.daysFrom('2011-12-10', '2011-12-07')).toBe('3 days ago');
    expect(daysBetween('2011-12-31', '2012-01-01')).toBe(1);
  });
});

test('sentences follow one another as the language has it; what says nothing is left out', () => {
  expect(london.sentences(['One.', null, false, '', 'Two.'])).toBe('One. Two.');
  expect(formatFor('zh-Hans', 'Asia/Shanghai').sentences(['一。', undefined, '二。'])).toBe('一。二。');
});
