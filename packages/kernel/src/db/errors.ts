import { DomainError } from '@perennial/domain/shared/errors';
import { DrizzleQueryError } from 'drizzle-orm';

interface DriverError {
  code: string;
  detail?: string;
  column?: string;
  column_name?: string;
  constraint?: string;
  constraint_name?: string;
}

/** Errors of the socket and of the driver when no server answers or the connection broke. */
const CONNECTION =
  /^(08...|57P0[1-5]|53300|E(CONN\w+|PIPE|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|TIMEDOUT)|CONNECT(ION)?_\w+)$/;

/**
 * The one place where a database's error becomes something a person can act on. Errors that are no database errors come
 * back unchanged. Neither SQL nor values are carried over; the driver's error stays reachable as `cause` for the log.
 * @returns DomainError: DATABASE_UNAVAILABLE, TIMEOUT, ALREADY_EXISTS, REFERENCE_MISSING, STILL_REFERENCED,
 *   OUT_OF_RANGE, VALUE_MISSING, VALUE_INVALID, TOO_LONG, TRY_AGAIN, STORAGE_FULL or DATABASE_ERROR
 */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const cause = driverError(error);
  // drizzle wraps whatever happens in a message with statement and values
  if (!cause) return error instanceof DrizzleQueryError && error.cause ? error.cause : error;
  const mapped = translate(cause);
  // not enumerable: error formatters that copy properties must not pick up what the driver attached
  Object.defineProperty(mapped, 'cause', { value: withoutValues(cause), enumerable: false });
  return mapped;
}

/** True when the database could not be reached or the connection broke, and a later attempt may work. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DomainError) return error.code === 'DATABASE_UNAVAILABLE';
  const cause = driverError(error);
  return cause !== null && CONNECTION.test(cause.code);
}

/** SQLSTATE (or the socket's code) of an error, through drizzle's wrapper; null for anything else. */
export function sqlState(error: unknown): string | null {
  return driverError(error)?.code ?? null;
}

function driverError(error: unknown): DriverError | null {
  for (let e = error, depth = 0; e instanceof Error && depth < 4; e = e.cause, depth += 1) {
    if (e instanceof DomainError) continue;
    const code = (e as { code?: unknown }).code;
    if (typeof code === 'string' && (/^[0-9A-Z]{5}$/.test(code) || CONNECTION.test(code))) {
      return e as Error & DriverError;
    }
    // several addresses tried, none answered
    if (e instanceof AggregateError && e.errors.length > 0) return driverError(e.errors[0]);
  }
  return null;
}

/** For the log: the server's words and the statement, without the parameters (they are people's data). */
function withoutValues(error: DriverError): Error {
  const { message, stack, query, table, table_name } = error as DriverError & Error & Record<string, unknown>;
  const plain = new Error(message);
  return Object.assign(plain, {
    ...(stack === undefined ? {} : { stack }),
    code: error.code,
    statement: query,
    table: table_name ?? table,
    constraint: error.constraint_name ?? error.constraint,
  });
}

function translate(error: DriverError): DomainError {
  const { code } = error;
  const fields = fieldsOf(error);
  const named = fields.length > 0 ? fields.join(', ') : 'one of the fields';
  const detail = { path: fields, params: { fields: fields.join(', ') } };
  if (CONNECTION.test(code)) return databaseUnavailable();
  switch (code) {
    case '23505':
      return new DomainError(
        'ALREADY_EXISTS',
        `There is already a row with this ${named}: choose another value.`,
        detail,
      );
    case '23503':
      return /still referenced/.test(error.detail ?? '')
        ? new DomainError('STILL_REFERENCED', 'Other rows still refer to this one: remove or move those first.')
        : new DomainError(
            'REFERENCE_MISSING',
            `What ${named} points to does not exist: choose an existing one.`,
            detail,
          );
    case '23502':
      return new DomainError('VALUE_MISSING', `A value is missing for ${named}: give one.`, detail);
    case '23514':
    case '23P01':
    case '22003':
      return new DomainError(
        'OUT_OF_RANGE',
        `The value of ${named} is outside of what is allowed: correct it.`,
        detail,
      );
    case '22001':
      return new DomainError('TOO_LONG', 'A text is longer than its field allows: shorten it.');
    case '22P02':
    case '22P04':
    case '22007':
    case '22008':
    case '22021':
    case '22P05':
      return new DomainError('VALUE_INVALID', 'A value could not be read as what its field holds: correct it.');
    case '40001':
    case '40P01':
    case '55P03':
      return new DomainError('TRY_AGAIN', 'Somebody else changed the same rows at this moment: try again.');
    case '57014':
      return new DomainError('TIMEOUT', 'This took too long and was stopped: ask for fewer rows or a narrower filter.');
    case '53100':
    case '53200':
      return new DomainError('STORAGE_FULL', 'The database has run out of space or memory: free some, then try again.');
    default:
      return new DomainError('DATABASE_ERROR', 'The database refused this. The log of the server holds the reason.');
  }
}

export function databaseUnavailable(): DomainError {
  return new DomainError('DATABASE_UNAVAILABLE', 'The database does not answer at the moment: try again shortly.');
}

/** Names of the fields at fault, without their values. The key itself says nothing to a person, so it is left out. */
function fieldsOf(error: DriverError): string[] {
  const column = error.column_name ?? error.column;
  const columns = column ? [column] : (/^Key \(([^)]*)\)=/.exec(error.detail ?? '')?.[1]?.split(', ') ?? []);
  return columns
    .filter((name) => /^[a-z_0-9]+$/.test(name) && name !== 'customer_id')
    .map((name) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
}
