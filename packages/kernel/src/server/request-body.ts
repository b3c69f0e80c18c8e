import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { DomainError } from '@perennial/domain/shared/errors';

const INFLATE: Readonly<Record<string, (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
};

export interface BodyLimits {
  bytes: number;
  inflatedBytes: number;
  ms: number;
}

/**
 * Reads a small body whole. Stops at the first byte too many, before and after decompression.
 *
 * @throws DomainError BODY_TOO_LARGE, BODY_TOO_SLOW, UNSUPPORTED_MEDIA_TYPE (content encoding), BAD_BODY
 */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decompress = encoding === 'identity' ? null : INFLATE[encoding];
  if (decompress === undefined) {
    throw new DomainError('UNSUPPORTED_MEDIA_TYPE', 'Content-Encoding is one of gzip, deflate, br, identity.', {
      path: ['content-encoding'],
    });
  }
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limits.bytes) throw tooLarge(limits.bytes);
  const sent = await collect(request, limits);
  if (!decompress) return sent;
  try {
    return await decompress(sent, { maxOutputLength: limits.inflatedBytes });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limits.inflatedBytes);
    throw new DomainError('BAD_BODY', `The body is not ${encoding} data.`, { path: ['content-encoding'] });
  }
}

async function collect(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => done(new DomainError('BODY_TOO_SLOW', 'The body did not arrive in time; send it again.')),
      limits.ms,
    );
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limits.bytes) done(tooLarge(limits.bytes));
      else chunks.push(chunk);
    };
    const onEnd = (): void => done(null);
    const onGone = (): void =>
      done(new DomainError('BAD_BODY', 'The connection closed before the whole body had arrived.'));
    const done = (error: DomainError | null): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      if (error) {
        request.pause();
        reject(error);
      } else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size));
    };
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}

export function tooLarge(limit: number): DomainError {
  return new DomainError('BODY_TOO_LARGE', `The body is larger than ${limit} bytes: send less at a time.`, {
    params: { limit },
  });
}

/** True for `application/json`, with or without charset utf-8. */
export function isJson(contentType: string | undefined): boolean {
  if (!contentType) return false;
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  return type === 'application/json' && parameters.every((p) => p === '' || /^charset="?utf-8"?$/.test(p));
}

/**
 * Parses a JSON body.
 * @throws DomainError UNSUPPORTED_MEDIA_TYPE, BAD_BODY; `depth` bounds how deep values may nest
 */
export function parseJson(body: Buffer, contentType: string | undefined, depth: number): unknown {
  if (!isJson(contentType)) {
    throw new DomainError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as Content-Type: application/json.', {
      path: ['content-type'],
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new DomainError('BAD_BODY', 'The body is not JSON.');
  }
  // below this many bytes no value can nest deep enough to hurt
  if (body.length > 4_096 && nestsDeeper(value, depth)) {
    throw new DomainError('BAD_USER_INPUT', `Values may nest ${depth} deep.`, {
      path: ['variables'],
      params: { limit: depth },
    });
  }
  return value;
}

function nestsDeeper(value: unknown, depth: number): boolean {
  let level: unknown[] = [value];
  for (let i = 0; i <= depth; i++) {
    const next: unknown[] = [];
    for (const v of level) {
      if (Array.isArray(v)) for (const inner of v) next.push(inner);
      else if (v !== null && typeof v === 'object') for (const inner of Object.values(v)) next.push(inner);
    }
    if (next.length === 0) return false;
    level = next;
  }
  return true;
}
