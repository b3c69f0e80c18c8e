import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { daysBetween } from '@perennial/domain/shared/period';
import { sampleFile } from '@perennial/modules/importing/seed';

const LINES = { least: 6, most: 40 } as const;

/** A file as a shop would bring it, and what a reader of it must find. */
export interface JourneyFile {
  readonly path: string;
  readonly name: string;
  /** Numbers of the customers in it. */
  readonly customers: readonly [string, string];
  /** What the first of them bought and brought back. */
  readonly story: Story;
  /** Lines per outcome, by the words of the page. */
  readonly parts: Readonly<Record<string, number>>;
  readonly lines: number;
  /** The lines that cannot be imported, as they stand in the file. */
  readonly bad: readonly string[];
  remove(): void;
}

/** One thing bought once and brought back within 30 days. */
export interface Story {
  readonly code: string;
  readonly quantity: number;
  readonly invoice: string;
  /** ISO dates. */
  readonly bought: string;
  readonly returned: string;
}

/**
 * Two real customers of the committed sample under numbers the sample does not have, with a fee and one line of each
 * kind that is set aside. The column of the country bears a name nobody guesses.
 */
export function journeyFile(): JourneyFile {
  const [, ...all] = gunzipSync(readFileSync(sampleFile)).toString('utf8').trimEnd().split('\n');
  const own = Map.groupBy(all, (line) => line.split(',').at(-2) ?? '');
  const chosen = [...own]
    .filter(([number, lines]) => /^\d+$/.test(number) && isSmallBritishShop(lines))
    .map(([, lines]) => lines.map(renumbered))
    .sort((a, b) => Number(storyOf(a) === undefined) - Number(storyOf(b) === undefined))
    .slice(0, 2);
  const [first, second] = chosen.map((lines) => lines[0]?.split(',').at(-2));
  const story = storyOf(chosen[0] ?? []);
  if (!first || !second || !story) throw new Error('the sample holds no two customers that fit');
  const good = chosen.flat();
  const end = `${first},"United Kingdom"`;
  const fee = `"9900000","POST","POSTAGE",1,2011-11-02 10:00:00,18,${end}`;
  const bad = [
    `"9900001","22139","RETROSPOT TEA SET",a dozen,2011-11-02 10:00:00,4.25,${end}`,
    `"9900002","22139"`,
    `"9900003","22139","RETROSPOT TEA SET",1,2011-11-02 10:00:00,4.25,NA,"United Kingdom"`,
    `"9900004","22139","ADJUST BAD DEBT",1,2011-11-02 10:00:00,-50.5,${end}`,
    `"9900005","22139","THROWN AWAY",-3,2011-11-02 10:00:00,0,${end}`,
  ];
  const returned = good.filter((line) => line.startsWith('"C')).length;
  const folder = mkdtempSync(join(tmpdir(), 'perennial-journey-'));
  const name = '十一月銷售.csv';
  const path = join(folder, name);
  const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Where';
  writeFileSync(path, [header, ...good, fee, ...bad, ''].join('\n'));
  return {
    path,
    name,
    customers: [first, second],
    story,
    parts: {
      銷售: good.length - returned,
      退貨: returned,
      費用: 1,
      數量為負但不是退貨: 1,
      負單價: 1,
      沒有客戶: 1,
      無法讀取: 2,
    },
    lines: good.length + 1 + bad.length,
    bad,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const LINE = /^"([^"]*)","([^"]*)",.*,(-?\d+),(\d{4}-\d\d-\d\d) [^,]*,[^,]*,\d+,"[^"]*"$/;

function partsOf(line: string): { invoice: string; code: string; quantity: string; day: string } {
  const [, invoice = '', code = '', quantity = '', day = ''] = LINE.exec(line) ?? [];
  return { invoice, code, quantity, day };
}

/** Few lines, goods only, at a price, all sold to the United Kingdom. */
function isSmallBritishShop(lines: readonly string[]): boolean {
  return (
    lines.length >= LINES.least &&
    lines.length <= LINES.most &&
    lines.every((line) => line.endsWith('"United Kingdom"') && /^\d/.test(partsOf(line).code)) &&
    !lines.some((line) => /,0,\d+,"/.test(line))
  );
}

function storyOf(lines: readonly string[]): Story | undefined {
  const parts = lines.map(partsOf);
  for (const { invoice, code, quantity, day } of parts) {
    const [sale, ...others] = parts.filter((each) => each.code === code && !each.invoice.startsWith('C'));
    const days = sale ? daysBetween(sale.day, day) : -1;
    if (invoice.startsWith('C') && sale && others.length === 0 && days >= 0 && days <= 30) {
      return { code, quantity: -Number(quantity), invoice: sale.invoice, bought: sale.day, returned: day };
    }
  }
  return undefined;
}

/** The same line under an invoice and a customer number that the sample does not have. */
const renumbered = (line: string): string => line.replace(/^"(C?)/, '"$19').replace(/,(\d+),("[^"]*")$/, ',9$1,$2');
