import { claimSentencesOf } from '@perennial/domain/claims/sentences';
import { kindLabel } from '@perennial/domain/policies/kinds/all';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import { LANGUAGES } from '@perennial/domain/shared/language';
import { addDays } from '@perennial/domain/shared/period';
import { useTranslate } from 'react-admin';
import { useBusiness } from '../business/BusinessContext.tsx';
import { hoursText } from '../calendars/times.ts';
import { useWeekdays } from '../calendars/useWeekdays.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { useFieldWords } from '../partners/fieldWords.ts';
import { columnSaid } from './columnSaid.ts';
import { isAmount, isShift, isStep, isTerm } from './changes.ts';
import { grantSaid, termValueSaid } from './termWords.ts';

/** Amounts that the trail tells in minor units, without their currency beside them. */
const MONEY = new Set([
  'price',
  'budget',
  'cost',
  'amount',
  'discount',
  'total',
  'refund',
  'refundPaid',
  'valueAtRisk',
]);
/** Documents that count something by name, and where the names have their words. */
const COUNTERS: Readonly<Record<string, string>> = { outcomes: 'importing.outcome', faults: 'importing.fault' };
/** Numbers that count nothing. */
const YEARS = new Set(['year', 'years']);
/** Kept as the first day after it, told as the last one on which it holds. */
const UNTIL = new Set(['effectiveTo']);
/** A year of a calendar, with its days (see `changesOf`). */
const YEAR_OF_DAYS = /^days\.\d{4}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HASH = /^[0-9a-f]{64}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** `lastTouchAt` → `last touch at`: the schema's own name, readable. */
const spaced = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._]/g, ' ')
    .toLowerCase();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Choices whose words stand elsewhere than under what their type and their field are called. */
const CALLED: Readonly<Record<string, string>> = {
  'AccessReceipt.outcome': 'values.ReceiptOutcome',
  'Agreement.purpose': 'values.SharingPurpose',
  'ApiKey.state': 'partners.keys.state',
  'Calendar.kind': 'values.CalendarDayKind',
  'Consent.purpose': 'values.SharingPurpose',
  'HealthRun.status': 'values.RunStatus',
  'ImportBatch.status': 'importing.status',
  'Invoice.kind': 'policies.invoices.kind',
  'InvoiceLine.kind': 'policies.invoices.lineKind',
  'PartnerProductRole.role': 'values.PartnerRole',
  'ServicePointProbe.channel': 'values.ProbeChannel',
  'Touchpoint.channel': 'values.TouchChannel',
  'Touchpoint.direction': 'values.TouchDirection',
  'Touchpoint.tag': 'values.TouchTag',
  'WhatIfRun.status': 'values.RunStatus',
  complexity: 'values.ProductComplexity',
  segment: 'values.Segment',
  segments: 'values.Segment',
};

/**
 * Where the words of a field's choices may stand: those of `FulfilmentTask.status` under `FulfilmentTaskStatus`,
 * `FulfilmentStatus`, `TaskStatus` or `Status`.
 */
export function choicesNamed(type: string, field: string): string[] {
  const words = type.split(/(?=[A-Z])/);
  const parts = [words, words.slice(0, -1), words.slice(1), []].map((each) => each.join(''));
  const told = field.charAt(0).toLowerCase() + field.slice(1);
  const called = [CALLED[`${type}.${told}`], CALLED[told]].filter((each) => each !== undefined);
  return [...called, ...new Set(parts.map((each) => `values.${each}${field}`))];
}

const phrasesOf = (row: unknown): Phrases | undefined => (row as { phrases?: Phrases } | null)?.phrases;

export interface AuditWords {
  operation(name: string): string;
  /** The kind of thing. */
  entity(type: string): string;
  /** `schedule.from` as "Schedule · From"; a term by its kind, which its value tells. */
  field(type: string, path: string, value?: unknown): string;
  /** A value as a reader would say it; `type` and `path` find the word of a choice. `row` knows the currency. */
  value(type: string, path: string, value: unknown, row: unknown): string;
}

/** Words for what the trail tells by the schema's own names. */
export function useAuditWords(): AuditWords {
  const t = useWords();
  const translate = useTranslate();
  const format = useFormat();
  const business = useBusiness();
  const language = useLanguage();
  const weekdays = useWeekdays();
  const fieldWord = (name: string): string =>
    translate(`audit.field.${name}`, { _: translate(`fields.field.${name}`, { _: capital(spaced(name)) }) });
  const fieldOf = (type: string, name: string): string =>
    translate(`audit.fieldOf.${type}.${name}`, { _: fieldWord(name) });
  const granted = useFieldWords();
  const choice = (type: string, field: string, value: string): string => {
    const name = capital(field);
    return choicesNamed(type, name).reduceRight((known, each) => translate(`${each}.${value}`, { _: known }), value);
  };
  const currencyOf = (row: unknown): string => {
    const currency = (row as { currency?: unknown } | null)?.currency;
    return typeof currency === 'string' ? currency : business.currency;
  };
  const say = (type: string, path: string, value: unknown, row: unknown): string => {
    const [whole = path, part] = path.split('.');
    if (whole === 'phrases' && part !== undefined) return typeof value === 'string' && value !== '' ? value : '–';
    if (YEAR_OF_DAYS.test(path)) {
      const count = Object.keys(value ?? {}).length;
      if (value === null) return t('shell.unknown');
      return count === 0 ? t('shell.form.none') : t('audit.entries', { smart_count: count });
    }
    const field = path.split('.').at(-1) ?? path;
    if (value === null || value === undefined || value === '') return '–';
    const ofTerm =
      path === field || field === 'termId' ? termValueSaid(row, field, value, currencyOf(row), language) : undefined;
    if (ofTerm !== undefined) return ofTerm;
    const column = columnSaid(path, value, row);
    if (column !== undefined) return column;
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    if (typeof value === 'number') {
      const money = currencyOf(row);
      if (field === 'unitPrice' || `${type}.${path}` === 'Product.price') return format.unitPrice(value, money);
      if (MONEY.has(field)) return format.money(value, money);
      return YEARS.has(field) ? String(value) : format.number(value);
    }
    if (typeof value === 'string') {
      if (DAY.test(value)) return format.date(UNTIL.has(field) ? addDays(value, -1) : value);
      if (MOMENT.test(value)) return format.time(value);
      if (HASH.test(value)) return `${value.slice(0, 12)}…`;
      const grant = grantSaid(field, value, granted);
      if (grant !== undefined) return grant;
      const tag = value.replace('_', '-');
      if (LANGUAGES.some((each) => each === tag)) return fieldWord(tag);
      if (field === 'kind') return kindLabel(choice(type, field, value), language);
      return /^[A-Z][A-Z_]*$/.test(value) ? choice(type, field, value) : value;
    }
    if (isTerm(value)) return format.sentences(termSentences(value, currencyOf(row), language, phrasesOf(row)));
    if (isShift(value)) return hoursText(value);
    if (isStep(value)) return format.sentences(claimSentencesOf([value], language));
    if (Array.isArray(value)) {
      if (value.length > 0 && value.every(isStep)) return format.sentences(claimSentencesOf(value, language));
      if (value.length > 0 && value.every(isShift)) return format.list(value.map(hoursText));
      const plain = value.every((each) => typeof each !== 'object' || each === null);
      if (value.length === 0) return '–';
      return plain
        ? format.list(value.map((each) => say(type, path, each, row)))
        : t('audit.entries', { smart_count: value.length });
    }
    if (isAmount(value)) return format.money(value.amount, value.currency);
    const counters = COUNTERS[field];
    if (counters !== undefined) {
      const counted = Object.entries(value).filter(([, count]) => typeof count === 'number' && count > 0);
      const told = counted.map(([name, count]) =>
        format.pair(translate(`${counters}.${name}`, { _: name }), format.number(count as number)),
      );
      return told.length > 0 ? format.list(told) : '–';
    }
    return t('audit.entries', { smart_count: Object.keys(value).length });
  };
  return {
    operation: (name) => translate(`operations.${name}`, { _: spaced(name) }),
    entity: (type) => translate(`fields.entity.${type}`, { _: capital(spaced(type)) }),
    field: (type, path, value) => {
      const [name = path, part, ...inner] = path.split('.');
      if (name === 'phrases' && part !== undefined) {
        const said = t('policyEditor.words.inLanguage', { text: inner.join('.'), language: fieldWord(part) });
        return `${fieldOf(type, name)} · ${said}`;
      }
      if (isTerm(value) && part !== undefined) return `${fieldWord(name)} · ${kindLabel(value.kind, language)}`;
      const day = name === 'week' ? weekdays.find(({ key }) => key === part)?.name : undefined;
      const dated = part !== undefined && DAY.test(part) ? format.date(part) : undefined;
      const second = day ?? dated ?? (part === undefined ? undefined : fieldWord(part));
      return [
        fieldOf(type, name),
        ...(second === undefined ? [] : [second]),
        ...inner.map((each) => fieldOf(type, each)),
      ].join(' · ');
    },
    value: say,
  };
}
