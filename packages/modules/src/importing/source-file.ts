import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { guessColumns } from '@perennial/domain/importing/columns';
import { guessDelimiter } from '@perennial/domain/importing/csv';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { isGzip, looksLikeText, notText } from '@perennial/domain/importing/plain-text';
import { DomainError } from '@perennial/domain/shared/errors';

type Encoding = ImportMapping['encoding'];

/** A sales file being read from its beginning to its end, plain or gzip-compressed. */
export interface SourceFile {
  /** Decoded text in pieces of any size. */
  text: AsyncIterable<string>;
  /** How far reading has come, 0–1, measured on the file as it lies on disk. */
  fraction: () => number;
}

/** @throws DomainError FILE_UNREADABLE when it is not there or is damaged (also while reading) */
export async function openSource(path: string, encoding: Encoding): Promise<SourceFile> {
  const { bytes, size } = await openBytes(path);
  let seen = 0;
  return {
    text: decode(
      bytes((n) => (seen += n)),
      encoding,
    ),
    fraction: () => (size === 0 ? 1 : Math.min(1, seen / size)),
  };
}

/**
 * The first 256 KB of a file as text, with the encoding guessed unless it is given: UTF-8 if it can be, else the one in
 * which the header makes sense.
 * @throws DomainError FILE_UNREADABLE, FILE_NOT_TEXT, FILE_EMPTY
 */
export async function readBeginning(path: string, encoding?: Encoding): Promise<{ text: string; encoding: Encoding }> {
  const { bytes } = await openBytes(path);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes(() => {})) {
    parts.push(part);
    length += part.length;
    if (length >= 256 * 1024) break;
  }
  const beginning = Buffer.concat(parts);
  if (!looksLikeText(beginning)) throw notText();
  const chosen = encoding ?? guessEncoding(beginning);
  const text = new TextDecoder(chosen).decode(beginning);
  if (text.trim() === '')
    throw new DomainError('FILE_EMPTY', 'The file is empty; choose one with a header and lines.', { path: ['file'] });
  return { text, encoding: chosen };
}

function guessEncoding(beginning: Uint8Array): Encoding {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  const fits = (encoding: Encoding) => {
    try {
      // a character may be cut at the end: streaming mode waits for the rest of it
      new TextDecoder(encoding, { fatal: true }).decode(beginning, { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  if (fits('utf-8')) return 'utf-8';
  const sense = (encoding: Encoding) => {
    const [header = ''] = new TextDecoder(encoding).decode(beginning.subarray(0, 4096)).split(/\r\n?|\n/, 1);
    return Object.values(guessColumns(header.split(guessDelimiter(header)))).filter((column) => column !== null).length;
  };
  const candidates: Encoding[] = ['windows-1252', ...(['gb18030', 'big5'] as const).filter(fits)];
  return candidates.reduce((best, each) => (sense(each) > sense(best) ? each : best));
}

async function openBytes(
  path: string,
): Promise<{ size: number; bytes: (seen: (n: number) => void) => AsyncIterable<Uint8Array> }> {
  let size: number;
  let gzip: boolean;
  try {
    size = (await stat(path)).size;
    const handle = await open(path);
    const magic = Buffer.alloc(2);
    await handle.read(magic, 0, 2, 0);
    await handle.close();
    gzip = isGzip(magic);
  } catch {
    throw new DomainError(
      'FILE_UNREADABLE',
      'The file cannot be read; check that it is there and that this user may read it.',
      { path: ['file'] },
    );
  }
  return { size, bytes: (seen) => streamOf(path, gzip, seen) };
}

async function* streamOf(path: string, gzip: boolean, seen: (n: number) => void): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 16 });
  file.on('data', (part) => seen(part.length));
  const bytes = gzip ? file.pipe(createGunzip({ chunkSize: 1 << 17 })) : file;
  file.on('error', (error) => bytes.destroy(error));
  try {
    yield* bytes as AsyncIterable<Uint8Array>;
  } catch {
    throw new DomainError('FILE_UNREADABLE', 'The file is damaged or cut off; send it again.', { path: ['file'] });
  } finally {
    file.destroy();
  }
}

async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of bytes) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
