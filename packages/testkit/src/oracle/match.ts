import type { FieldMeta } from '@perennial/domain/shared/fields';
import type { Model } from '@perennial/kernel/graphql/model';
import { comparable } from './page.ts';
import { globalIdOf, type Row } from './world.ts';

type Ops = Record<string, unknown>;

/** Whether a row passes a filter argument, said as plainly as can be. */
export function matches(model: Model, row: Row, filter: Record<string, unknown>): boolean {
  return Object.entries(filter).every(([key, value]) => {
    if (key === 'and') return (value as Ops[]).every((each) => matches(model, row, each));
    if (key === 'or') return (value as Ops[]).some((each) => matches(model, row, each));
    if (key === 'not') return known(model, row, value as Ops) && !matches(model, row, value as Ops);
    const ops = value as Ops;
    if (key === 'id') return hasId(globalIdOf(model, row), ops);
    if (key === 'customerId') return hasId(`Customer_${String(row['customerId'])}`, ops);
    const meta = model.fields.get(key)?.meta;
    return Object.entries(ops).every(([op, operand]) => holds(meta, row[key], op, operand));
  });
}

/** SQL's third truth value: a comparison with null is unknown, and so is its negation. */
function known(model: Model, row: Row, filter: Record<string, unknown>): boolean {
  return truth(model, row, filter) !== null;
}

function truth(model: Model, row: Row, filter: Record<string, unknown>): boolean | null {
  const parts = Object.entries(filter).flatMap(([key, value]): (boolean | null)[] => {
    if (key === 'and') return (value as Ops[]).map((each) => truth(model, row, each));
    if (key === 'or') return [either((value as Ops[]).map((each) => truth(model, row, each)))];
    if (key === 'not') {
      const inner = truth(model, row, value as Ops);
      return [inner === null ? null : !inner];
    }
    const ops = value as Ops;
    if (key === 'id' || key === 'customerId') return [matches(model, row, { [key]: ops })];
    const meta = model.fields.get(key)?.meta;
    return Object.entries(ops).map(([op, operand]) =>
      op !== 'isNull' && row[key] == null ? null : holds(meta, row[key], op, operand),
    );
  });
  return parts.includes(false) ? false : parts.includes(null) ? null : true;
}

function either(parts: (boolean | null)[]): boolean | null {
  return parts.includes(true) ? true : parts.includes(null) ? null : false;
}

function hasId(id: string, ops: Ops): boolean {
  return Object.values(ops).every((operand) => [operand].flat().includes(id));
}

function holds(meta: FieldMeta | undefined, value: unknown, op: string, given: unknown): boolean {
  // references travel as global ids, whose last part is the row's own id
  const operand = meta?.kind === 'ref' && op !== 'isNull' ? bareId(given) : given;
  if (op === 'isNull') return (value == null) === operand;
  if (value == null) return false;
  const own = comparable(meta, value);
  if (op === 'in') return (operand as unknown[]).some((each) => comparable(meta, each) === own);
  if (op === 'contains') return String(value).toLowerCase().includes(String(operand).toLowerCase());
  if (op === 'startsWith') return String(value).startsWith(String(operand));
  const other = comparable(meta, operand);
  const verdict: Record<string, boolean> = {
    eq: own === other,
    gt: own > other,
    gte: own >= other,
    lt: own < other,
    lte: own <= other,
  };
  return verdict[op] ?? false;
}

function bareId(given: unknown): unknown {
  return Array.isArray(given) ? given.map(bareId) : String(given).split('_').at(-1);
}
