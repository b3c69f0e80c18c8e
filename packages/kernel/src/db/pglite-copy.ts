import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryFS } from '@electric-sql/pglite';

/** Where the embedded database looks for its data within the file system that it is given. */
const DATA = '/pglite/data';

interface Entry {
  readonly path: string;
  /** Null: a folder. */
  readonly contents: Buffer | null;
}

const read = new Map<string, readonly Entry[]>();

/** The files of a data folder, folders before what they hold; read once per process. */
function entriesOf(folder: string): readonly Entry[] {
  const known = read.get(folder);
  if (known) return known;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry): Entry => {
    const path = join(entry.parentPath, entry.name);
    return {
      path: `${DATA}${path.slice(folder.length)}`,
      contents: entry.isDirectory() ? null : readFileSync(path),
    };
  });
  entries.sort((one, other) => (one.path < other.path ? -1 : 1));
  read.set(folder, entries);
  return entries;
}

/**
 * A database in memory that begins as a copy of a data folder: a fifth of the time that the driver's own `loadDataDir`
 * takes to unpack the same from an archive.
 */
export class CopyOfFolder extends MemoryFS {
  readonly #folder: string;

  /** @param folder the driver's own data folder, of a database that was closed. */
  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  override async initialSyncFs(): Promise<void> {
    const { FS: files } = (this.pg as unknown as { Module: { FS: Files } }).Module;
    files.mkdirTree(DATA, 0o700);
    for (const { path, contents } of entriesOf(this.#folder)) {
      if (contents === null) files.mkdir(path, 0o700);
      // a copy: the database writes into what it is given
      else files.writeFile(path, new Uint8Array(contents), { mode: 0o600, canOwn: true });
    }
  }
}

/** What is used here of the file system inside the driver, which its types leave out. */
interface Files {
  mkdirTree(path: string, mode: number): void;
  mkdir(path: string, mode: number): void;
  writeFile(path: string, data: Uint8Array, options: { mode: number; canOwn: boolean }): void;
}
