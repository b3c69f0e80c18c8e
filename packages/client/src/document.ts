import { fields, type Types } from './schema.ts';
import type { Select, Selected } from './select.ts';

/** A question with the type of its answer. The text is the same for every value of its arguments. */
export interface TypedDocument<Answer> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Carries the type; there is nothing in it. */
  readonly answer?: Answer;
}

/**
 * Writes a question from a selection. `name` stands on the business's receipt of the read.
 * @throws TypeError for a field or argument that the partner schema does not have
 */
export function document<const S extends Select<'Query'>>(
  select: S,
  name = 'Read',
): TypedDocument<Selected<'Query', S>> {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const bind = (type: string, value: unknown): string => {
    const variable = `v${declared.length}`;
    declared.push(`$${variable}: ${type}`);
    variables[variable] = value;
    return `$${variable}`;
  };
  const body = selection('Query', select, bind);
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return { query: `query ${name}${head} ${body}`, variables };
}

function selection(type: keyof Types, select: object, bind: (type: string, value: unknown) => string): string {
  const parts = Object.entries(select)
    .filter(([name, below]) => name !== '$' && below !== undefined)
    .map(([name, below]: [string, unknown]) => {
      const field = fields[type]?.[name];
      if (!field) throw new TypeError(`${type} has no field "${name}"`);
      if (!field.type) return name;
      const given = (below as { $?: Record<string, unknown> }).$ ?? {};
      const args = Object.entries(given)
        .filter(([, value]) => value !== undefined)
        .map(([argument, value]) => {
          const argumentType = field.args?.[argument];
          if (!argumentType) throw new TypeError(`${type}.${name} has no argument "${argument}"`);
          return `${argument}: ${bind(argumentType, value)}`;
        });
      const call = args.length > 0 ? `(${args.join(', ')})` : '';
      return `${name}${call} ${selection(field.type as keyof Types, below as object, bind)}`;
    });
  return `{ ${parts.join(' ')} }`;
}
