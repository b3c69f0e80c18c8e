import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { CompileContext } from './context.ts';
import { checkedOffset, type PageRequest } from './page.ts';
import { collectFields, subselections } from './selection.ts';

/** What is asked of a connection decides how much has to be computed. */
export interface Wanted {
  parts: Map<string, FieldNode[]>;
  cursors: boolean;
  more: boolean;
  /** Whether any row has to be read at all; a count alone needs none. */
  rows: boolean;
}

export function whatIsWanted(ctx: CompileContext, type: GraphQLObjectType, nodes: readonly FieldNode[]): Wanted {
  const parts = collectFields(ctx, type, subselections(nodes));
  const infoType = ctx.schema.getType('PageInfo') as GraphQLObjectType;
  // by field, not by response key: two aliases of pageInfo may use one key for different things
  const names = new Set<string | undefined>();
  for (const selected of parts.values()) {
    if (selected[0]?.name.value !== 'pageInfo') continue;
    for (const [node] of collectFields(ctx, infoType, subselections(selected)).values()) names.add(node?.name.value);
  }
  return {
    parts,
    cursors: names.has('startCursor') || names.has('endCursor'),
    more: names.has('hasNextPage') || names.has('hasPreviousPage'),
    rows: [...parts.values()].some(([node]) => ['nodes', 'edges', 'pageInfo'].includes(node?.name.value ?? '')),
  };
}

/** The connection's own object over its numbered rows `x`; `count` makes the statement of `totalCount` where it is asked for. */
export function summarySql(
  ctx: CompileContext,
  type: GraphQLObjectType,
  wanted: Wanted,
  request: PageRequest,
  numbered: boolean,
  count: () => string,
): string {
  const shown = wanted.more ? ` filter (where x.rn <= ${request.size})` : '';
  const inOrder = numbered ? ` order by x.rn${request.backward ? ' desc' : ''}` : '';
  const parts = [...wanted.parts].map(([key, selected], i) => {
    switch (selected[0]?.name.value) {
      case 'nodes':
      case 'edges':
        return `'${key}': coalesce(json_agg(x.part${i}${inOrder})${shown}, '[]'::json)`;
      case 'pageInfo':
        return `'${key}': ${pageInfoSql(ctx, request, selected, shown)}`;
      case 'totalCount':
        return `'${key}': (${totalSql(ctx, count())})`;
      default:
        return `'${key}': '${type.name}'::text`;
    }
  });
  return `json_object(${parts.join(', ')})`;
}

/** Partners are told no count below their agreement's minimum (S10): a group of three points at people. */
function totalSql(ctx: CompileContext, count: string): string {
  if (!ctx.partner) return count;
  const minimum = ctx.writer.bind(({ actor }) => (actor.kind === 'partner' ? actor.minimumCount : 0), 'int');
  return `select case when c.n >= ${minimum} then c.n end from (${count}) c`;
}

function pageInfoSql(ctx: CompileContext, request: PageRequest, nodes: readonly FieldNode[], shown: string): string {
  const type = ctx.schema.getType('PageInfo') as GraphQLObjectType;
  const more = `count(*) > ${request.size}`;
  const { cursor, offset } = request;
  const skipped = (): string =>
    offset ? `${ctx.writer.bind((input) => checkedOffset(offset.at(input)), 'int')} > 0` : 'false';
  const came = (): string => (cursor ? 'true' : skipped());
  const end = (descending: boolean): string =>
    `(array_agg(x.cursor_text order by x.rn${descending !== request.backward ? ' desc' : ''})${shown})[1]`;
  const parts = [...collectFields(ctx, type, subselections(nodes))].map(([key, [node]]) => {
    const value: Record<string, () => string> = {
      hasNextPage: () => (request.backward ? came() : more),
      hasPreviousPage: () => (request.backward ? more : came()),
      startCursor: () => end(false),
      endCursor: () => end(true),
      __typename: () => `'PageInfo'::text`,
    };
    return `'${key}': ${value[node?.name.value ?? '']?.()}`;
  });
  return `json_object(${parts.join(', ')})`;
}
