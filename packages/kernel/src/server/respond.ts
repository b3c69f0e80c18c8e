import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from './log.ts';
import { publicError, statusOf } from './public-errors.ts';
import { API_HEADERS } from './security-headers.ts';

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent || response.writableEnded) return;
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    ...API_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    ...headers,
  });
  response.end(body);
}

/** An error outside GraphQL: `{code, message, path?, params?}`, the status its code stands for. */
export function sendError(request: IncomingMessage, response: ServerResponse, thrown: unknown, log: Log): void {
  const shown = publicError(thrown, log);
  sendJson(response, statusOf(shown.code), shown, errorHeaders(request, shown));
}

/** The same for the GraphQL endpoints, in GraphQL's form, for what goes wrong before Apollo sees the request. */
export function sendGraphQLError(request: IncomingMessage, response: ServerResponse, thrown: unknown, log: Log): void {
  const { message, ...extensions } = publicError(thrown, log);
  sendJson(
    response,
    statusOf(extensions.code),
    { errors: [{ message, extensions }] },
    errorHeaders(request, { message, ...extensions }),
  );
}

function errorHeaders(
  request: IncomingMessage,
  shown: { code: string; message: string; params?: Record<string, unknown> },
): Record<string, string> {
  const retryAfter = shown.params?.['retryAfter'];
  return {
    // what was not read of the body would be taken for the next request
    ...(request.complete ? {} : { connection: 'close' }),
    ...(typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}),
  };
}
