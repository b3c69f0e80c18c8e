import { randomUUID } from 'node:crypto';
import { DomainError } from '@perennial/domain/shared/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { mapDatabaseError } from '../db/errors.ts';
import type { Log } from './log.ts';

/** HTTP status of a refusal. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  KEY_MALFORMED: 401,
  KEY_UNKNOWN: 401,
  KEY_EXPIRED: 401,
  KEY_REVOKED: 401,
  AGREEMENT_NOT_ACTIVE: 403,
  FORBIDDEN: 403,
  ORIGIN_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_SLOW: 408,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  DATABASE_ERROR: 500,
  DATABASE_UNAVAILABLE: 503,
  NOT_READY: 503,
  SHUTTING_DOWN: 503,
  TIMEOUT: 504,
};

export function statusOf(code: string, otherwise = 400): number {
  return STATUS[code] ?? otherwise;
}

export interface PublicError {
  code: string;
  message: string;
  /** Where in the input the fault lies. */
  path?: string[];
  params?: Record<string, unknown>;
}

/** What anything that was thrown looks like from outside. Faults become INTERNAL with a reference to the log. */
export function publicError(thrown: unknown, log: Log): PublicError {
  const error = mapDatabaseError(thrown);
  if (error instanceof DomainError) {
    if (statusOf(error.code) >= 500) log.warn({ err: error.cause ?? error }, error.code);
    return {
      code: error.code,
      message: withoutValues(error.message),
      ...(error.path.length ? { path: error.path } : {}),
      ...(Object.keys(error.params).length ? { params: error.params } : {}),
    };
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, 'a request failed in a way nobody foresaw');
  const message = `Something went wrong here, not with your request. Tell us the reference ${reference}.`;
  return { code: 'INTERNAL', message, params: { reference } };
}

/** A refusal as Apollo expects it before a document runs: the answer then has the refusal's own HTTP status. */
export function refusal(thrown: unknown): GraphQLError {
  const error = mapDatabaseError(thrown);
  if (error instanceof GraphQLError) return error;
  const status = error instanceof DomainError ? statusOf(error.code) : 500;
  return asGraphQLError(error, status);
}

/**
 * Errors of a document that ran. The answer is 200 with `errors`, as GraphQL over HTTP has it, except where nothing
 * could be delivered because of this server's state: then proxies and clients must not take it for an answer.
 */
export function executionErrors(errors: readonly unknown[], delivered: boolean): GraphQLError[] {
  return errors.map((thrown) => {
    const cause = mapDatabaseError(rootCause(thrown));
    const status = cause instanceof DomainError ? statusOf(cause.code, 200) : 200;
    if (delivered || (status < 500 && status !== 401))
      return thrown instanceof GraphQLError ? thrown : asGraphQLError(cause, undefined);
    return asGraphQLError(cause, status);
  });
}

function asGraphQLError(error: unknown, status: number | undefined): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError, extensions: status ? { http: { status } } : {} });
}

/**
 * Apollo's `formatError`. Refusals keep code, message, path and params; faults keep nothing but a reference. Values of
 * variables never come back: they may be personal data that ends in somebody's log.
 */
export function formatError(log: Log): (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError {
  return (formatted, thrown) => {
    const { locations, path, extensions } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    const cause = rootCause(thrown);
    const ofGraphQL = cause instanceof GraphQLError ? codeOf(formatted.message, extensions?.['code']) : null;
    if (ofGraphQL === null) {
      const { message, ...rest } = publicError(cause, log);
      return { message, ...place, extensions: rest };
    }
    if (ofGraphQL === 'TOKEN_LIMIT') {
      return {
        message: 'The document is too long: split it into several requests.',
        ...place,
        extensions: { code: ofGraphQL },
      };
    }
    const params = extensions?.['params'];
    return {
      message: withoutValues(formatted.message),
      ...place,
      extensions: { code: ofGraphQL, ...(params ? { params } : {}) },
    };
  };
}

/** What lies beneath GraphQL's wrappers. */
function rootCause(thrown: unknown): unknown {
  let error = thrown;
  while (error instanceof GraphQLError && error.originalError) error = error.originalError;
  return error;
}

/** The code of an error that GraphQL's own machinery made, or null where it is this server's fault. */
function codeOf(message: string, given: unknown): string | null {
  if (/^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(message)) return 'TOKEN_LIMIT';
  if (typeof given === 'string' && given !== 'INTERNAL_SERVER_ERROR') return given;
  return /^(Variable|Argument) "/.test(message) ? 'BAD_USER_INPUT' : null;
}

/** Ends of graphql-js's messages that speak of the schema alone; the rest may quote what the client sent. */
const SAFE_ENDS: readonly (readonly [RegExp, string])[] = [
  [/(Field "\w+" of required type "[^"]+" was not provided)\.?$/s, '$1'],
  [/(Field "\w+" is not defined by type "\w+")/s, '$1'],
  [/does not exist in "(\w+)" enum/s, 'it is none of the values of $1'],
  [/(Expected type "\w+" to be an object)\.?$/s, '$1'],
  [/; (?:Expected value of type )?"?(\w+)"? cannot represent /s, 'it cannot be read as $1'],
  [/(expected value of type|of required type|of non-null type) "([^"]+)"/is, 'a value of type $2 is needed'],
];

/** Where in the variable the fault lies. Names come from the schema; a quote inside a value would stand behind a backslash. */
const PLACE = / at "(\w+(?:\.\w+|\[\d+\])+)"; /;
/** What this server's own scalars say about how they are written; the rest of a message may quote the client. */
const HOW =
  /; (Expected type "\w+"\. \w+ (?:is written like [\w:.-]+|is a whole number between [−\d^]+ and [\d^]+)\.)$/;

/** graphql-js quotes the variable's value in its messages. */
function withoutValues(message: string): string {
  const start = /^Variable "\$\w+"/.exec(message)?.[0];
  if (!start) return message;
  const place = PLACE.exec(message)?.[1];
  const variable = place ? `${start} (${place})` : start;
  const how = HOW.exec(message)?.[1];
  if (how) return `${variable} got an invalid value: ${how}`;
  for (const [end, safe] of SAFE_ENDS) {
    const found = end.exec(message);
    if (found)
      return `${variable} got an invalid value: ${safe.replace(/\$(\d)/g, (_, n: string) => found[Number(n)] ?? '')}.`;
  }
  return `${variable} got an invalid value.`;
}
