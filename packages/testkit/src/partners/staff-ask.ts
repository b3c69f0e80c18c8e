import { createHash } from 'node:crypto';
import { DomainError } from '@perennial/domain/shared/errors';
import type { StaffActor } from '@perennial/kernel/auth/actor';
import type { Engine } from '@perennial/kernel/graphql/engine';
import {
  GraphQLError,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';

export interface StaffAnswer {
  data?: unknown;
  errors?: readonly { message: string; code: string }[];
}

/** Asks the staff engine as somebody; what it throws becomes an error of the answer, as the server would make it. */
export async function ask(
  engine: Engine,
  actor: StaffActor,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<StaffAnswer> {
  const document = parse(query);
  const invalid = validate(engine.staff.schema, document);
  if (invalid.length) throw new Error(`${query}: ${invalid[0]?.message}`);
  const documentHash = createHash('sha256').update(query).digest('hex');
  try {
    const { data, errors } = await engine.staff.execute(
      { document, documentHash, operationName: null, variables },
      actor,
    );
    return {
      data: data === undefined ? undefined : (JSON.parse(JSON.stringify(data)) as unknown),
      ...(errors ? { errors: errors.map((error) => ({ message: error.message, code: codeOf(error) })) } : {}),
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { errors: [{ message: error.message, code: error.code }] };
  }
}

function codeOf(thrown: unknown): string {
  let error = thrown;
  while (error instanceof GraphQLError && error.originalError) error = error.originalError;
  return error instanceof DomainError ? error.code : 'INTERNAL';
}

/** Whether the caller was told that the role may not, and was told nothing else. */
export function deniedTo(answer: StaffAnswer): boolean {
  const codes = [
    ...(answer.errors ?? []).map((error) => error.code),
    ...[...JSON.stringify(answer.data ?? null).matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code),
  ];
  return codes.includes('FORBIDDEN');
}

/** A call with the least that the schema accepts as arguments. */
export function minimalCall(field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter((argument) => isNonNullType(argument.type));
  const text = args.length ? `(${args.map((a) => `${a.name}: ${literal(a.type)}`).join(', ')})` : '';
  const named = getNamedType(field.type);
  if (!isObjectType(named)) return `${field.name}${text}`;
  const part = named.getFields()['userErrors'] ? 'userErrors { code }' : '__typename';
  return `${field.name}${text} { ${part} }`;
}

function literal(type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return '[]';
  if (isEnumType(inner)) return inner.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(inner)) {
    const required = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  const samples: Record<string, string> = {
    Int: '1',
    MinorUnits: '1',
    UnitPrice: '1',
    Float: '1',
    Boolean: 'true',
    Date: '"2026-01-01"',
    DateTime: '"2026-01-01T00:00:00Z"',
    JSON: '{}',
  };
  return samples[String(inner)] ?? '"Customer_00000000-0000-7000-8000-000000000000"';
}
