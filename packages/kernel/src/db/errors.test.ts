import { DomainError } from '@perennial/domain/shared/errors';
import { describe, expect, test } from 'vitest';
import { isUnavailable, mapDatabaseError } from './errors.ts';

const from = (code: string, more: object = {}) =>
  // as drizzle wraps it: statement and values in the message
  new Error('Failed query: select secret params: hunter2', {
    cause: Object.assign(new Error('server words'), { code, query: 'select secret', params: ['hunter2'], ...more }),
  });

describe('a database error becomes a sentence for people', () => {
  test.each([
    ['23505', 'ALREADY_EXISTS'],
    ['23503', 'REFERENCE_MISSING'],
    ['23502', 'VALUE_MISSING'],
    ['23514', 'OUT_OF_RANGE'],
    ['22003', 'OUT_OF_RANGE'],
    ['22001', 'TOO_LONG'],
    ['22P02', 'VALUE_INVALID'],
    ['40001', 'TRY_AGAIN'],
    ['40P01', 'TRY_AGAIN'],
    ['57014', 'TIMEOUT'],
    ['53100', 'STORAGE_FULL'],
    ['08006', 'DATABASE_UNAVAILABLE'],
    ['57P01', 'DATABASE_UNAVAILABLE'],
    ['57P03', 'DATABASE_UNAVAILABLE'],
    ['53300', 'DATABASE_UNAVAILABLE'],
    ['ECONNREFUSED', 'DATABASE_UNAVAILABLE'],
    ['ECONNRESET', 'DATABASE_UNAVAILABLE'],
    ['CONNECTION_CLOSED', 'DATABASE_UNAVAILABLE'],
    ['CONNECT_TIMEOUT', 'DATABASE_UNAVAILABLE'],
    ['42703', 'DATABASE_ERROR'],
  ])('%s → %s, without SQL or values', (state, code) => {
    const mapped = mapDatabaseError(from(state)) as DomainError;
    expect(mapped).toBeInstanceOf(DomainError);
    expect(mapped.code).toBe(code);
    expect(mapped.message).toMatch(/\.$/);
    const told = JSON.stringify({ ...mapped, message: mapped.message, own: Object.entries(mapped) });
    expect(told).not.toMatch(/select|hunter2|server words/);
    // the log gets the statement, but never what people typed
    expect(JSON.stringify(mapped.cause, Object.getOwnPropertyNames(mapped.cause))).not.toContain('hunter2');
  });

  test('the fields at fault are named as the API names them, without their values and without the key', () => {
    const detail = 'Key (customer_id, given_name)=(0195, Ann) already exists.';
    const mapped = mapDatabaseError(from('23505', { detail })) as DomainError;
    expect(mapped.path).toEqual(['givenName']);
    expect(mapped.message).toContain('givenName');
    expect(mapped.message).not.toContain('Ann');
  });

  test('what is still referred to is told apart from what refers to nothing', () => {
    const detail = 'Key (id)=(1) is still referenced from table "x".';
    expect((mapDatabaseError(from('23503', { detail })) as DomainError).code).toBe('STILL_REFERENCED');
  });
});

test('other errors come back as they are', () => {
  const own = new DomainError('SOMETHING', 'A sentence.');
  const bug = new TypeError('x is not a function');
  const file = Object.assign(new Error('no such file'), { code: 'ENOENT' });
  for (const error of [own, bug, file, 'text', null]) expect(mapDatabaseError(error)).toBe(error);
});

test('an address with several answers counts as unavailable when none is reached', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  expect(isUnavailable(new AggregateError([refused]))).toBe(true);
  expect(isUnavailable(from('23505'))).toBe(false);
});
