import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';

export interface Selections {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );
}

/** The fields selected on an object, by response key, with fragments, `@skip` and `@include` applied. */
export function collectFields(
  { fragments, variables }: Selections,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const walk = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!included(selection.directives ?? [], variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = fields.get(key);
        if (known) known.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      if (
        fragment &&
        (!condition || condition === type.name || type.getInterfaces().some((i) => i.name === condition))
      ) {
        walk(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) walk(set);
  return fields;
}

function included(directives: FieldNode['directives'], variables: Readonly<Record<string, unknown>>): boolean {
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const node = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const value =
      node?.kind === Kind.VARIABLE ? variables[node.name.value] === true : node?.kind === Kind.BOOLEAN && node.value;
    if (value === (name === 'skip')) return false;
  }
  return true;
}

/** The selection sets below a field that was selected one or more times. */
export function subselections(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.map((node) => node.selectionSet).filter((set) => set !== undefined);
}
