import { daysOf, type HolidayPack } from './pack.ts';

/** Only the days that are holidays in every Land. */
export const germany: readonly HolidayPack[] = [
  {
    id: 'de-2026',
    year: 2026,
    label: { en: 'Germany 2026 (nationwide)', 'zh-Hant': '德國 2026（全國）', 'zh-Hans': '德国 2026（全国）' },
    source: 'Feiertagsgesetze der Länder, Einigungsvertrag Art. 2',
    days: daysOf(2026, [
      ['01-01', 'Neujahr'],
      ['04-03', 'Karfreitag'],
      ['04-06', 'Ostermontag'],
      ['05-01', 'Tag der Arbeit'],
      ['05-14', 'Christi Himmelfahrt'],
      ['05-25', 'Pfingstmontag'],
      ['10-03', 'Tag der Deutschen Einheit'],
      ['12-25', '1. Weihnachtstag'],
      ['12-26', '2. Weihnachtstag'],
    ]),
  },
];
