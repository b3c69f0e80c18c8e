import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sampleFile } from '@perennial/modules/importing/seed';

const CUSTOMER_COLUMN = 6;
const MOST_LINES = 150;

/** Some whole customers of the committed sample, as a file of its own: real lines, few enough for any test. */
export function smallSampleFile(customers: number): string {
  const [header = '', ...lines] = gunzipSync(readFileSync(sampleFile)).toString('utf8').trimEnd().split('\n');
  const byCustomer = new Map<string, string[]>();
  for (const line of lines) {
    // descriptions hold commas: the customer is counted from the end
    const number = line.split(',').at(CUSTOMER_COLUMN - 8) ?? '';
    byCustomer.set(number, [...(byCustomer.get(number) ?? []), line]);
  }
  const brief = [...byCustomer.values()].filter((own) => own.length <= MOST_LINES);
  // those who returned something first: most rules are about them
  const returned = (own: string[]): number => (own.some((line) => line.startsWith('"C')) ? 0 : 1);
  const chosen = brief
    .sort((a, b) => returned(a) - returned(b))
    .slice(0, customers)
    .flat();
  const path = join(tmpdir(), `perennial-small-shop-${process.pid}-${customers}.csv`);
  writeFileSync(path, [header, ...chosen].join('\n'));
  return path;
}
