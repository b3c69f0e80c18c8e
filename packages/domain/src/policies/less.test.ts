import { describe, expect, it } from 'vitest';
import type { CalendarData } from '../calendars/calendar.ts';
import { EVERYTHING, type Applicability } from './applicability.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { defaultsOf } from './kinds/form.ts';
import { bindings, hoursCutsFor, lessAmong, losesBy, wordingCutsFor } from './less.ts';
import { kindOf, readTerms, type Term } from './terms.ts';

const term = (kind: string, params: object, appliesTo: Partial<Applicability> = {}): Term =>
  readTerms([
    {
      id: kind,
      kind,
      params: { ...defaultsOf(kindOf(kind).params), ...params },
      appliesTo: { ...EVERYTHING, ...appliesTo },
    },
  ])[0]!;

const open = (to: number): CalendarData => ({
  name: 'Shop hours',
  timeZone: 'Europe/London',
  week: { '1': [{ from: 540, to }] },
  shiftDay: 'START',
  days: {},
  years: [2026],
});

const hook = term('extras', { items: ['Hook'] });
const inHours = (appliesTo: Partial<Applicability> = {}) => term('delivery', { clock: 'WORKING_DAYS' }, appliesTo);

const version = (terms: readonly Term[], more: Partial<VersionTerms> = {}): VersionTerms => ({
  id: 'v',
  policyId: 'p',
  policy: 'Promise',
  number: 1,
  period: { from: '2026-01-01', to: null },
  terms,
  currency: 'GBP',
  ...more,
});
const facts = (region: string): Facts => ({
  timeZone: 'UTC',
  customer: { region, segment: 'KEY' },
  purchase: { at: '2026-02-01', code: 'A', value: 100 },
  claim: { kind: 'delivery' },
});
const fields = (cuts: ReturnType<typeof lessAmong>) =>
  cuts.map(({ kind, withdrawn, worsenings }) => [kind, withdrawn ? 'WITHDRAWN' : worsenings.map(({ field }) => field)]);

describe('S11 every way in which less can be promised is asked about in one place', () => {
  const before = version([hook, inHours()], { calendar: open(1020), phrases: { Hook: { 'zh-Hant': '掛鉤' } } });

  it('S11 by the terms, by their hours, and by their words', () => {
    const less = (after: VersionTerms) => fields(lessAmong(bindings([before]), bindings([after])));
    expect(less(before)).toEqual([]);
    expect(less({ ...before, terms: [inHours()] })).toEqual([['extras', 'WITHDRAWN']]);
    expect(less({ ...before, calendar: open(720) })).toEqual([['delivery', ['calendar']]]);
    expect(less({ ...before, phrases: { Hook: { 'zh-Hant': '鉤子' } } })).toEqual([['extras', ['wording']]]);
    expect(less(version([inHours()], { calendar: open(720) }))).toEqual([
      ['extras', 'WITHDRAWN'],
      ['delivery', ['calendar']],
    ]);
  });

  it('S11 a version that says nothing of hours or wordings has none', () => {
    expect(bindings([version([hook])])).toEqual([{ term: hook, calendar: null, phrases: {} }]);
  });
});

describe('S1 one purchase loses only what speaks of it', () => {
  it('S1 hours shortened under a term for others are none of its business', () => {
    const was = version([inHours({ regions: ['France', 'Spain'] })], { calendar: open(1020) });
    const is = { ...was, calendar: open(720) };
    expect(fields(hoursCutsFor(facts('France'), [was], [is]))).toEqual([['delivery', ['calendar']]]);
    expect(hoursCutsFor(facts('Spain'), [was], [is])).toHaveLength(1);
    expect(hoursCutsFor(facts('Japan'), [was], [is])).toEqual([]);
    // what speaks of it now and did not before takes nothing
    expect(hoursCutsFor(facts('Japan'), [was], [{ ...is, terms: [inHours()] }])).toEqual([]);
  });

  it('S1 nor are words of a term for others', () => {
    const was = version([term('extras', { items: ['Hook'] }, { regions: ['France'] })], {
      phrases: { Hook: { 'zh-Hant': '掛鉤' } },
    });
    const is = { ...was, phrases: {} };
    expect(fields(wordingCutsFor(facts('France'), [was], [is]))).toEqual([['extras', ['wording']]]);
    expect(wordingCutsFor(facts('Japan'), [was], [is])).toEqual([]);
  });

  it('S1 the hours of the more specific term count, where it has others', () => {
    const general = version([inHours()], { calendar: open(1020) });
    const forFrance = version([inHours({ regions: ['France'] })], { id: 'w', calendar: open(720) });
    const shorter = { ...general, calendar: open(600) };
    expect(hoursCutsFor(facts('France'), [general, forFrance], [shorter, forFrance])).toEqual([]);
    expect(hoursCutsFor(facts('Japan'), [general, forFrance], [shorter, forFrance])).toHaveLength(1);
  });
});

describe('S1 a purchase of which other facts hold', () => {
  const worth = (value: number): Facts => ({ ...facts('France'), purchase: { at: '2026-02-01', code: 'A', value } });
  const loses = (small: VersionTerms, large: VersionTerms) => losesBy([small, large], worth(100), worth(5_000));
  const dear = { minValue: 1_000 };

  it('S1 loses by the term that begins there, and not by one that gives as much', () => {
    const hooks = (items: string[], appliesTo: Partial<Applicability> = {}) =>
      version([term('extras', { items }, appliesTo)]);
    expect(loses(hooks(['Hook', 'Cord'], { maxValue: 1_000 }), hooks(['Hook'], dear))).toBe(true);
    expect(loses(hooks(['Hook'], { maxValue: 1_000 }), hooks(['Hook', 'Cord'], dear))).toBe(false);
    expect(loses(hooks(['Hook'], { maxValue: 1_000 }), version([]))).toBe(true);
    expect(loses(hooks(['Hook'], { maxValue: 9_000 }), version([]))).toBe(false);
    expect(loses(hooks(['Hook']), version([term('fees', {}, dear)]))).toBe(true);
  });

  it('S1 loses by the shorter hours that the same words count by there', () => {
    const all = version([inHours()], { calendar: open(1020) });
    expect(loses(all, version([inHours(dear)], { calendar: open(720) }))).toBe(true);
    expect(loses(all, version([inHours(dear)], { calendar: open(1200) }))).toBe(false);
  });

  it('S1 loses by other words for the same text there', () => {
    const all = version([hook], { phrases: { Hook: { 'zh-Hant': '掛鉤' } } });
    const large = version([term('extras', { items: ['Hook'] }, dear)]);
    expect(loses(all, { ...large, phrases: { Hook: { 'zh-Hant': '掛鉤（另收費）' } } })).toBe(true);
    expect(loses(all, { ...large, phrases: { Hook: { 'zh-Hant': '掛鉤' } } })).toBe(false);
  });
});
