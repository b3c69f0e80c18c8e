import { DomainError } from '@perennial/domain/shared/errors';
import type { FieldMeta } from '@perennial/domain/shared/fields';
import { fromGlobalId, typeOfGlobalId, type RowRef } from '../global-id.ts';
import type { Model } from '../model.ts';
import type { Argument } from './argument.ts';
import { arrayLiteral, sqlType, type PlanWriter } from './plan.ts';

const COMPARE: Record<string, string> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** SQL for a filter argument: a list of conditions that all hold. `alias` is the row filtered on. */
export function filterSql(
  w: PlanWriter,
  model: Model,
  alias: string,
  filter: Argument,
  path: string[] = ['filter'],
): string[] {
  refuseNull(filter, path);
  return filter.keys().flatMap((key) => {
    const inner = filter.get(key);
    if (!inner) return [];
    const here = [...path, key];
    refuseNull(inner, here);
    if (key === 'not') return [`not (${all(filterSql(w, model, alias, inner, here))})`];
    if (key === 'and' || key === 'or') {
      const parts = inner.items().map((item, i) => `(${all(filterSql(w, model, alias, item, [...here, String(i)]))})`);
      return [parts.length ? `(${parts.join(` ${key} `)})` : key === 'and' ? 'true' : 'false'];
    }
    if (key === 'id' || key === 'customerId') return idConditions(w, model, alias, key, inner, here);
    const field = model.fields.get(key);
    if (field?.source !== 'column') throw new TypeError(`${model.entity.name}.${key} cannot be filtered`);
    w.touch(model, key);
    return conditions(w, `${alias}.${field.column}`, field.meta, inner, here);
  });
}

const all = (parts: string[]): string => parts.join(' and ') || 'true';

/** A null would silently mean "everything"; a caller who means "has none" says `isNull`. */
function refuseNull(argument: Argument, path: string[]): void {
  if (argument.now !== null) return;
  throw new DomainError('BAD_USER_INPUT', `${path.join('.')} is null; leave it out, or ask for {isNull: true}.`, {
    path,
  });
}

function conditions(w: PlanWriter, column: string, meta: FieldMeta, ops: Argument, path: string[]): string[] {
  const type = sqlType(meta.kind);
  return ops.keys().flatMap((op) => {
    const value = ops.get(op);
    if (!value) return [];
    refuseNull(value, [...path, op]);
    if (op === 'isNull') return [`${column} is ${value.now === true ? '' : 'not '}null`];
    if (op === 'in') {
      return [
        `${column} = any(${w.bind((input) => arrayLiteral((value.at(input) as unknown[]).map((v) => scalar(meta, v, path))), `${type}[]`)})`,
      ];
    }
    if (op === 'contains') return [`${column} ilike ${w.bind((input) => `%${escapeLike(value.at(input))}%`, 'text')}`];
    if (op === 'startsWith') return [`${column} like ${w.bind((input) => `${escapeLike(value.at(input))}%`, 'text')}`];
    return [`${column} ${COMPARE[op]} ${w.bind((input) => scalar(meta, value.at(input), path), type)}`];
  });
}

export function escapeLike(text: unknown): string {
  return String(text).replace(/[\\%_]/g, '\\$&');
}

/** References travel as global ids; columns hold the row's own id. */
function scalar(meta: FieldMeta, value: unknown, path: string[]): unknown {
  if (value === null || value === undefined) {
    throw new DomainError(
      'BAD_USER_INPUT',
      `${path.join('.')} holds a null; leave it out, or ask for {isNull: true}.`,
      { path },
    );
  }
  if (meta.kind !== 'ref' && meta.kind !== 'id') return value;
  const text = String(value);
  if (meta.kind === 'id' || !meta.target) return uuidOf(text, path);
  if (typeOfGlobalId(text) !== meta.target) {
    throw new DomainError('BAD_ID', `${path.join('.')} is not the id of a ${meta.target}.`, {
      path,
      params: { type: meta.target },
    });
  }
  return text.split('_').at(-1);
}

function uuidOf(text: string, path: string[]): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw new DomainError('BAD_ID', `${path.join('.')} is not an id.`, { path });
}

function idConditions(
  w: PlanWriter,
  model: Model,
  alias: string,
  key: string,
  ops: Argument,
  path: string[],
): string[] {
  const ofCustomer = key === 'customerId';
  const type = ofCustomer ? 'Customer' : model.entity.name;
  const kind = ofCustomer ? 'customer' : model.key;
  return ops.keys().flatMap((op) => {
    const value = ops.get(op);
    if (!value) return [];
    refuseNull(value, [...path, op]);
    const refs = (input: Parameters<typeof value.at>[0]): RowRef[] =>
      [value.at(input)].flat().map((id) => fromGlobalId(type, kind, String(id), path));
    const parts: string[] = [];
    if (kind !== 'reference') {
      parts.push(
        `${alias}.customer_id = any(${w.bind((input) => arrayLiteral(refs(input).map((ref) => ref.customerId)), 'uuid[]')})`,
      );
    }
    if (kind !== 'customer') {
      parts.push(`${alias}.id = any(${w.bind((input) => arrayLiteral(refs(input).map((ref) => ref.id)), 'uuid[]')})`);
    }
    return parts;
  });
}
