import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The size of an operation with every fragment spread out. Counts saturate at Infinity, never wrap. */
export interface Measure {
  /** Fields below one another, introspection left out. */
  depth: number;
  /** Depth below `__schema` or `__type`. */
  introspectionDepth: number;
  fields: number;
  aliases: number;
  /** Fields at the top level. */
  rootFields: number;
}

const EMPTY: Measure = { depth: 0, introspectionDepth: 0, fields: 0, aliases: 0, rootFields: 0 };

/**
 * Measures each operation of a document. Every fragment is measured once, so a bomb of fragments that double each
 * other costs no more than its text; cycles count as nothing here, another rule refuses them.
 */
export function measureDocument(document: DocumentNode): Map<OperationDefinitionNode, Measure> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const known = new Map<string, Measure>();
  const open = new Set<string>();

  const fragment = (name: string): Measure => {
    const measured = known.get(name);
    if (measured) return measured;
    const definition = fragments.get(name);
    if (!definition || open.has(name)) return EMPTY;
    open.add(name);
    const made = selections(definition.selectionSet);
    open.delete(name);
    known.set(name, made);
    return made;
  };

  const selections = (set: SelectionSetNode): Measure => {
    const sum = { ...EMPTY };
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const below = node.selectionSet ? selections(node.selectionSet) : EMPTY;
        const introspects = node.name.value === '__schema' || node.name.value === '__type';
        sum.rootFields += 1;
        sum.fields += 1 + below.fields;
        sum.aliases += (node.alias ? 1 : 0) + below.aliases;
        if (introspects) sum.introspectionDepth = Math.max(sum.introspectionDepth, 1 + below.depth);
        else {
          sum.depth = Math.max(sum.depth, 1 + below.depth);
          sum.introspectionDepth = Math.max(sum.introspectionDepth, below.introspectionDepth);
        }
        continue;
      }
      const inner = node.kind === Kind.INLINE_FRAGMENT ? selections(node.selectionSet) : fragment(node.name.value);
      sum.rootFields += inner.rootFields;
      sum.fields += inner.fields;
      sum.aliases += inner.aliases;
      sum.depth = Math.max(sum.depth, inner.depth);
      sum.introspectionDepth = Math.max(sum.introspectionDepth, inner.introspectionDepth);
    }
    return sum;
  };

  const measures = new Map<OperationDefinitionNode, Measure>();
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) measures.set(node, selections(node.selectionSet));
  }
  return measures;
}
