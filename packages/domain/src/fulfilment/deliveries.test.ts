import { describe, expect, it } from 'vitest';
import { deliveredBy, expectedBy, waitedFor, type Delivery, type SoldGoods } from './deliveries.ts';

const done = (
  completedOn: string,
  pieces: Record<string, number> | null,
  codes = Object.keys(pieces ?? {}),
): Delivery => ({
  codes,
  pieces,
  status: 'DONE',
  completedOn,
});
const still = (status: 'OPEN' | 'CANCELLED', pieces: Record<string, number> | null, codes?: string[]): Delivery => ({
  codes: codes ?? Object.keys(pieces ?? {}),
  pieces,
  status,
  completedOn: null,
});
const line = (id: string, code: string, quantity: number, first = true): SoldGoods => ({ id, code, quantity, first });

describe('C14 the days on which the goods of a purchase were delivered', () => {
  it('C14 none without a delivery; goods without one of their own count from that of what was sold with them', () => {
    expect(deliveredBy([], [line('1', 'A', 1)])).toEqual({ deliveredOn: null, delivered: null });
    expect(deliveredBy([done('2026-04-03', { A: 1 })], [line('1', 'A', 1), line('2', 'B', 1)])).toEqual({
      deliveredOn: '2026-04-03',
      delivered: { A: '2026-04-03' },
    });
  });

  it('C14 pieces of one code that an import added count from their own delivery, and have no day before it', () => {
    const goods = [line('1', 'A', 1), line('2', 'A', 3, false)];
    const first = done('2026-04-03', { A: 1 });
    // nobody opened anything for them yet
    expect(deliveredBy([first], goods)).toEqual({
      deliveredOn: '2026-04-03',
      delivered: { A: null, '1': '2026-04-03' },
    });
    for (const open of [still('OPEN', { A: 3 }), still('CANCELLED', { A: 3 })]) {
      expect(deliveredBy([first, open], goods)).toEqual({
        deliveredOn: '2026-04-03',
        delivered: { A: null, '1': '2026-04-03' },
      });
    }
    expect(deliveredBy([first, done('2026-04-20', { A: 3 })], goods)).toEqual({
      deliveredOn: '2026-04-03',
      delivered: { A: '2026-04-20', '1': '2026-04-03' },
    });
  });

  it('C14 pieces of a line that came apart count from the last of them', () => {
    const goods = [line('1', 'A', 4)];
    const days = (second: Delivery) => deliveredBy([done('2026-04-03', { A: 1 }), second], goods).delivered;
    expect(days(done('2026-04-20', { A: 3 }))).toEqual({ A: '2026-04-20' });
    expect(days(still('OPEN', { A: 3 }))).toEqual({ A: null });
    expect(days(still('CANCELLED', { A: 3 }))).toEqual({ A: null });
    expect(days(done('2026-04-20', { A: 2 }))).toEqual({ A: null });
  });

  it('C14 goods whose delivery was called off have no day, and the purchase does not wait for them', () => {
    const goods = [line('1', 'A', 1), line('2', 'B', 1)];
    expect(deliveredBy([done('2026-04-03', { A: 1 }), still('CANCELLED', { B: 1 })], goods)).toEqual({
      deliveredOn: '2026-04-03',
      delivered: { A: '2026-04-03', B: null },
    });
    // nor does another good's delivery, added later, stand in for it
    const all = [line('1', 'A', 1), line('2', 'B', 1), line('3', 'C', 1, false)];
    expect(deliveredBy([still('CANCELLED', { A: 1 }), done('2026-04-20', { C: 1 })], all)).toEqual({
      deliveredOn: null,
      delivered: { A: null, C: '2026-04-20' },
    });
  });

  it('C14 goods that an import added to delivered ones have no day while they are on no delivery', () => {
    const goods = [line('1', 'A', 1), { ...line('2', 'B', 1, false), awaited: true }, line('3', 'C', 1, false)];
    const first = done('2026-04-03', { A: 1 });
    expect(deliveredBy([first], goods)).toEqual({
      deliveredOn: '2026-04-03',
      delivered: { A: '2026-04-03', 2: null },
    });
    // they stay named, and have none again where their delivery is promised no more
    expect(deliveredBy([first, done('2026-04-20', { B: 1 })], goods).delivered).toEqual({
      A: '2026-04-03',
      B: '2026-04-20',
      2: '2026-04-20',
    });
  });

  it('C14 deliveries of goods that are gone count for nothing', () => {
    expect(deliveredBy([done('2026-04-03', { A: 1 }), done('2026-04-20', { A: 3 })], [line('1', 'A', 1)])).toEqual({
      deliveredOn: '2026-04-03',
      delivered: { A: '2026-04-03' },
    });
  });

  it('C14 where it was not kept which pieces a delivery is for, it may be any: the last counts, once none is open', () => {
    const goods = [line('1', 'A', 2)];
    const old = done('2026-04-03', null, ['A']);
    expect(deliveredBy([old], goods).delivered).toEqual({ A: '2026-04-03' });
    expect(deliveredBy([old, still('OPEN', null, ['A'])], goods).delivered).toEqual({ A: null });
    expect(deliveredBy([old, still('CANCELLED', null, ['A'])], goods).delivered).toEqual({ A: '2026-04-03' });
    expect(deliveredBy([old, done('2026-04-05', null, ['A'])], goods).delivered).toEqual({ A: '2026-04-05' });
  });
});

describe('C14 the days by which goods that were added are to come', () => {
  it('C14 is the last day of their own delivery, for as many pieces as it is for, until it is done', () => {
    const goods = [line('1', 'A', 1), line('2', 'A', 3, false), line('3', 'B', 1, false)];
    const first = { ...still('OPEN', { A: 1 }), dueOn: '2026-04-04', addedOn: null };
    const more = { ...still('OPEN', { A: 3 }), dueOn: '2026-04-13', addedOn: '2026-04-10' };
    expect([...expectedBy([first, more], goods)]).toEqual([['2', '2026-04-13']]);
    expect([...expectedBy([{ ...first, addedOn: null }], goods)]).toEqual([]);
    expect([...expectedBy([{ ...more, ...done('2026-04-12', { A: 3 }) }], goods)]).toEqual([]);
    expect([...expectedBy([{ ...more, ...still('CANCELLED', { A: 3 }) }], goods)]).toEqual([]);
  });
});

it('C14 goods are waited for while a delivery is open that is theirs, or from which they count', () => {
  const goods = [line('1', 'A', 1), line('2', 'B', 1), { ...line('3', 'C', 1, false), awaited: true }];
  const waited = (...deliveries: Delivery[]) => [...waitedFor(deliveries, goods)];
  expect(waited(still('OPEN', { A: 1 }))).toEqual(['1', '2']);
  expect(waited(done('2026-04-03', { A: 1 }), still('OPEN', { C: 1 }))).toEqual(['3']);
  expect(waited(still('OPEN', { A: 1 }), still('CANCELLED', { B: 1 }))).toEqual(['1']);
  expect(waited(still('CANCELLED', { A: 1 }))).toEqual([]);
});
