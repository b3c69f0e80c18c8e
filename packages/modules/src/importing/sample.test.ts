import { readFileSync, statSync } from 'node:fs';
import { sumOfParts } from '@perennial/domain/importing/counts';
import { matchReturns, type MatchableLine } from '@perennial/domain/sales/return-matching';
import { expect, it } from 'vitest';
import { previewFile } from './preview.ts';
import { readLines } from './read-lines.ts';
import { sampleFile } from './seed.ts';

it('the sample shows what the product must handle, and says where it comes from', async () => {
  const { mapping, missing } = await previewFile(sampleFile, { timezone: 'Europe/London', currency: 'GBP' });
  expect(missing).toEqual([]);
  const countries = new Map<string, Set<string>>();
  const goods = new Map<string, MatchableLine[]>();
  const counts = await readLines(sampleFile, mapping, {
    line: (record, read) => {
      if (!('line' in read)) return;
      const { customer, country, code, at, quantity } = read.line;
      countries.set(customer, (countries.get(customer) ?? new Set()).add(country));
      if (read.outcome === 'FEE') return;
      const key = `${customer} ${code}`;
      const line = { id: String(record.line).padStart(6, '0'), kind: read.outcome, at, quantity };
      goods.set(key, [...(goods.get(key) ?? []), line]);
    },
  });
  expect(sumOfParts(counts)).toBe(counts.lines);
  expect(counts).toMatchObject({ outcomes: { UNREADABLE: 0, NEGATIVE_PRICE: 0, NON_RETURN_NEGATIVE: 0 }, rounded: 4 });
  expect(counts.lines).toBeGreaterThan(20_000);
  expect(counts.outcomes.NO_CUSTOMER).toBeGreaterThan(100);
  expect(counts.repeated).toBeGreaterThan(100);
  expect(counts.outcomes.FEE).toBeGreaterThan(100);
  expect(counts.outcomes.RETURN).toBeGreaterThan(500);
  expect(countries.size).toBeGreaterThan(250);
  expect([...countries.values()].filter((set) => set.size > 1)).toHaveLength(8);
  expect([...goods.values()].filter((lines) => matchReturns(lines).unmatched.size > 0).length).toBeGreaterThan(30);

  expect(statSync(sampleFile).size).toBeLessThanOrEqual(1_500_000);
  expect(readFileSync(new URL('./sample/LICENSE', import.meta.url), 'utf8')).toContain('CC0 1.0 Universal');
  expect(readFileSync(new URL('./sample/README.md', import.meta.url), 'utf8')).toContain('10.1057/dbm.2012.17');
});
