import { describe, expect, it } from 'vitest';
import { deliveredGoods } from './delivered.ts';

const line = (id: string, code: string, kind = 'SALE') => ({ id: `InvoiceLine_customer_${id}`, code, kind });
const lines = [line('1', 'A'), line('2', 'B'), line('3', 'POST', 'FEE')];

describe('C14 when the goods of a purchase were delivered', () => {
  it('is one day where all came on it, charges aside', () => {
    const told = deliveredGoods({ deliveredOn: '2011-12-10', delivered: { A: '2011-12-10' } }, lines);
    expect(told).toMatchObject({ first: '2011-12-10', inPart: false });
    expect(deliveredGoods({ deliveredOn: null, delivered: null }, lines)).toMatchObject({ first: null, inPart: false });
  });

  it('is told in part where some are still to come, or came on another day, line by line', () => {
    const told = deliveredGoods({ deliveredOn: '2011-12-10', delivered: { '2': null } }, lines);
    expect(told).toMatchObject({ first: '2011-12-10', inPart: true });
    expect(lines.slice(0, 2).map(told.dayOf)).toEqual(['2011-12-10', null]);
    const later = deliveredGoods({ deliveredOn: '2011-12-10', delivered: { B: '2011-12-08' } }, lines);
    expect(later).toMatchObject({ first: '2011-12-08', inPart: true });
  });
});
