import { fileURLToPath } from 'node:url';

/** Folder of the one set of migrations, for both databases; made by migrations/generate.ts from all `table.ts`. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
