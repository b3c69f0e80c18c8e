import { expect, it } from 'vitest';
import { standingAt, type StandingFloor } from './standingAt.ts';

const floor = (id: string, more: Partial<StandingFloor>): StandingFloor => ({
  id,
  kind: 'returns',
  field: 'days',
  row: null,
  cell: null,
  bound: 14,
  reason: 'by law',
  setBy: 'bob@shop.example',
  ...more,
});
const answers = { kind: 'response-target', field: 'rows', row: 'NORMAL / ANY', cell: 'firstResponse' };
const floors = [floor('days', {}), floor('normal', answers), floor('urgent', { ...answers, row: 'URGENT / ANY' })];

it('S11 the dialog names the floor that would be replaced: of the same kind, field, row and cell', () => {
  expect(standingAt(floors, { kind: 'returns', what: 'days' })?.id).toBe('days');
  expect(standingAt(floors, { kind: 'returns', what: 'days', row: 'left from before' })?.id).toBe('days');
  const table = { kind: 'response-target', what: 'rows.firstResponse' };
  expect(standingAt(floors, { ...table, row: ' URGENT / ANY ' })?.id).toBe('urgent');
  for (const chosen of [
    {},
    table,
    { kind: 'returns' },
    { kind: 'returns', what: 'openedAllowed' },
    { kind: 'warranty', what: 'days' },
    { ...table, what: 'rows.resolution', row: 'NORMAL / ANY' },
  ]) {
    expect(standingAt(floors, chosen)).toBeUndefined();
  }
});
