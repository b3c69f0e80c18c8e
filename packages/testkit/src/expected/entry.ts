import { uuid } from './world.ts';

/** What one row answers, field by field, written out by hand. */
export interface Entry {
  type: string;
  id: string;
  fields: Readonly<Record<string, unknown>>;
}

/** The global id of a row, by the numbers of `world.ts`. */
export const gid = (type: string, ...numbers: number[]): string => [type, ...numbers.map(uuid)].join('_');

/** A row of set-up data. */
export const entry = (type: string, n: number, fields: Entry['fields']): Entry => ({
  type,
  id: gid(type, n),
  fields: { id: gid(type, n), ...fields },
});

/** A row of customer 1. */
export const owned = (type: string, n: number, fields: Entry['fields']): Entry => ({
  type,
  id: gid(type, 1, n),
  fields: { id: gid(type, 1, n), customer: one('Customer', 1), ...fields },
});

/** A relation to one row is asked for its id. */
export const one = (type: string, ...numbers: number[]): object => ({ id: gid(type, ...numbers) });

/** A relation to many is asked for their number and ids; they come in the list's own order. */
export const many = (type: string, ...rows: number[][]): object => ({
  totalCount: rows.length,
  nodes: rows.map((numbers) => one(type, ...numbers)),
});

export const money = (amount: number, currency = 'GBP'): object => ({ amount, currency });
