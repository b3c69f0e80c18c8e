import { DomainError } from '../shared/errors.ts';

/** So many bytes from a file's beginning are enough to tell text from what only looks like a file of sales. */
export const TELLING_BYTES = 4096;

/** How files begin that are mistaken for a sales file: workbooks first, then whatever else lies in the same folder. */
const SIGNATURES: readonly (readonly number[])[] = [
  // zip: .xlsx, .ods, .numbers, archives
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  // .xls
  [0xd0, 0xcf, 0x11, 0xe0],
  // .pdf
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  // .rtf
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  // .parquet
  [0x50, 0x41, 0x52, 0x31],
  // .7z, .rar
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21, 0x1a],
  // .png, .jpg
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

/** Of this share of control characters on, it is no text; a stray one is dirt that costs its own line only. */
const MOST_CONTROLS = 0.01;

/** Whether bytes begin as gzip does. */
export function isGzip(beginning: Uint8Array): boolean {
  return beginning[0] === 0x1f && beginning[1] === 0x8b;
}

/**
 * Whether a file can be read as text, by its first bytes (`TELLING_BYTES` of them are enough). UTF-16 counts when it
 * says so itself; bytes above 127 are letters in one of the encodings an import knows.
 */
export function looksLikeText(beginning: Uint8Array): boolean {
  const bytes = beginning.subarray(0, TELLING_BYTES);
  if (SIGNATURES.some((signature) => signature.every((byte, at) => bytes[at] === byte))) return false;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return true;
  let controls = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) controls += 1;
  return controls <= bytes.length * MOST_CONTROLS;
}

/** The refusal of a file that is no text, such as a workbook. */
export function notText(): DomainError {
  return new DomainError(
    'FILE_NOT_TEXT',
    'The file is not text but a workbook, a picture or the like. Open it in its own program, save it as CSV (UTF-8) and send that.',
    { path: ['file'] },
  );
}
