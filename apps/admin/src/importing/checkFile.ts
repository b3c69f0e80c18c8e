import { isGzip, looksLikeText, notText, TELLING_BYTES } from '@perennial/domain/importing/plain-text';
import { DomainError } from '@perennial/domain/shared/errors';

/**
 * Looks at a file's beginning before it is sent: nobody waits for an upload that the server will refuse. The server
 * looks again, into compressed files as well.
 *
 * @throws DomainError FILE_EMPTY, FILE_NOT_TEXT, GZIP_UNREADABLE
 */
export async function checkFile(file: Pick<File, 'name' | 'size' | 'slice'>): Promise<void> {
  if (file.size === 0) throw new DomainError('FILE_EMPTY', 'The file is empty; choose one with a header and lines.');
  const beginning = new Uint8Array(await file.slice(0, TELLING_BYTES).arrayBuffer());
  if (isGzip(beginning)) return;
  if (!looksLikeText(beginning)) throw notText();
  if (/\.gz$/i.test(file.name)) {
    throw new DomainError('GZIP_UNREADABLE', 'The file is not gzip data: compress it again, or send it uncompressed.');
  }
}
