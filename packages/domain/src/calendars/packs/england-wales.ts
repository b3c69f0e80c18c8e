import { daysOf, type HolidayPack } from './pack.ts';

type Holidays = Parameters<typeof daysOf>[1];

/**
 * Bank holidays with their substitute days. Christmas Day, Boxing Day and New Year's Day on a weekend stand beside their
 * substitutes: a shop that is open on Saturdays is closed on them too.
 */
const years: Readonly<Record<number, Holidays>> = {
  2010: [
    ['01-01', 'New Year’s Day'],
    ['04-02', 'Good Friday'],
    ['04-05', 'Easter Monday'],
    ['05-03', 'Early May bank holiday'],
    ['05-31', 'Spring bank holiday'],
    ['08-30', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
    ['12-27', 'Christmas Day (substitute day)'],
    ['12-28', 'Boxing Day (substitute day)'],
  ],
  2011: [
    ['01-01', 'New Year’s Day'],
    ['01-03', 'New Year’s Day (substitute day)'],
    ['04-22', 'Good Friday'],
    ['04-25', 'Easter Monday'],
    ['04-29', 'Royal wedding bank holiday'],
    ['05-02', 'Early May bank holiday'],
    ['05-30', 'Spring bank holiday'],
    ['08-29', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
    ['12-27', 'Christmas Day (substitute day)'],
  ],
  2012: [
    ['01-01', 'New Year’s Day'],
    ['01-02', 'New Year’s Day (substitute day)'],
    ['04-06', 'Good Friday'],
    ['04-09', 'Easter Monday'],
    ['05-07', 'Early May bank holiday'],
    ['06-04', 'Spring bank holiday'],
    ['06-05', 'Queen’s Diamond Jubilee'],
    ['08-27', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
  ],
  2026: [
    ['01-01', 'New Year’s Day'],
    ['04-03', 'Good Friday'],
    ['04-06', 'Easter Monday'],
    ['05-04', 'Early May bank holiday'],
    ['05-25', 'Spring bank holiday'],
    ['08-31', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
    ['12-28', 'Boxing Day (substitute day)'],
  ],
};

export const englandWales: readonly HolidayPack[] = Object.entries(years).map(([year, holidays]) => ({
  id: `gb-eaw-${year}`,
  year: Number(year),
  label: { en: `England and Wales ${year}`, 'zh-Hant': `英格蘭與威爾斯 ${year}`, 'zh-Hans': `英格兰与威尔士 ${year}` },
  source: 'Banking and Financial Dealings Act 1971 and royal proclamations, as listed on GOV.UK',
  days: daysOf(Number(year), holidays),
}));
