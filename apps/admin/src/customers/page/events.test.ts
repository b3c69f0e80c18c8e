import { expect, test } from 'vitest';
import { timelineOf } from './events.ts';

type Streams = Parameters<typeof timelineOf>[0];

const invoice = (at: string) => ({
  id: `i${at}`,
  number: at,
  at,
  kind: 'SALE',
  lines: 1,
  total: { amount: 1, currency: 'GBP' },
});
const touch = (at: string) => ({
  id: `t${at}`,
  at,
  channel: 'CALL',
  direction: 'OUT',
  tag: 'CARE',
  subject: 's',
  note: null,
});

const streams = (invoices: string[], allInvoices: number, touches: string[]): Streams =>
  ({
    id: 'c',
    invoices: { totalCount: allInvoices, nodes: invoices.map(invoice) },
    touchpoints: { totalCount: touches.length, nodes: touches.map(touch) },
    returns: { totalCount: 0, nodes: [] },
    claims: { totalCount: 0, nodes: [] },
    warnings: { nodes: [] },
    plans: { nodes: [] },
  }) as Streams;

test('several streams become one, newest first', () => {
  const { events, more } = timelineOf(streams(['2011-03-01', '2011-01-01'], 2, ['2011-02-01']));
  expect(events.map((event) => event.at)).toEqual(['2011-03-01', '2011-02-01', '2011-01-01']);
  expect(more).toBe(false);
});

test('it reaches back only as far as every stream does: nothing is missing between two entries', () => {
  const { events, more } = timelineOf(streams(['2011-03-01', '2011-02-01'], 9, ['2011-02-15', '2010-12-01']));
  expect(events.map((event) => event.at)).toEqual(['2011-03-01', '2011-02-15', '2011-02-01']);
  expect(more).toBe(true);
});

test('C13 a claim is told where it was made, and again where it was settled', () => {
  const claim = {
    id: 'k',
    number: '7-1',
    kind: 'RETURN',
    status: 'SETTLED',
    outcome: 'ALLOWED',
    claimedOn: '2011-02-10',
    claimedAt: '2011-02-10T15:00:00.000Z',
    settledOn: '2011-02-10',
    closedAt: '2011-02-10T15:30:00.000Z',
    refundPaid: { amount: 1535, currency: 'GBP' },
  };
  const open = { ...claim, id: 'o', status: 'DECIDED', claimedOn: '2011-02-01', claimedAt: null, settledOn: null };
  const told = (totalCount: number, ...nodes: object[]) =>
    timelineOf({ ...streams(['2011-03-01', '2011-01-01'], 2, []), claims: { totalCount, nodes } } as Streams);
  const { events, more } = told(2, claim, open);
  expect(events.map((event) => (event.kind === 'claim' ? [event.claim.id, event.ended] : event.kind))).toEqual([
    'invoice',
    ['k', true],
    ['k', false],
    ['o', false],
    'invoice',
  ]);
  expect(more).toBe(false);
  // claims that were not loaded may lie before the last one that was
  expect(told(3, claim, open).events.at(-1)?.id).toBe('o');
  expect(told(3, claim, open).more).toBe(true);
});
