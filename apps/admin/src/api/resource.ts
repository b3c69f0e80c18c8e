/** A document whose result and variables are of no interest to the one who passes it on. */
export interface AnyDocument {
  toString(): string;
}

/**
 * What a feature tells the data provider about its resource: which documents read and write it. The first root field
 * of a document is its answer; a mutation's payload holds `userErrors` and the changed row.
 */
export interface ResourceSpec {
  /** Connection with `nodes` and `totalCount`; variables first, offset, filter, search, orderBy. */
  list?: AnyDocument;
  /** One row; variable id. */
  one?: AnyDocument;
  create?: AnyDocument;
  update?: AnyDocument;
  remove?: AnyDocument;
}

/** `lastTouchAt` → `LAST_TOUCH_AT`, as orders are called in the schema. */
export const orderName = (field: string, direction: string): string =>
  `${field.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()}_${direction}`;

const OPERATORS = ['in', 'gte', 'lte', 'contains', 'isNull'] as const;

export type GraphqlFilter = Record<string, Record<string, unknown>>;

/**
 * The flat filter values of a list (they stand in its address) as the schema's filter: `region` → `{region: {eq}}`,
 * `value_gte` → `{value: {gte}}`. Empty values are left out; `q` is the search, not a filter.
 */
export function graphqlFilter(values: Record<string, unknown>): GraphqlFilter {
  const filter: GraphqlFilter = {};
  for (const [key, value] of Object.entries(values)) {
    if (key === 'q' || value === '' || value === null || value === undefined) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    const cut = key.lastIndexOf('_');
    // a field may itself be called as an operator is
    const operator = cut > 0 ? OPERATORS.find((each) => each === key.slice(cut + 1)) : undefined;
    const field = operator ? key.slice(0, cut) : key;
    filter[field] = { ...filter[field], [operator ?? (Array.isArray(value) ? 'in' : 'eq')]: value };
  }
  return filter;
}
