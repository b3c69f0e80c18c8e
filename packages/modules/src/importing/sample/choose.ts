/**
 * Makes the sample from the full file: `npm run sample -- FILE`. The same file gives the same sample, byte for byte.
 *
 * Whole customers with all their lines, so that their rhythm, spending and returns are the real ones: first those who
 * show something that the product must handle, then customers by a fixed shuffle of their numbers until the budget of
 * lines is used up. A few whole invoices without a customer show what the import sets aside.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { matchReturns, type MatchableLine } from '@perennial/domain/sales/return-matching';
import { csvField } from '@perennial/domain/importing/csv';
import { previewFile } from '../preview.ts';
import { readLines } from '../read-lines.ts';

const LINES = 28_000;
const INVOICES_WITHOUT_CUSTOMER = 25;
const DAY = 86_400_000;

interface Seen {
  number: string;
  lines: number;
  revenue: number;
  fees: number;
  rounded: number;
  countries: Set<string>;
  days: Set<number>;
  goods: Map<string, MatchableLine[]>;
}

function shuffled(text: string): string {
  return createHash('sha256').update(`perennial ${text}`).digest('hex');
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('Which file? npm run sample -- FILE');

const { mapping } = await previewFile(file, { timezone: 'Europe/London', currency: 'GBP' });
const customers = new Map<string, Seen>();
const raws: { customer: string; raw: string }[] = [];
let last = 0;

await readLines(file, mapping, {
  line: (record, read) => {
    if (!('line' in read)) {
      const invoice = record.fields?.[mapping.columns.invoice ?? 0] ?? '';
      if (read.outcome === 'NO_CUSTOMER') raws.push({ customer: `?${invoice}`, raw: record.raw });
      return;
    }
    const { line, outcome } = read;
    raws.push({ customer: line.customer, raw: record.raw });
    let seen = customers.get(line.customer);
    if (!seen) {
      seen = { number: line.customer, lines: 0, revenue: 0, fees: 0, rounded: 0, countries: new Set(), days: new Set(), goods: new Map() };
      customers.set(line.customer, seen);
    }
    seen.lines += 1;
    seen.countries.add(line.country);
    if (line.rounded) seen.rounded += 1;
    if (outcome === 'FEE') {
      seen.fees += 1;
      return;
    }
    seen.revenue += line.amount;
    if (outcome === 'SALE') seen.days.add(Math.floor(line.at / DAY));
    last = Math.max(last, line.at);
    const goods = seen.goods.get(line.code) ?? [];
    goods.push({ id: String(goods.length).padStart(6, '0'), kind: outcome, at: line.at, quantity: line.quantity });
    seen.goods.set(line.code, goods);
  },
});

const everybody = [...customers.values()].sort((a, b) => (shuffled(a.number) < shuffled(b.number) ? -1 : 1));
const chosen = new Map<string, Seen>();
const lines = () => [...chosen.values()].reduce((sum, c) => sum + c.lines, 0);
const take = (count: number, fits: (c: Seen) => boolean, from: readonly Seen[] = everybody) => {
  for (const c of from.filter((c) => !chosen.has(c.number) && fits(c)).slice(0, count)) chosen.set(c.number, c);
};
const unmatched = (c: Seen) => [...c.goods.values()].some((goods) => matchReturns(goods).unmatched.size > 0);
const returns = (c: Seen) => [...c.goods.values()].flat().filter((l) => l.kind === 'RETURN').length;
const silentFor = (c: Seen) => last / DAY - Math.max(0, ...c.days);

take(8, (c) => c.countries.size > 1);
take(4, (c) => c.rounded > 0 && c.lines < 1000);
take(7, (c) => c.lines < 2500, everybody.toSorted((a, b) => b.revenue - a.revenue));
for (const country of [...new Set(everybody.flatMap((c) => [...c.countries]))].sort()) take(2, (c) => c.countries.has(country) && c.lines < 400);
take(20, (c) => unmatched(c) && c.lines < 200);
take(20, (c) => returns(c) >= 3 && c.lines < 250);
take(10, (c) => c.fees >= 3 && c.lines < 300);
take(25, (c) => c.days.size >= 5 && silentFor(c) > 90 && c.lines < 250);
take(5, (c) => c.days.size === 0);
for (const c of everybody) if (lines() + c.lines <= LINES) take(1, (one) => one === c);

const aside = [...new Set(raws.filter((r) => r.customer.startsWith('?')).map((r) => r.customer))]
  .sort((a, b) => (shuffled(a) < shuffled(b) ? -1 : 1))
  .slice(0, INVOICES_WITHOUT_CUSTOMER);
const kept = new Set([...chosen.keys(), ...aside]);
const header = mapping.header.map((name) => csvField(name)).join(',');
const text = `${[header, ...raws.filter((r) => kept.has(r.customer)).map((r) => r.raw)].join('\n')}\n`;
const sample = gzipSync(text, { level: 9 });
writeFileSync(fileURLToPath(new URL('./online-retail-sample.csv.gz', import.meta.url)), sample);
process.stdout.write(`${chosen.size} customers, ${lines()} lines, ${sample.length} bytes\n`);
