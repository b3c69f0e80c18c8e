import { daysOf, type HolidayPack } from './pack.ts';

export const unitedStates: readonly HolidayPack[] = [
  {
    id: 'us-2026',
    year: 2026,
    label: {
      en: 'United States 2026 (federal)',
      'zh-Hant': '美國 2026（聯邦）',
      'zh-Hans': '美国 2026（联邦）',
    },
    source: '5 U.S.C. 6103; a holiday on a Saturday is observed on the Friday before',
    days: daysOf(2026, [
      ['01-01', 'New Year’s Day'],
      ['01-19', 'Birthday of Martin Luther King, Jr.'],
      ['02-16', 'Washington’s Birthday'],
      ['05-25', 'Memorial Day'],
      ['06-19', 'Juneteenth National Independence Day'],
      ['07-03', 'Independence Day (observed)'],
      ['07-04', 'Independence Day'],
      ['09-07', 'Labor Day'],
      ['10-12', 'Columbus Day'],
      ['11-11', 'Veterans Day'],
      ['11-26', 'Thanksgiving Day'],
      ['12-25', 'Christmas Day'],
    ]),
  },
];
