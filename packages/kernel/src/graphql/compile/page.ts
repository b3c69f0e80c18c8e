import { DomainError } from '@perennial/domain/shared/errors';
import { isEnumType, type FieldNode, type GraphQLField } from 'graphql';
import { orderName } from '../list-args.ts';
import type { Model } from '../model.ts';
import { readArgument, type Argument } from './argument.ts';
import type { CompileContext } from './context.ts';
import { readCursor, type Order } from './cursor.ts';
import { sqlType, type PlanInput } from './plan.ts';

export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 25;
export const MAX_OFFSET = 10_000;

/** What a connection's arguments ask for. */
export interface PageRequest {
  size: number;
  backward: boolean;
  cursor: Argument | null;
  /** What the cursor was given as. */
  cursorName: 'after' | 'before';
  offset: Argument | null;
  filter: Argument | null;
  search: Argument | null;
  order: Order;
}

export type Arguments = (name: string) => Argument | null;

export function argumentsOf(
  ctx: CompileContext,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): Arguments {
  return (name) => {
    const type = field.args.find((argument) => argument.name === name)?.type;
    const node = nodes[0]?.arguments?.find((argument) => argument.name.value === name)?.value;
    const argument = type ? readArgument(node, type, ctx.variables) : null;
    return argument?.now === null ? null : argument;
  };
}

export function pageRequest(model: Model, get: Arguments): PageRequest {
  const first = get('first');
  const last = get('last');
  const before = get('before');
  const after = get('after');
  const backward = last !== null;
  if ((first && last) || (after && before) || (before && !backward) || (after && backward)) {
    throw new DomainError(
      'BAD_USER_INPUT',
      'Page forward with first and after, or backward with last and before; not both.',
      {
        path: ['first'],
      },
    );
  }
  const size = pageSize(first ?? last, backward ? 'last' : 'first');
  const offset = get('offset');
  if (offset && (after || backward)) {
    throw new DomainError('BAD_USER_INPUT', 'Use offset alone or cursors alone.', { path: ['offset'] });
  }
  return {
    size,
    backward,
    cursor: before ?? after,
    cursorName: before ? 'before' : 'after',
    offset,
    filter: get('filter'),
    search: get('search'),
    order: orderOf(model, get('orderBy')),
  };
}

function pageSize(argument: Argument | null, name: string): number {
  if (!argument) return DEFAULT_PAGE;
  const size = argument.now as number;
  if (size < 1 || size > MAX_PAGE) {
    throw new DomainError('PAGE_TOO_LARGE', `${name} is ${size}; ask for 1 to ${MAX_PAGE} and page on with cursors.`, {
      path: [name],
      params: { value: size, max: MAX_PAGE },
    });
  }
  return size;
}

/** `offset` is checked when the plan runs: it is a parameter, not part of the plan. */
export function checkedOffset(value: unknown): number {
  const offset = value as number;
  if (offset < 0 || offset > MAX_OFFSET) {
    throw new DomainError('PAGE_TOO_LARGE', `offset is ${offset}; at most ${MAX_OFFSET}, use cursors beyond.`, {
      path: ['offset'],
      params: { value: offset, max: MAX_OFFSET },
    });
  }
  return offset;
}

function orderOf(model: Model, argument: Argument | null): Order {
  const name = String(argument?.now ?? model.defaultOrder);
  const descending = name.endsWith('_DESC');
  const stem = name.replace(/_(ASC|DESC)$/, '');
  const list = model.entity.name;
  if (stem === 'ID') return { list, name, column: null, kind: 'none', descending };
  for (const [field, { meta, ...rest }] of model.fields) {
    if (rest.source === 'column' && meta.sort && orderName(field) === stem)
      return { list, name, column: rest.column, kind: meta.kind, descending };
  }
  throw new TypeError(`${model.entity.name} cannot be ordered by ${name}`);
}

/** The order a partner's schema does not offer (a default on a field that was not granted) falls back to the reference. */
export function visibleOrder(field: GraphQLField<unknown, unknown>, request: PageRequest): PageRequest {
  const type = field.args.find((argument) => argument.name === 'orderBy')?.type;
  if (!isEnumType(type) || type.getValue(request.order.name)) return request;
  return { ...request, order: { ...request.order, name: 'ID_ASC', column: null, kind: 'none', descending: false } };
}

/** `id` is the SQL of the tie-break. */
export function orderSql(order: Order, alias: string, id: string, reversed: boolean): string {
  const direction = order.descending !== reversed ? ' desc' : '';
  return [...(order.column ? [`${alias}.${order.column}${direction}`] : []), `${id}${direction}`].join(', ');
}

/** Keyset condition: only rows past the cursor. One row comparison, so that an index on (key, id) can serve it. */
export function keysetSql(ctx: CompileContext, request: PageRequest, alias: string, id: string): string[] {
  const { cursor, cursorName, order, backward } = request;
  if (!cursor) return [];
  const read = (input: PlanInput) => readCursor(order, cursor.at(input), cursorName);
  const operator = order.descending !== backward ? '<' : '>';
  const idParam = ctx.writer.bind((input) => read(input).id, 'uuid');
  if (!order.column) return [`${id} ${operator} ${idParam}`];
  const keyParam = ctx.writer.bind((input) => read(input).key, sqlType(order.kind));
  return [`(${alias}.${order.column}, ${id}) ${operator} (${keyParam}, ${idParam})`];
}
