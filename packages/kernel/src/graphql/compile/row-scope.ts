import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { CompileContext } from './context.ts';

/** A row in scope: the alias of its table and, for a partner's customer, the alias of its sharing-index row. */
export interface RowScope {
  alias: string;
  shared: string | null;
}

/**
 * Writes a row's JSON. Rows hold connections and connections hold rows: a connection is handed the writer of its rows
 * (`rowSql`), so that the two files do not need each other.
 */
export type RowWriter = (
  ctx: CompileContext,
  type: GraphQLObjectType,
  scope: RowScope,
  nodes: readonly FieldNode[],
  path: readonly string[],
) => string;
