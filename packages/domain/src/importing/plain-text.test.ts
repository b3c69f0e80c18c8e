import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isGzip, looksLikeText } from './plain-text.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const LINES = 'Order no;SKU;Qty\r\n1;A1;6\r\n'.repeat(20);

it.each([
  ['plain ASCII', latin(LINES)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF訂單編號,商品編號\n1,茶杯\n`)],
  ['UTF-16 that says so', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LINES, 'utf16le')])],
  // 訂單 and 訂 in Big5, 订单 in GB18030, é in Windows-1252
  ['Big5', Buffer.from([0xad, 0x71, 0xb3, 0xe6, 0x2c, 0x41, 0x0a])],
  ['GB18030', Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0x2c, 0x41, 0x0a])],
  ['Windows-1252', latin('Caf\u00e9;Qty\n')],
  ['one stray control character among many lines', latin(`${LINES}2;A\u00001;6\r\n`)],
  ['tabs and form feeds', latin('a\tb\tc\f\r\n')],
  ['the end mark of old systems', latin(`${LINES}\u001a`)],
  ['nothing', new Uint8Array()],
])('%s is text', (_name, bytes) => expect(looksLikeText(bytes)).toBe(true));

it.each([
  ['a workbook (.xlsx)', latin('PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml')],
  ['an old workbook (.xls)', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['a PDF', latin('%PDF-1.7\n1 0 obj\n')],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['NUL bytes', latin('a\u0000b\u0000c\u0000')],
  ['UTF-16 that does not say so', Buffer.from(LINES, 'utf16le')],
  ['what gzip makes', gzipSync(latin(LINES))],
  ['bytes of every value', Uint8Array.from({ length: 512 }, (_, at) => (at * 181) % 256)],
])('%s is not', (_name, bytes) => expect(looksLikeText(bytes)).toBe(false));

it('knows gzip by its beginning', () => {
  expect(isGzip(gzipSync('x'))).toBe(true);
  expect(isGzip(latin('PK'))).toBe(false);
});
