import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Log } from './log.ts';
import { sendError } from './respond.ts';

export interface HttpOptions {
  host: string;
  port: number;
  log: Log;
  /** Milliseconds that running requests get to finish when the server stops. */
  drainMs: number;
  handle: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
}

export interface ListeningServer {
  readonly port: number;
  /** Takes no more connections, lets what runs finish, then cuts what is left. */
  close(): Promise<void>;
}

/**
 * Bare node:http. Sockets that send their headers or body too slowly are cut, idle ones kept for a minute.
 * @throws DomainError PORT_IN_USE, PORT_NOT_ALLOWED, HOST_UNKNOWN
 */
export async function listen(options: HttpOptions): Promise<ListeningServer> {
  const { log } = options;
  let closing = false;
  const connections = new Connections();
  const server = createServer(
    // a file of customers may take minutes to arrive; small bodies have a shorter bound of their own
    { headersTimeout: 10_000, requestTimeout: 900_000, keepAliveTimeout: 60_000, maxHeaderSize: 16_384 },
    (request, response) => {
      connections.answering(request.socket, response);
      if (closing) response.setHeader('connection', 'close');
      void respond(options, request, response);
    },
  );
  server.on('connection', (socket) => connections.opened(socket));
  server.on('clientError', (_error, socket) => refuseUnread(socket as Socket));
  server.maxRequestsPerSocket = 0;
  await start(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.closeIdle();
      const timer = setTimeout(() => {
        log.warn({}, 'some requests did not finish in time and were cut');
        server.closeAllConnections();
      }, options.drainMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

/**
 * Ends a connection on which nothing came that can be read. One on which nothing came at all was opened to spare: told
 * anything, the browser would take it for the answer to what it asks there a moment later.
 */
export function refuseUnread(socket: Pick<Socket, 'bytesRead' | 'writable' | 'destroy' | 'end'>): void {
  if (socket.bytesRead === 0) socket.destroy();
  else if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

/** node:http counts a connection as idle only after its first request; browsers open some that never send any. */
class Connections {
  readonly #running = new Map<Socket, number>();
  #closing = false;

  opened(socket: Socket): void {
    this.#running.set(socket, 0);
    socket.once('close', () => this.#running.delete(socket));
  }

  answering(socket: Socket, response: ServerResponse): void {
    this.#running.set(socket, (this.#running.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (this.#running.get(socket) ?? 1) - 1;
      if (this.#running.has(socket)) this.#running.set(socket, left);
      if (this.#closing && left === 0) socket.end();
    });
  }

  closeIdle(): void {
    this.#closing = true;
    for (const [socket, running] of this.#running) if (running === 0) socket.destroy();
  }
}

async function respond(
  { handle, log }: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // a client that goes away in the middle of an answer is no event
  response.on('error', () => undefined);
  try {
    await handle(request, response, urlOf(request));
  } catch (error) {
    sendError(request, response, error, log);
    if (!response.writableEnded) response.destroy();
  }
}

function urlOf(request: IncomingMessage): URL {
  const target = request.url ?? '/';
  // the host that a client names is not believed; and `//evil` is a path here, not a host
  if (!target.startsWith('/')) throw new DomainError('BAD_ADDRESS', 'The address must start with a slash.');
  try {
    return new URL(`http://server${target}`);
  } catch {
    throw new DomainError('BAD_ADDRESS', 'The address cannot be read.');
  }
}

function start(server: Server, { host, port }: HttpOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => reject(startError(error, host, port));
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve();
    });
  });
}

function startError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new DomainError(
        'PORT_IN_USE',
        `Port ${port} is taken by another program: stop that one, or set PORT to another number.`,
        { path: ['PORT'] },
      );
    case 'EACCES':
      return new DomainError(
        'PORT_NOT_ALLOWED',
        `Port ${port} may not be used by this user: set PORT to a number above 1023.`,
        { path: ['PORT'] },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new DomainError(
        'HOST_UNKNOWN',
        `This machine has no network address "${host}": set HOST to one it has, e.g. 127.0.0.1 or 0.0.0.0.`,
        { path: ['HOST'] },
      );
    default:
      return error;
  }
}
