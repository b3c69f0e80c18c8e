import { DomainError } from '@perennial/domain/shared/errors';
import { isUnavailable, sqlState } from './errors.ts';

const EXAMPLE = 'postgres://user:password@localhost:5432/perennial';

/** @throws DomainError DATABASE_URL_INVALID; the address itself is never repeated, it holds a password. */
export function parseDatabaseUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw invalid(
      `DATABASE_URL cannot be read as an address. Write it like ${EXAMPLE}, or unset it to use the embedded database.`,
    );
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
    throw invalid(`DATABASE_URL starts with ${url.protocol} but must start with postgres:. Write it like ${EXAMPLE}.`);
  }
  if (!url.hostname && !url.searchParams.has('host')) {
    throw invalid(`DATABASE_URL names no host. Write it like ${EXAMPLE}.`);
  }
  if (url.pathname.length < 2) throw invalid(`DATABASE_URL names no database. Write it like ${EXAMPLE}.`);
  return url;
}

/** What a failed first connection means, as a sentence that says what to change. */
export function refusalToStart(error: unknown, url: URL): unknown {
  if (error instanceof DomainError) return error;
  const at = `${url.hostname}:${url.port || '5432'}`;
  switch (sqlState(error)) {
    case '28P01':
    case '28000':
      return invalid(
        `PostgreSQL at ${at} refused user "${decodeURIComponent(url.username)}": correct user or password in DATABASE_URL.`,
      );
    case '3D000':
      return invalid(
        `PostgreSQL at ${at} has no database "${url.pathname.slice(1)}": create it, or correct the name in DATABASE_URL.`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return invalid(`The host "${url.hostname}" in DATABASE_URL is not known: correct the name.`);
  }
  if (!isUnavailable(error)) return error;
  return new DomainError(
    'DATABASE_UNAVAILABLE',
    `No PostgreSQL answers at ${at}: start it, or correct host and port in DATABASE_URL.`,
    { path: ['DATABASE_URL'] },
  );
}

export function tooOld(): DomainError {
  return new DomainError(
    'DATABASE_TOO_OLD',
    'This PostgreSQL is older than version 16: point DATABASE_URL to version 16 or newer.',
    { path: ['DATABASE_URL'] },
  );
}

function invalid(message: string): DomainError {
  return new DomainError('DATABASE_URL_INVALID', message, { path: ['DATABASE_URL'] });
}
