import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AMOUNT_LIMIT } from '../sales/record.ts';
import { countLine, emptyLineCounts, setAside, sumOfParts } from './counts.ts';
import { CsvReader, splitRecord, type CsvRecord } from './csv.ts';
import { guessMapping } from './guess.ts';
import { invoiceOf, LineReader, type ReadLine } from './line.ts';
import { checkMapping } from './mapping.ts';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const mapping = guessMapping(`${HEADER}\n`, { timeZone: 'Europe/London', currency: 'GBP' });

function record(raw: string): CsvRecord {
  const fields = splitRecord(raw, ',');
  return { line: 2, raw, fields: Array.isArray(fields) ? fields : null };
}

const read = (raw: string): ReadLine => new LineReader(mapping).read(record(raw));
const line = (part: Record<string, string> = {}) => {
  const l = {
    invoice: '536365',
    code: '85123A',
    text: 'HOLDER',
    quantity: '6',
    at: '2010-12-01 08:26:00',
    price: '2.55',
    customer: '17850',
    country: 'France',
    ...part,
  };
  return `${l.invoice},${l.code},${l.text},${l.quantity},${l.at},${l.price},${l.customer},${l.country}`;
};

describe('the outcome of a line', () => {
  it.each([
    ['SALE', line()],
    ['RETURN', line({ invoice: 'C536365', quantity: '-6' })],
    ['FEE', line({ code: 'POST' })],
    ['FEE', line({ code: 'bank charges' })],
    ['FEE', line({ invoice: 'C536365', code: 'D', quantity: '-1' })],
    ['SALE', line({ code: 'PADS', price: '0.001' })],
    ['NO_CUSTOMER', line({ customer: '' })],
    ['NO_CUSTOMER', line({ customer: 'NA' })],
    ['NEGATIVE_PRICE', line({ price: '-11062.06' })],
    ['NON_RETURN_NEGATIVE', line({ quantity: '-6' })],
    ['NO_PIECES', line({ quantity: '0' })],
    ['NO_PIECES', line({ invoice: 'C536365', quantity: '-0' })],
    ['NO_PIECES', line({ code: 'POST', quantity: '0.0' })],
    ['UNREADABLE', line({ quantity: 'six' })],
  ])('%s: %s', (outcome, raw) => expect(read(raw).outcome).toBe(outcome));

  it('is the first that applies', () => {
    expect(read(line({ customer: '', quantity: 'six' })).outcome).toBe('UNREADABLE');
    expect(read(line({ customer: '', price: '-1', quantity: '-1' })).outcome).toBe('NO_CUSTOMER');
    expect(read(line({ price: '-1', quantity: '-1' })).outcome).toBe('NEGATIVE_PRICE');
    expect(read(line({ code: 'POST', quantity: '-1' })).outcome).toBe('NON_RETURN_NEGATIVE');
    expect(read(line({ price: '-1', quantity: '0' })).outcome).toBe('NEGATIVE_PRICE');
  });

  it('is another currency where the customer has that invoice in one', () => {
    const reader = new LineReader(mapping, new Map([[invoiceOf('17850', '536365'), { currency: 'EUR' }]]));
    const aside = { outcome: 'OTHER_CURRENCY', fault: null, field: 'invoice', currency: 'EUR', repeated: false };
    expect(reader.read(record(line()))).toEqual(aside);
    expect(reader.read(record(line({ code: 'POST', customer: '17850.0' })))).toEqual(aside);
    expect(reader.read(record(line({ customer: '17851' }))).outcome).toBe('SALE');
    expect(reader.read(record(line({ invoice: '536366' }))).outcome).toBe('SALE');
    // what is wrong with the line itself comes first
    expect(reader.read(record(line({ quantity: '-6' }))).outcome).toBe('NON_RETURN_NEGATIVE');
  });

  it('is another currency where the line itself says so, in its column or before its price', () => {
    const head = `${HEADER},Currency`;
    const told = (currency: string, price: string, named = '') =>
      new LineReader({ ...guessMapping(`${head}\n`, { timeZone: 'Europe/London', currency }), currency }).read(
        record(`${line({ price })},${named}`),
      );
    const aside = { outcome: 'OTHER_CURRENCY', fault: null, repeated: false };
    for (const [price, currency] of [
      ['€10.00', 'EUR'],
      ['-€ 10.00', 'EUR'],
      ['$10.00', null],
      ['¥1000', null],
      ['￥1000', null],
    ] as const)
      expect(told('GBP', price)).toEqual(
        price.startsWith('-')
          ? { outcome: 'NEGATIVE_PRICE', fault: null, field: 'unitPrice', repeated: false }
          : { ...aside, field: 'unitPrice', currency },
      );
    for (const [currency, price] of [
      ['GBP', '£10.00'],
      ['EUR', '€10.00'],
      ['TWD', '$10.00'],
      ['CNY', '￥10.00'],
    ] as const)
      expect(told(currency, price).outcome).toBe('SALE');
    expect(told('GBP', '10.00', 'eur')).toEqual({ ...aside, field: 'currency', currency: 'EUR' });
    expect(told('GBP', '10.00', '$')).toEqual({ ...aside, field: 'currency', currency: null });
    const differ = { outcome: 'UNREADABLE', fault: 'CURRENCIES_DIFFER', field: 'currency', repeated: false };
    for (const [price, named] of [
      ['€10.00', 'GBP'],
      ['£10.00', 'EUR'],
      ['£10.00', '€'],
      ['€10.00', '£'],
    ] as const)
      expect(told('GBP', price, named)).toEqual(differ);
    expect(told('GBP', '€10.00', 'EUR')).toEqual({ ...aside, field: 'currency', currency: 'EUR' });
    expect(told('GBP', '$10.00', 'USD')).toEqual({ ...aside, field: 'currency', currency: 'USD' });
    for (const named of ['', 'GBP', 'gbp', '£']) expect(told('GBP', '10.00', named).outcome).toBe('SALE');
    const wrong = { outcome: 'UNREADABLE', fault: 'NOT_A_CURRENCY', field: 'currency', repeated: false };
    for (const named of ['Pounds', 'XYZ', '10.00']) expect(told('GBP', '10.00', named)).toEqual(wrong);
  });

  it('is that its invoice is a sale on record, or a return, where the file takes it for the other', () => {
    const reader = new LineReader(
      mapping,
      new Map([
        [invoiceOf('17850', 'C1'), { is: 'SALE' as const }],
        [invoiceOf('17850', '2'), { is: 'RETURN' as const }],
      ]),
    );
    const aside = { fault: null, field: 'invoice', repeated: false };
    expect(reader.read(record(line({ invoice: 'C1' })))).toEqual({ outcome: 'SALE_ON_RECORD', ...aside });
    expect(reader.read(record(line({ invoice: 'C1', code: 'POST' })))).toEqual({ outcome: 'SALE_ON_RECORD', ...aside });
    expect(reader.read(record(line({ invoice: '2' })))).toEqual({ outcome: 'RETURN_ON_RECORD', ...aside });
    expect(reader.read(record(line({ invoice: 'C1', customer: '1' }))).outcome).toBe('RETURN');
    expect(reader.read(record(line({ invoice: '3' }))).outcome).toBe('SALE');
  });

  it.each([
    ['MISSING', 'invoice', line({ invoice: '' })],
    ['MISSING', 'code', line({ code: ' ' })],
    ['MISSING', 'quantity', line({ quantity: '' })],
    ['NOT_WHOLE', 'quantity', line({ quantity: '1.5' })],
    ['TOO_LARGE', 'quantity', line({ quantity: '99999999999' })],
    ['TOO_LARGE', 'quantity', line({ quantity: '1001', price: '100000000' })],
    ['TOO_LARGE', 'quantity', line({ invoice: 'C1', quantity: '-1001', price: '100000000' })],
    ['NOT_A_DATE', 'at', line({ at: '2010-02-30 08:00' })],
    ['NOT_A_DATE', 'at', line({ at: 'yesterday' })],
    ['NOT_A_NUMBER', 'unitPrice', line({ price: '1.2.3' })],
    ['TOO_FINE', 'unitPrice', line({ price: '0.00005' })],
    ['TOO_LONG', 'code', line({ code: 'X'.repeat(61) })],
    ['BAD_CHARACTER', 'description', line({ text: 'A\u0000B' })],
    ['COLUMNS', null, `${line()},more`],
    ['COLUMNS', null, 'only,three,values'],
    ['QUOTES', null, line({ text: '"A"B' })],
  ])('an unreadable line names its fault and field: %s %s', (fault, field, raw) =>
    expect(read(raw)).toMatchObject({ outcome: 'UNREADABLE', fault, field }),
  );
});

describe('what a line comes to at most', () => {
  it('is what a sale that is entered by hand comes to at most', () => {
    expect(read(line({ quantity: '1000', price: '100000000' }))).toMatchObject({
      outcome: 'SALE',
      line: { amount: AMOUNT_LIMIT },
    });
    // a currency without minor units: the same number of them is a larger amount
    const yen = new LineReader({ ...mapping, currency: 'JPY' });
    expect(yen.read(record(line({ quantity: '1001', price: '100000000' })))).toMatchObject({
      line: { amount: 100_100_000_000 },
    });
  });
});

describe('what a line says', () => {
  const said = (raw: string) => {
    const result = read(raw);
    if (!('line' in result)) throw new Error(result.outcome);
    return result.line;
  };

  it('keeps prices in 1/10,000 and amounts in minor units, halves to the even neighbour', () => {
    expect(said(line())).toMatchObject({ unitPrice: 25_500, amount: 1530, rounded: false });
    expect(said(line({ price: '0.001', quantity: '1' }))).toMatchObject({ unitPrice: 10, amount: 0, rounded: true });
    expect(said(line({ price: '0.005', quantity: '1' }))).toMatchObject({ amount: 0, rounded: true });
    expect(said(line({ price: '0.015', quantity: '1' }))).toMatchObject({ amount: 2, rounded: true });
    expect(said(line({ price: '0.025', quantity: '1' }))).toMatchObject({ amount: 2, rounded: true });
  });

  it('takes what a return invoice lists as returned, with or without a sign', () => {
    expect(said(line({ invoice: 'C1', quantity: '-6' }))).toMatchObject({ quantity: -6, amount: -1530 });
    expect(said(line({ invoice: 'C1', quantity: '6' }))).toMatchObject({ quantity: -6, amount: -1530 });
  });

  it('takes 17850.0 for customer 17850', () => expect(said(line({ customer: '17850.0' })).customer).toBe('17850'));

  it('numbers lines of one customer, invoice and code', () => {
    const reader = new LineReader(mapping);
    const ordinals = [line(), line({ quantity: '1' }), line({ code: 'X' }), line({ customer: '1' }), line()].map(
      (raw) => {
        const result = reader.read(record(raw));
        return 'line' in result ? [result.line.ordinal, result.repeated] : [];
      },
    );
    expect(ordinals).toEqual([
      [1, false],
      [2, false],
      [1, false],
      [1, false],
      [3, true],
    ]);
  });
});

describe('a whole file', () => {
  it('is the sum of its parts, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'NA',
        'C1',
        '1',
        '-1',
        '2.5',
        '-0.01',
        '2011-01-01 10:00',
        'POST',
        '"',
        '""',
        '"a,b"',
        'x\u0000',
      ),
      fc.string({ maxLength: 8 }).filter((s) => !/[\r\n]/.test(s)),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(cell, { minLength: 1, maxLength: 9 }).map((cells) => cells.join(',')),
          { maxLength: 30 },
        ),
        (rows) => {
          const reader = new LineReader(mapping);
          const counts = emptyLineCounts();
          let imported = 0;
          const csv = new CsvReader(',', (r) => {
            const result = reader.read(r);
            countLine(counts, result);
            if ('line' in result) imported += 1;
          });
          csv.push(rows.join('\n'));
          csv.finish();
          expect(sumOfParts(counts)).toBe(counts.lines);
          expect(setAside(counts) + imported).toBe(counts.lines);
          expect(Object.values(counts.faults).reduce((a, b) => a + b, 0)).toBe(counts.outcomes.UNREADABLE);
        },
      ),
    );
  });
});

describe('a mapping', () => {
  it('is refused when a needed column has no choice, is chosen twice or is not there', () => {
    const wrong = (columns: Partial<typeof mapping.columns>) => () =>
      checkMapping({ ...mapping, columns: { ...mapping.columns, ...columns } });
    expect(wrong({ customer: null })).toThrow(
      expect.objectContaining({ code: 'COLUMN_MISSING', path: ['mapping', 'columns', 'customer'] }),
    );
    expect(wrong({ customer: 0 })).toThrow(expect.objectContaining({ code: 'COLUMN_TWICE' }));
    expect(wrong({ country: 8 })).toThrow(expect.objectContaining({ code: 'COLUMN_UNKNOWN' }));
    expect(wrong({ country: null, description: null })).not.toThrow();
  });
});
