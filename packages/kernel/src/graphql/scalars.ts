import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { DomainError } from '@perennial/domain/shared/errors';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

function text(
  name: string,
  description: string,
  accept: (value: string) => boolean,
  example: string,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !accept(value)) {
      throw new DomainError('BAD_USER_INPUT', `${name} is written like ${example}.`, { params: { scalar: name } });
    }
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function safeInteger(name: string, description: string): GraphQLScalarType<number, number> {
  const parse = (value: unknown): number => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
      throw new DomainError('BAD_USER_INPUT', `${name} is a whole number between −2^53 and 2^53.`, {
        params: { scalar: name },
      });
    }
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: Number,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.INT ? Number(node.value) : undefined),
  });
}

/** Whether a text is a day of the calendar from year 1 on, `YYYY-MM-DD`; PostgreSQL knows no year 0. */
export function isDay(value: string): boolean {
  if (!DATE.test(value) || value.startsWith('0000')) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}

/** Whether a text is a moment of RFC 3339 with its offset from UTC. */
export function isMoment(value: string): boolean {
  return DATE_TIME.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

export const GraphQLDate = text('Date', 'A calendar day, `YYYY-MM-DD`.', isDay, '2011-12-10');

export const GraphQLDateTime = text(
  'DateTime',
  'A moment, RFC 3339 with offset; answers are in UTC.',
  isMoment,
  '2011-12-09T12:50:00Z',
);

export const GraphQLMinorUnits = safeInteger('MinorUnits', 'Money in minor units of its currency (pence, cents).');

export const GraphQLUnitPrice = safeInteger('UnitPrice', 'A price per piece in 1/10,000 of the major unit.');

function jsonLiteral(node: ValueNode, variables: Record<string, unknown> | null | undefined): unknown {
  switch (node.kind) {
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((field) => [field.name.value, jsonLiteral(field.value, variables)]));
    case Kind.LIST:
      return node.values.map((value) => jsonLiteral(value, variables));
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.VARIABLE:
      return variables?.[node.name.value];
    default:
      return node.value;
  }
}

export const GraphQLJSON = new GraphQLScalarType({
  name: 'JSON',
  description: 'A document whose shape its field describes.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: jsonLiteral,
});
