/**
 * Makes the partner client's types (`packages/client/src/schema.ts`) from `partner.graphql`.
 *
 *   node generate.ts           writes it
 *   node generate.ts --check   fails when it is not up to date
 *
 * It stands here and not beside the client, which is handed to other companies and contains nothing but itself.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { format, resolveConfig } from 'prettier';

const SCALARS: Record<string, string> = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Boolean: 'boolean',
  Date: 'string',
  DateTime: 'string',
  MinorUnits: 'number',
  UnitPrice: 'number',
};

const root = join(import.meta.dirname, '..', '..', '..', '..');
const target = join(root, 'packages', 'client', 'src', 'schema.ts');

function typeText(type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return `readonly ${typeText(inner.ofType)}[]`;
  const name = getNamedType(inner).name;
  return SCALARS[name] ?? name;
}

function fieldText(field: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(field.type);
  const list = isListType(getNullableType(field.type));
  const nullable = isNonNullType(field.type) ? '' : ' | null';
  if (!isObjectType(named)) {
    const leaf = SCALARS[named.name] ?? named.name;
    return `${field.name}: Leaf<${list ? `${leaf}[]` : leaf}${nullable}>`;
  }
  const wrap = list ? 'many' : nullable ? 'maybe' : 'one';
  const args = field.args.map((a) => `${a.name}${isNonNullType(a.type) ? '' : '?'}: ${typeText(a.type)}`).join('; ');
  return `${field.name}: Branch<'${named.name}', ${args ? `{ ${args} }` : 'NoArguments'}, '${wrap}'>`;
}

/** `node` answers with an interface; a partner reaches the same rows through typed fields. */
const shown = (field: GraphQLField<unknown, unknown>) => !isInterfaceType(getNamedType(field.type));

function runtimeText(field: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(field.type);
  if (!isObjectType(named)) return `${field.name}: {}`;
  const args = field.args.map((a) => `${a.name}: '${String(a.type)}'`).join(', ');
  return `${field.name}: { type: '${named.name}'${args ? `, args: { ${args} }` : ''} }`;
}

export function clientSchema(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter((type: GraphQLNamedType) => !type.name.startsWith('__'));
  const objects = types.filter(isObjectType);
  const enums = types.filter(isEnumType).map((type) => {
    const values = type.getValues().map(({ name }) => `'${name}'`);
    return `export type ${type.name} = ${values.join(' | ')};`;
  });
  const inputs = types.filter(isInputObjectType).map((type) => {
    const fields = Object.values(type.getFields()).map((f) => `${f.name}?: ${typeText(f.type)};`);
    return `export interface ${type.name} { ${fields.join(' ')} }`;
  });
  const shapes = objects.map(
    (type) => `${type.name}: { ${Object.values(type.getFields()).filter(shown).map(fieldText).join('; ')} };`,
  );
  const runtime = objects.map(
    (type) => `${type.name}: { ${Object.values(type.getFields()).filter(shown).map(runtimeText).join(', ')} },`,
  );
  return `// Made from partner.graphql by npm run generate; not to be changed by hand.
    import type { Branch, Leaf, NoArguments } from './shape.ts';
    ${enums.join('\n')}
    ${inputs.join('\n')}
    /** What can be selected on every type. An agreement grants a part of it. */
    export interface Types { ${shapes.join('\n')} }
    /** The same for the program: which fields lead to which type, and what their arguments are called in GraphQL. */
    export const fields: Record<string, Record<string, { type?: string; args?: Record<string, string> }>> = { ${runtime.join('\n')} };`;
}

const source = readFileSync(join(root, 'partner.graphql'), 'utf8');
const options = { ...(await resolveConfig(target)), parser: 'typescript' };
const text = await format(clientSchema(buildSchema(source)), options);
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write('The partner schema has changed: run "npm run generate" and commit what it makes.\n');
  process.exitCode = 1;
}
