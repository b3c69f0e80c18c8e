import { useTranslate } from 'react-admin';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';

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
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** `lastTouchAt` → `last touch at`: the schema's own name, readable. */
const spaced = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._]/g, ' ')
    .toLowerCase();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What the choices of a field may be called in the schema: of `FulfilmentTask.status` `FulfilmentTaskStatus`,
 * `FulfilmentStatus`, `TaskStatus` or `Status`.
 */
export function choicesNamed(type: string, field: string): string[] {
  const words = type.split(/(?=[A-Z])/);
  const parts = [words, words.slice(0, -1), words.slice(1), []].map((each) => each.join(''));
  return [...new Set(parts)].map((each) => `${each}${field}`);
}

export interface AuditWords {
  operation(name: string): string;
  /** The kind of thing. */
  entity(type: string): string;
  /** `schedule.from` as "Schedule · From". */
  field(path: string): string;
  /** A value as a reader would say it; `type` and `path` find the word of a choice. `row` knows the currency. */
  value(type: string, path: string, value: unknown, row: unknown): string;
}

/** Words for what the trail tells by the schema's own names. */
export function useAuditWords(): AuditWords {
  const t = useWords();
  const translate = useTranslate();
  const format = useFormat();
  const business = useBusiness();
  const fieldWord = (name: string): string =>
    translate(`audit.field.${name}`, { _: translate(`fields.field.${name}`, { _: capital(spaced(name)) }) });
  const choice = (type: string, field: string, value: string): string => {
    const name = capital(field);
    return choicesNamed(type, name).reduceRight(
      (known, each) => translate(`values.${each}.${value}`, { _: known }),
      value,
    );
  };
  const say = (type: string, path: string, value: unknown, row: unknown): string => {
    const field = path.split('.').at(-1) ?? path;
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    if (typeof value === 'number') {
      const currency = (row as { currency?: unknown } | null)?.currency;
      const money = typeof currency === 'string' ? currency : business.currency;
      if (field === 'unitPrice') return format.unitPrice(value, money);
      if (MONEY.has(field)) return format.money(value, money);
      return format.number(value);
    }
    if (typeof value === 'string') {
      if (DAY.test(value)) return format.date(value);
      if (MOMENT.test(value)) return format.time(value);
      return /^[A-Z][A-Z_]*$/.test(value) ? choice(type, field, value) : value;
    }
    if (Array.isArray(value)) {
      const plain = value.every((each) => typeof each !== 'object' || each === null);
      if (value.length === 0) return '–';
      return plain
        ? format.list(value.map((each) => say(type, path, each, row)))
        : t('audit.entries', { smart_count: value.length });
    }
    const { amount, currency } = value as { amount?: unknown; currency?: unknown };
    if (typeof amount === 'number' && typeof currency === 'string') return format.money(amount, currency);
    return t('audit.entries', { smart_count: Object.keys(value).length });
  };
  return {
    operation: (name) => translate(`operations.${name}`, { _: spaced(name) }),
    entity: (type) => translate(`fields.entity.${type}`, { _: capital(spaced(type)) }),
    field: (path) => path.split('.').map(fieldWord).join(' · '),
    value: say,
  };
}
