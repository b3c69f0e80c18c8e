import { PAIR, type InEvery, type Language } from '../../shared/language.ts';
import { BETWEEN_KEYS, isRecord, type Cell, type FormField } from '../kinds/form.ts';
import { hoursIn, optionIn } from '../kinds/saying.ts';
import { wordingOf, type Phrases } from '../phrases.ts';
import { sayIn } from './language.ts';

type Rows = FormField & { type: 'rows' };

const YES: InEvery<string> = { en: 'yes', 'zh-Hant': '是', 'zh-Hans': '是' };
const NO: InEvery<string> = { en: 'no', 'zh-Hant': '否', 'zh-Hans': '否' };
const NONE: InEvery<string> = { en: 'none', 'zh-Hant': '無', 'zh-Hans': '无' };

/**
 * How a value of a declared field is said: an amount in `currency`, minutes as hours, special values by their words.
 *
 * @param phrases how what people typed is worded; left out: it stays as it was typed.
 */
export function valueSaid(
  field: Cell | undefined,
  value: unknown,
  currency: string,
  language: Language,
  phrases?: Phrases,
): string {
  const say = sayIn(language);
  const word = (each: unknown) => {
    if (field && 'options' in field) return optionIn(field.options, language, String(each));
    // of another field a text is a code, or says itself which language it is in
    return field?.type === 'text' || field?.type === 'words'
      ? wordingOf(String(each), language, phrases)
      : String(each);
  };
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  if (Array.isArray(value) && value.length === 0 && field?.type === 'words' && field.empty)
    return field.empty[language];
  if (value === null || value === undefined || value === '') return NONE[language];
  if (Array.isArray(value)) return say.list(value.map(word)) || NONE[language];
  if (typeof value !== 'number') return word(value);
  if (field?.type === 'money') return say.money(value, currency);
  if (field?.type !== 'int') return say.number(value);
  const special = field.special?.find((each) => each.value === value);
  if (special) return special.label[language];
  return field.clock ? hoursIn(language, value, say) : `${say.number(value)} ${field.unit[language]}`;
}

/** A whole row: as its table says rows, else cell by cell in the order of the declaration, for a database keeps none. */
export function rowSaid(table: Rows, row: unknown, currency: string, language: Language, phrases?: Phrases): string {
  if (!isRecord(row)) return NONE[language];
  if (table.said) return table.said(row, currency, language, sayIn(language, phrases));
  return Object.entries(table.cells)
    .filter(([name]) => name in row)
    .map(([name, cell]) =>
      PAIR[language](cell.label[language], valueSaid(cell, row[name], currency, language, phrases)),
    )
    .join(language === 'en' ? '; ' : '；');
}

/**
 * The rows of a table by their keys, each cell as it is said. Where every value of one cell meets every value of the
 * others, each value is said once: "urgent: by phone and by e-mail".
 */
export function keysSaid(table: Rows, keys: readonly string[], currency: string, language: Language): string {
  const say = sayIn(language);
  const rows = keys.map((key) => key.split(BETWEEN_KEYS));
  if (rows.some((parts) => parts.length !== table.key.length)) return say.list(keys);
  const cell = (place: number, part: string) =>
    valueSaid(table.cells[table.key[place] ?? ''], part, currency, language);
  const values = table.key.map((_name, place) => [...new Set(rows.map((parts) => parts[place] ?? ''))]);
  const between = language === 'en' ? ': ' : '：';
  return values.reduce((product, each) => product * each.length, 1) === rows.length
    ? values.map((each, place) => say.list(each.map((part) => cell(place, part)))).join(between)
    : say.list(rows.map((parts) => parts.map((part, place) => cell(place, part)).join(between)));
}
