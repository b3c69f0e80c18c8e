import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkFile } from './checkFile.ts';

const file = (name: string, body: string | Uint8Array<ArrayBuffer>) => new File([body], name);
const LINES = 'Order no;SKU\n1;A1\n';

test('text goes, plain or compressed', async () => {
  await checkFile(file('sales.csv', LINES));
  await checkFile(file('sales.csv.gz', new Uint8Array(gzipSync(LINES))));
});

test.each([
  ['a workbook', file('sales.xlsx', 'PK\u0003\u0004\u0014\u0000'), 'FILE_NOT_TEXT'],
  ['a workbook called CSV', file('sales.csv', 'PK\u0003\u0004\u0014\u0000'), 'FILE_NOT_TEXT'],
  ['text called .gz', file('sales.csv.gz', LINES), 'GZIP_UNREADABLE'],
  ['nothing', file('sales.csv', ''), 'FILE_EMPTY'],
])('%s is refused before it is sent', async (_name, given, code) => {
  await expect(checkFile(given)).rejects.toMatchObject({ code });
});
