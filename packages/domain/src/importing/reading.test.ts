import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessColumns, missingColumns } from './columns.ts';
import { guessMapping, readHead } from './guess.ts';
import { guessDateOrder, MomentReader } from './moment.ts';
import { guessDecimalMark, readQuantity, readUnitPrice } from './numbers.ts';
import { SeenCounter } from './repeats.ts';

describe('guessing columns', () => {
  it.each([
    ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['country;customer_number;unit-price;order date;QTY;item name;SKU;order no', [7, 6, 5, 4, 3, 2, 1, 0]],
    ['發票號碼,商品編號,商品名稱,數量,發票日期,單價,客戶編號,國家', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['订单编号,商品编号,商品名称,数量,订单日期,单价,客户编号,国家', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['Rechnungsnummer,Artikelnummer,Bezeichnung,Menge,Datum,Einzelpreis,Kundennummer,Land', [0, 1, 2, 3, 4, 5, 6, 7]],
  ])('%s', (header, expected) =>
    expect(Object.values(guessColumns(header.split(/[,;]/)))).toEqual([...expected, null]),
  );

  it('finds the column of currencies by its name alone: amounts in one are none', () => {
    for (const name of ['Currency', 'Währung', 'Devise', '幣別', '币种'])
      expect(guessColumns(['Invoice', name])).toMatchObject({ currency: 1 });
    for (const name of ['Amount in currency', 'Currency rate', 'Cur'])
      expect(guessColumns(['Invoice', name])).toMatchObject({ currency: null });
  });

  it('gives a column to one target only and says what is missing', () => {
    const columns = guessColumns(['Customer', 'Date', 'Amount']);
    expect(columns).toMatchObject({ customer: 0, at: 1, quantity: null });
    expect(missingColumns(columns)).toEqual(['invoice', 'code', 'quantity', 'unitPrice']);
  });

  it('takes no line of the file for a header whose quotes do not add up', () => {
    expect(readHead('"Order","SKU"\n1;A\n2;B\n', ';')).toEqual({ header: [], rows: [] });
    expect(readHead('Order;SKU\n"1" x;A\n2;B\n', ';')).toEqual({ header: ['Order', 'SKU'], rows: [['2', 'B']] });
  });

  it('reads the marks of the country off the first lines', () => {
    const text =
      'Rechnungsnummer;Artikelnummer;Menge;Datum;Einzelpreis;Kundennummer\n1;A;2;31.01.2011 08:05;1.234,50;7\n';
    expect(guessMapping(text, { timeZone: 'Europe/Berlin', currency: 'EUR' })).toMatchObject({
      delimiter: ';',
      decimalMark: ',',
      dateOrder: 'DMY',
      currency: 'EUR',
    });
  });
});

describe('moments', () => {
  const london = new MomentReader('Europe/London', 'DMY');
  const iso = (text: string, reader = london) => {
    const at = reader.read(text);
    return at === null ? null : new Date(at).toISOString();
  };

  it.each([
    ['2010-12-01 08:26:00', '2010-12-01T08:26:00.000Z'],
    ['2011-06-01 08:26', '2011-06-01T07:26:00.000Z'],
    ['2011-06-01T08:26:00Z', '2011-06-01T08:26:00.000Z'],
    ['2011-06-01T08:26:00+02:00', '2011-06-01T06:26:00.000Z'],
    ['2011/12/9', '2011-12-09T00:00:00.000Z'],
    ['2011年12月9日 14:05', '2011-12-09T14:05:00.000Z'],
    ['9/12/2011 2:05 PM', '2011-12-09T14:05:00.000Z'],
    ['31.12.10 12:00 am', '2010-12-31T00:00:00.000Z'],
    ['2011-02-29', null],
    ['2011-13-01', null],
    ['2011-01-01 24:00', null],
    ['40513', null],
    ['', null],
  ])('%s', (text, expected) => expect(iso(text)).toBe(expected));

  it('a time that the clocks skip moves forward, one that they show twice is the first', () => {
    expect(iso('2011-03-27 01:30')).toBe('2011-03-27T01:30:00.000Z');
    expect(iso('2011-10-30 01:30')).toBe('2011-10-30T00:30:00.000Z');
  });

  it('month first where the samples show it', () => {
    expect(guessDateOrder(['12/1/2010 8:26', '12/13/2010 9:00'])).toBe('MDY');
    expect(guessDateOrder(['1/12/2010', '13/12/2010'])).toBe('DMY');
    // one that no sample decides is nobody's to guess, and needs to be known only where it makes a difference
    expect(guessDateOrder(['12/10/2011 08:00', '5/5/2011'])).toBeNull();
    expect(guessDateOrder(['1/1/2011', '1/1/2011'])).toBeNull();
    expect(guessDateOrder(['2011-12-10', 'none'])).toBe('DMY');
    // what exists in neither order decides nothing, and what contradicts itself is asked
    for (const none of ['99/99/2011', '13/13/2011', '25/99/2011', '31/02/2011', '29/02/2011'])
      expect(guessDateOrder(['05/06/2011', none])).toBeNull();
    expect(guessDateOrder(['05/06/2011', '29/02/12'])).toBe('DMY');
    expect(guessDateOrder(['05/06/2011', '13/11/2011', '11/14/2011', '11/15/2011'])).toBeNull();
    expect(iso('12/10/2011 08:00', new MomentReader('UTC', null))).toBeNull();
    expect(iso('2011-12-10 08:00', new MomentReader('UTC', null))).toBe('2011-12-10T08:00:00.000Z');
    expect(iso('12/13/2010 9:00', new MomentReader('UTC', 'MDY'))).toBe('2010-12-13T09:00:00.000Z');
  });

  it('agrees with the zone for every hour of ten years', () => {
    const zone = new MomentReader('America/New_York', 'DMY');
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2005, 0) / 60_000, max: Date.UTC(2015, 0) / 60_000 }), (minute) => {
        const local = format.format(minute * 60_000);
        const read = zone.read(local)!;
        expect(format.format(read)).toBe(local);
        expect(read).toBeLessThanOrEqual(minute * 60_000);
      }),
    );
  });

  it('refuses a zone that does not exist', () =>
    expect(() => new MomentReader('Europe/Atlantis', 'DMY')).toThrow(
      expect.objectContaining({ code: 'TIMEZONE_UNKNOWN' }),
    ));
});

describe('numbers', () => {
  it.each([
    ['2.55', '.', 25_500],
    ['£2.55', '.', 25_500],
    ['1,234.5', '.', 12_345_000],
    ['1.234,5', ',', 12_345_000],
    ['0.001', '.', 10],
    ['.5', '.', 'NOT_A_NUMBER'],
    ['1e3', '.', 'NOT_A_NUMBER'],
    ['12,34', '.', 'NOT_A_NUMBER'],
    ['-0', '.', 0],
    ['1.00000', '.', 10_000],
    ['1.00001', '.', 'TOO_FINE'],
    ['9999999999999', '.', 'TOO_LARGE'],
  ] as const)('price %s with %s', (text, mark, expected) => expect(readUnitPrice(text, mark)).toBe(expected));

  it('reads back every price it could have written', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (price) => {
        const sign = price < 0 ? '-' : '';
        const digits = String(Math.abs(price)).padStart(5, '0');
        expect(readUnitPrice(`${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`, '.')).toBe(price + 0);
      }),
    ));

  it('quantities are whole', () => {
    expect(readQuantity('-12', '.')).toBe(-12);
    expect(readQuantity('6.0', '.')).toBe(6);
    expect(readQuantity('1,000', '.')).toBe(1000);
    expect(readQuantity('1.5', '.')).toBe('NOT_WHOLE');
  });

  it('the comma is the mark where the point makes less sense', () => {
    expect(guessDecimalMark(['2,55', '1,00'])).toBe(',');
    expect(guessDecimalMark(['2.55', '3'])).toBe('.');
  });
});

it('tells repeats apart, also when the table has grown', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), (texts) => {
      const counter = new SeenCounter(1);
      const seen = new Map<string, number>();
      for (const text of texts) {
        seen.set(text, (seen.get(text) ?? 0) + 1);
        expect(counter.add(text)).toBe(seen.get(text));
      }
    }),
  );
});
