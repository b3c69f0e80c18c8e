import type { Role } from '@perennial/domain/shared/roles';
import type { StaffActor } from '../auth/actor.ts';
import type { Database } from '../db/database.ts';

/** What a transfer may use; the same clock and database as everything else in the process. */
export interface TransferContext {
  readonly db: Database;
  readonly actor: StaffActor;
  readonly now: Date;
}

/** A file body arriving as it is sent: never held whole in memory, cut off with `BODY_TOO_LARGE` past `maxBytes`. */
export interface IncomingFile {
  /** Last path segment only, cleaned of control characters; at most 200 characters. */
  readonly name: string;
  /** Decompressed when the request said `Content-Encoding: gzip` or the name ends in `.gz`. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** `POST /api/<path>?name=<file name>` with the file as its body; answers with the returned value as JSON. */
export interface Upload {
  readonly path: string;
  readonly roles: readonly Role[];
  /** Bytes after decompression. */
  readonly maxBytes: number;
  readonly handle: (ctx: TransferContext, file: IncomingFile, query: URLSearchParams) => Promise<unknown>;
}

export interface OutgoingFile {
  readonly name: string;
  readonly contentType: string;
  readonly body: AsyncIterable<string | Uint8Array>;
}

/** `GET /api/download/<path>/<id>`; `null` answers 404. */
export interface Download {
  readonly path: string;
  readonly roles: readonly Role[];
  readonly handle: (ctx: TransferContext, id: string, query: URLSearchParams) => Promise<OutgoingFile | null>;
}
