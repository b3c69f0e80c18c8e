import { daysOf, type HolidayPack } from './pack.ts';

/** With the days worked in exchange (調休); they keep a Monday's hours until somebody says otherwise. */
export const mainlandChina: readonly HolidayPack[] = [
  {
    id: 'cn-2026',
    year: 2026,
    label: { en: 'Mainland China 2026', 'zh-Hant': '中國大陸 2026', 'zh-Hans': '中国大陆 2026' },
    source: '国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04)',
    days: daysOf(
      2026,
      [
        ['01-01..01-03', '元旦'],
        ['02-15..02-23', '春节'],
        ['04-04..04-06', '清明节'],
        ['05-01..05-05', '劳动节'],
        ['06-19..06-21', '端午节'],
        ['09-25..09-27', '中秋节'],
        ['10-01..10-07', '国庆节'],
      ],
      [
        ['01-04', '元旦调休'],
        ['02-14', '春节调休'],
        ['02-28', '春节调休'],
        ['05-09', '劳动节调休'],
        ['09-20', '国庆节调休'],
        ['10-10', '国庆节调休'],
      ],
    ),
  },
];
