/** One record of a delimited file. `fields` is null where its quotes do not add up. */
export interface CsvRecord {
  /** Number of the physical line it starts on, from 1. */
  line: number;
  fields: string[] | null;
  /** The record as it stands in the file, without its line end. */
  raw: string;
}

/** A quoted field may run over this many lines; past it the quote is taken for a slip and reading goes on. */
const MAX_LINES_IN_QUOTES = 40;
const MAX_RECORD_LENGTH = 100_000;

/** Splits one record. `OPEN`: a quote is not closed yet. `BAD`: something stands between a closing quote and the comma. */
export function splitRecord(text: string, delimiter: string): string[] | 'OPEN' | 'BAD' {
  if (!text.includes('"')) return text.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text.charCodeAt(at) !== 34) {
      const end = text.indexOf(delimiter, at);
      if (end === -1) {
        fields.push(text.slice(at));
        return fields;
      }
      fields.push(text.slice(at, end));
      at = end + 1;
      continue;
    }
    let close = text.indexOf('"', at + 1);
    let doubled = false;
    while (close !== -1 && text.charCodeAt(close + 1) === 34) {
      doubled = true;
      close = text.indexOf('"', close + 2);
    }
    if (close === -1) return 'OPEN';
    const value = text.slice(at + 1, close);
    fields.push(doubled ? value.replaceAll('""', '"') : value);
    if (close + 1 === text.length) return fields;
    if (text[close + 1] !== delimiter) return 'BAD';
    at = close + 2;
  }
}

/**
 * What the lines of a text end with, by the first of them: `\n` (a `\r` before it belongs to it), or `\r` alone, as some
 * spreadsheets write it. Inside quotes neither ends anything, unless so many lines follow that the quote is a slip;
 * undefined: nothing says so yet.
 */
export function lineEndOf(text: string): '\n' | '\r' | undefined {
  for (let quoted = 0, at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = quoted === 0 ? 1 : 0;
    if (text[at] === '\n') {
      if (quoted === 0 || quoted >= MAX_LINES_IN_QUOTES) return '\n';
      quoted += 1;
    }
    if (text[at] !== '\r' || quoted > 0 || at + 1 === text.length) continue;
    return text[at + 1] === '\n' ? '\n' : '\r';
  }
  return undefined;
}

/**
 * Reads delimited text (RFC 4180) as it arrives, in pieces of any size. It never stops at a bad record and never lets
 * one swallow the rest: a quote that does not close within a few lines costs the line it stands on, no more. Blank lines
 * are passed over. Lines end as the first one does, see {@link lineEndOf}.
 */
export class CsvReader {
  readonly #delimiter: string;
  readonly #emit: (record: CsvRecord) => void;
  #rest = '';
  #end: '\n' | '\r' | undefined;
  #line = 0;
  #open: string[] = [];
  /** What comes until the next line end belongs to a line that was too long and is told already. */
  #cut = false;

  /** @param lineEnd where it is known */
  constructor(delimiter: string, emit: (record: CsvRecord) => void, lineEnd?: '\n' | '\r') {
    this.#delimiter = delimiter;
    this.#emit = emit;
    this.#end = lineEnd;
  }

  push(text: string): void {
    const all = this.#rest + text;
    this.#end ??= lineEndOf(all) ?? (all.length > MAX_RECORD_LENGTH ? '\n' : undefined);
    if (this.#end === undefined) {
      this.#rest = all;
      return;
    }
    const lineEnd = this.#end;
    let from = 0;
    if (this.#cut) {
      from = all.indexOf(lineEnd) + 1;
      if (from === 0) return;
      this.#cut = false;
    }
    for (;;) {
      const end = all.indexOf(lineEnd, from);
      if (end === -1) break;
      this.#take(all.slice(from, all.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end));
      from = end + 1;
    }
    this.#rest = all.slice(from);
    // a file without line ends must not be gathered in memory whole
    if (this.#rest.length > MAX_RECORD_LENGTH * 10) {
      this.#take(this.#rest.slice(0, MAX_RECORD_LENGTH));
      this.#rest = '';
      this.#cut = true;
    }
  }

  finish(): void {
    this.#end ??= '\n';
    this.push('');
    if (this.#rest !== '') this.#take(this.#rest.endsWith('\r') ? this.#rest.slice(0, -1) : this.#rest);
    this.#rest = '';
    while (this.#open.length > 0) this.#giveUp();
  }

  #take(text: string): void {
    this.#line += 1;
    if (this.#open.length > 0) {
      this.#open.push(text);
      const whole = this.#open.join('\n');
      const fields = splitRecord(whole, this.#delimiter);
      if (fields !== 'OPEN' && fields !== 'BAD') {
        const line = this.#line - this.#open.length + 1;
        this.#open = [];
        this.#emit({ line, fields, raw: whole });
      } else if (fields === 'BAD' || this.#open.length >= MAX_LINES_IN_QUOTES || whole.length > MAX_RECORD_LENGTH) {
        this.#giveUp();
      }
      return;
    }
    if (text === '') return;
    const fields = splitRecord(text, this.#delimiter);
    if (fields === 'OPEN') this.#open = [text];
    else this.#emit({ line: this.#line, fields: fields === 'BAD' ? null : fields, raw: text });
  }

  /** The quote was a slip: its own line is lost, the lines after it are read again as if it had not been there. */
  #giveUp(): void {
    const [bad = '', ...again] = this.#open;
    this.#open = [];
    const first = this.#line - again.length;
    this.#emit({ line: first, fields: null, raw: bad });
    this.#line = first;
    for (const text of again) this.#take(text);
  }
}

/** The character that parts the columns: the one that the header holds most of, outside quotes. */
export function guessDelimiter(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const count = (c: string) => bare.split(c).length;
  return [',', ';', '\t', '|'].reduce((best, c) => (count(c) > count(best) ? c : best));
}

/** One value for a CSV file: quoted where it must be. */
export function csvField(value: string, delimiter = ','): string {
  return /["\r\n]/.test(value) || value.includes(delimiter) || value === ''
    ? `"${value.replaceAll('"', '""')}"`
    : value;
}
