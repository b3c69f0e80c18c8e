import { describe, expect, it } from 'vitest';
import { guessMapping } from './guess.ts';
import { checkMapping, mappingFaults, mappingMistakes, type ImportMapping } from './mapping.ts';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const good = guessMapping(`${HEADER}\n`, { timeZone: 'Europe/London', currency: 'GBP' });
const faults = (change: Partial<ImportMapping>) =>
  mappingFaults({ ...good, ...change }).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('what keeps a mapping from working', () => {
  it('is nothing where every field can be used', () => {
    expect(mappingFaults(good)).toEqual([]);
    expect(faults({ currency: 'TWD', timeZone: 'UTC' })).toEqual([]);
  });

  it('names a currency that ISO 4217 and a zone that IANA does not know, with the remedy', () => {
    for (const currency of ['XXQ', 'gbp', 'G', '']) {
      expect(faults({ currency }), currency).toEqual(['CURRENCY_UNKNOWN mapping.currency']);
    }
    for (const timeZone of ['Europe/Londo', '+08:00', '']) {
      expect(faults({ timeZone }), timeZone).toEqual(['TIMEZONE_UNKNOWN mapping.timeZone']);
    }
    expect(() => checkMapping({ ...good, currency: 'XXQ' })).toThrow(/"currency" is "XXQ".*such as GBP/);
    expect(() => checkMapping({ ...good, timeZone: 'UT' })).toThrow(/"timeZone" is "UT".*like Europe\/London/);
  });

  it('S1 asks in which order day and month are where the file leaves it open, and lets its lines be looked at', () => {
    expect(faults({ dateOrder: null })).toEqual(['DATE_ORDER_MISSING mapping.dateOrder']);
    expect(mappingMistakes({ ...good, dateOrder: null, columns: { ...good.columns, at: null } })).toEqual([]);
    expect(mappingMistakes({ ...good, dateOrder: null, timeZone: '' })).toHaveLength(1);
  });

  it('says at both which two share a column', () => {
    const [invoice, customer] = mappingFaults({
      ...good,
      columns: { ...good.columns, customer: good.columns.invoice },
    });
    expect(invoice).toMatchObject({
      code: 'COLUMN_TWICE',
      params: { target: 'invoice', other: 'customer', column: 1 },
    });
    expect(customer).toMatchObject({
      code: 'COLUMN_TWICE',
      params: { target: 'customer', other: 'invoice', column: 1 },
    });
  });

  it('is told all at once, each at its field', () => {
    const columns = { ...good.columns, quantity: null, country: good.columns.description };
    expect(faults({ columns, currency: 'G', timeZone: '' })).toEqual([
      'COLUMN_MISSING mapping.columns.quantity',
      'COLUMN_TWICE mapping.columns.description',
      'COLUMN_TWICE mapping.columns.country',
      'TIMEZONE_UNKNOWN mapping.timeZone',
      'CURRENCY_UNKNOWN mapping.currency',
    ]);
  });
});
