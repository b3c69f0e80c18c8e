import { describe, expect, it } from 'vitest';
import { DomainError } from '../shared/errors.ts';
import { checkPartSerials, type Fitted, type FittedAt } from './part-serials.ts';

const part = (serialOut: string | null, serialIn: string | null, code = 'PT'): Fitted => ({
  code,
  serialOut,
  serialIn,
});
const visit = (dueOn: string, parts: Fitted[], change: Partial<FittedAt> = {}): FittedAt => ({
  status: 'DONE',
  dueOn,
  completedOn: dueOn,
  parts,
  ...change,
});
const refused = (parts: Fitted[], ...others: FittedAt[]) => {
  try {
    checkPartSerials(parts, others, (index, field) => [String(index), field]);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.code, ...error.path];
  }
};
const first = visit('2011-06-01', [part('P-0', 'P-1')]);

describe('C18 serial numbers of parts', () => {
  it('C18 what is in is put in no second time, and what is out is taken out no second time', () => {
    expect(refused([part(null, 'p-1 ')], first)).toEqual(['SERIAL_GIVEN', '0', 'serialIn']);
    expect(refused([part('Ｐ-0', null)], first)).toEqual(['SERIAL_GONE', '0', 'serialOut']);
    expect(refused([part(null, 'P-1', 'OTHER'), part('P-0', null, 'OTHER')], first)).toBeNull();
    // recorded for a visit that is still open, or was called off
    const open = { status: 'OPEN', completedOn: null } as const;
    expect(refused([part(null, 'P-1')], { ...first, ...open })).toEqual(['SERIAL_GIVEN', '0', 'serialIn']);
    expect(refused([part('P-0', 'P-1')], { ...first, status: 'CANCELLED', completedOn: null })).toBeNull();
  });

  it('C18 what was taken out may be put in again, and then taken out', () => {
    expect(refused([part('P-1', 'P-0')], first)).toBeNull();
    const second = visit('2011-12-01', [part('P-1', 'P-0')]);
    expect(refused([part('P-0', 'P-1')], second, first)).toBeNull();
    expect(refused([part('P-1', 'P-2')], second, first)).toEqual(['SERIAL_GONE', '0', 'serialOut']);
    expect(refused([part(null, 'P-0')], second, first)).toEqual(['SERIAL_GIVEN', '0', 'serialIn']);
  });

  it('C18 a list has each piece once, and may only move it from one place to another', () => {
    expect(refused([part('P-0', 'P-1'), part(null, 'p-1')])).toEqual(['SERIAL_TWICE', '1', 'serialIn']);
    expect(refused([part('P-0', 'P-1'), part('p-0', null)])).toEqual(['SERIAL_TWICE', '1', 'serialOut']);
    expect(refused([part('P-0', 'p-0')])).toEqual(['SERIAL_TWICE', '0', 'serialIn']);
    const swapped = [part('P-1', 'P-2'), part('P-2', 'P-1')];
    expect(refused(swapped, visit('2011-06-01', [part(null, 'P-1'), part(null, 'P-2')]))).toBeNull();
    expect(refused([part('P-2', null)], visit('2011-06-01', swapped))).toBeNull();
  });
});
