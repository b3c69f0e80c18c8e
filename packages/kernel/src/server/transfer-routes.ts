import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DomainError } from '@perennial/domain/shared/errors';
import type { StaffActor } from '../auth/actor.ts';
import type { RunnerPorts } from '../graphql/runner.ts';
import { requireMethod, requireRole, staffActor, type Doors, type Route } from './doors.ts';
import { checkOrigin } from './origins.ts';
import { tooLarge } from './request-body.ts';
import { sendError, sendJson } from './respond.ts';
import { API_HEADERS } from './security-headers.ts';
import type { Download, Upload } from './transfer.ts';

/**
 * `POST /api/<path>?name=<file name>` with the file as body. The area reads it as it arrives. A file of somebody who is
 * signed in that is refused leaves a trace, as any other write does: `importUpload` of the path `import`.
 */
export function uploadRoute(doors: Doors, upload: Upload, { refused }: Pick<RunnerPorts, 'refused'>): Route {
  return async (request, response, url) => {
    let actor: StaffActor | null = null;
    try {
      requireMethod(request, response, 'POST');
      checkOrigin(request.headers, doors.origins());
      actor = await staffActor(doors, request);
      requireRole(actor, upload.roles);
      if (Number(request.headers['content-length'] ?? 0) > upload.maxBytes) throw tooLarge(upload.maxBytes);
      const name = fileName(url.searchParams.get('name'));
      const body = bytesOf(request, name, upload.maxBytes);
      const result = await upload.handle({ db: doors.db, actor, now: doors.now() }, { name, body }, url.searchParams);
      sendJson(response, 200, result ?? {});
    } catch (error) {
      if (actor && error instanceof DomainError) {
        await refused({ actor, operation: `${upload.path}Upload`, subject: '', error }).catch((failure: unknown) =>
          doors.log.error({ err: failure }, 'a refusal could not be written'),
        );
      }
      sendError(request, response, error, doors.log);
    }
  };
}

/** `GET /api/download/<path>/<id>`, sent as it is made. */
export function downloadRoute(doors: Doors, download: Download): Route {
  return async (request, response, url) => {
    try {
      requireMethod(request, response, 'GET');
      const actor = await staffActor(doors, request);
      requireRole(actor, download.roles);
      const id = decodeId(url.pathname.slice(`/api/download/${download.path}/`.length));
      const file = await download.handle({ db: doors.db, actor, now: doors.now() }, id, url.searchParams);
      if (!file) throw new DomainError('NOT_FOUND', 'There is no such file.');
      await sendFile(response, file.contentType, file.name, file.body, doors);
    } catch (error) {
      sendError(request, response, error, doors.log);
    }
  };
}

async function sendFile(
  response: ServerResponse,
  type: string,
  name: string,
  body: AsyncIterable<string | Uint8Array>,
  doors: Doors,
): Promise<void> {
  const parts = body[Symbol.asyncIterator]();
  // the first part is made before the status is sent: what fails at once is still told as an error
  let part = await parts.next();
  response.writeHead(200, {
    ...API_HEADERS,
    'content-type': type,
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
  try {
    for (; !part.done; part = await parts.next()) {
      if (response.destroyed) break;
      if (!response.write(part.value)) await writable(response);
    }
    response.end();
  } catch (error) {
    // cut off, so that half a file is not taken for a whole one
    doors.log.error({ err: error }, 'a download broke off');
    response.destroy();
  } finally {
    await parts.return?.();
  }
}

/** Resolves when more may be written, or when nobody reads any more. */
function writable(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

async function* bytesOf(request: IncomingMessage, name: string, maxBytes: number): AsyncGenerator<Uint8Array> {
  const zipped = request.headers['content-encoding'] === 'gzip' || name.toLowerCase().endsWith('.gz');
  const stream: Readable = zipped ? request.pipe(createGunzip()) : request;
  if (zipped) request.once('close', () => request.complete || stream.destroy(new Error('closed')));
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (String((error as NodeJS.ErrnoException).code).startsWith('Z_')) {
      const message = 'The file is not gzip data, or is cut off: compress it again, or send it uncompressed.';
      throw new DomainError('GZIP_UNREADABLE', message, { path: ['file'] });
    }
    throw new DomainError('BAD_BODY', 'The file broke off: send it again.', { path: ['file'] });
  }
}

/** Last segment of what the client calls its file, without anything that could mislead a reader or a file system. */
function fileName(given: string | null): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const clean = [...last]
    .filter((c) => c >= ' ' && c !== '\u007f' && !/[\u202a-\u202e\u2066-\u2069]/.test(c))
    .join('')
    .trim();
  return clean.slice(0, 200) || 'file';
}

function decodeId(segment: string): string {
  try {
    const id = decodeURIComponent(segment);
    if (/^[\w.-]{1,200}$/.test(id)) return id;
  } catch {
    // falls through to the refusal
  }
  throw new DomainError('NOT_FOUND', 'There is no such file.');
}
