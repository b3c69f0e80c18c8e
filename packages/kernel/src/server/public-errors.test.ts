import { DomainError } from '@perennial/domain/shared/errors';
import { buildSchema, getVariableValues, GraphQLError, parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { GraphQLDate } from '../graphql/scalars.ts';
import { SILENT } from './log.ts';
import { executionErrors, formatError, publicError, refusal } from './public-errors.ts';

const format = (thrown: GraphQLError) => formatError(SILENT)(thrown.toJSON(), thrown);
const wrap = (cause: Error) => new GraphQLError(cause.message, { originalError: cause, path: ['customers'] });

describe('what the outside sees of an error', () => {
  it('keeps what a person can act on', () => {
    const cause = new DomainError('VERSION_OVERLAPS', 'Another version is in force; end it first.', {
      path: ['effectiveFrom'],
      params: { number: 2 },
    });
    expect(format(wrap(cause))).toEqual({
      message: 'Another version is in force; end it first.',
      path: ['customers'],
      extensions: { code: 'VERSION_OVERLAPS', path: ['effectiveFrom'], params: { number: 2 } },
    });
  });

  it('keeps nothing of a fault but a reference that is in the log', () => {
    const lines: unknown[] = [];
    const log = { ...SILENT, error: (line: unknown) => void lines.push(line) };
    const shown = formatError(log)(...both(wrap(new TypeError('select secret from customers'))));
    expect(JSON.stringify(shown)).not.toMatch(/secret|TypeError|stack/);
    expect(shown.extensions?.['code']).toBe('INTERNAL');
    const reference = (shown.extensions as { params: { reference: string } }).params.reference;
    expect(lines).toEqual([expect.objectContaining({ reference })]);
  });

  it('keeps no SQL of a database error', () => {
    const cause = Object.assign(new Error('duplicate key value violates "contacts_email_key"'), {
      code: '23505',
      detail: 'Key (email)=(mai@example.com) already exists.',
      query: 'insert into contacts',
    });
    const shown = JSON.stringify(format(wrap(cause)));
    expect(shown).toContain('ALREADY_EXISTS');
    expect(shown).not.toMatch(/mai@example|insert|contacts_email/);
  });

  it('treats a broken promise of the schema as a fault of the server', () => {
    expect(
      format(new GraphQLError('Cannot return null for non-nullable field Customer.number.')).extensions?.['code'],
    ).toBe('INTERNAL');
  });

  it.each([
    ['$n: Int!', { n: 'my secret' }],
    ['$n: Int!', { n: { my: 'secret' } }],
    ['$in: In!', { in: { a: 'my secret' } }],
    ['$in: In!', { in: { b: 'my secret; with "quotes" at "home"' } }],
    ['$e: E!', { e: 'my secret' }],
    ['$n: Int!', {}],
  ])('never repeats the value of a variable (%s %j)', (definition, variables) => {
    const schema = buildSchema('type Query { f(n: Int, in: In, e: E): Int } input In { a: Int } enum E { X }');
    const operation = parse(`query(${definition}){f}`).definitions[0] as OperationDefinitionNode;
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    expect(errors?.length).toBeGreaterThan(0);
    for (const error of errors ?? []) {
      const shown = format(error);
      expect(shown.extensions?.['code']).toBe('BAD_USER_INPUT');
      expect(shown.message).toMatch(/^Variable "\$\w+"/);
      expect(JSON.stringify(shown)).not.toContain('secret');
    }
  });

  it.each([
    [
      '$in: In!',
      { in: { list: [{ n: 1 }, { n: 'my secret' }] } },
      'Variable "$in" (in.list[1].n) got an invalid value',
    ],
    [
      '$in: In!',
      { in: { day: '2011-02-30' } },
      'Variable "$in" (in.day) got an invalid value: Expected type "Date". Date is written like 2011-12-10.',
    ],
    ['$in: In!', { in: { e: 'secret at "in.day"; ' } }, 'Variable "$in" (in.e) got an invalid value'],
  ])('names the field that is wrong and how it is written (%s %j)', (definition, variables, said) => {
    const schema = buildSchema(
      'scalar Date enum E { X } type Query { f(in: In): Int } input In { n: Int, day: Date, e: E, list: [In!] }',
    );
    Object.assign(schema.getType('Date')!, { parseValue: (value: unknown) => GraphQLDate.parseValue(value) });
    const operation = parse(`query(${definition}){f}`).definitions[0] as OperationDefinitionNode;
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    const { message } = publicError(new DomainError('BAD_USER_INPUT', errors![0]!.message), SILENT);
    expect(message).toContain(said);
    expect(message).not.toContain('secret');
  });

  it('gives a refusal its HTTP status, and an answer that could not be given 5xx', () => {
    expect(refusal(new DomainError('UNAUTHENTICATED', 'Sign in.')).extensions['http']).toEqual({ status: 401 });
    const [down] = executionErrors([wrap(new DomainError('DATABASE_UNAVAILABLE', 'Try again.'))], false);
    expect(down?.extensions['http']).toEqual({ status: 503 });
    const [denied] = executionErrors([wrap(new DomainError('FORBIDDEN', 'No.'))], false);
    expect(denied?.extensions['http']).toBeUndefined();
    expect(denied?.path).toEqual(['customers']);
  });

  it('passes what is no GraphQL error at all the same way', () => {
    expect(publicError(new DomainError('BAD_FILE', 'No.'), SILENT)).toEqual({ code: 'BAD_FILE', message: 'No.' });
    expect(publicError('text', SILENT).code).toBe('INTERNAL');
  });
});

function both(thrown: GraphQLError): [ReturnType<GraphQLError['toJSON']>, GraphQLError] {
  return [thrown.toJSON(), thrown];
}
