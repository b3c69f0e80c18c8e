import { fileURLToPath } from 'node:url';
import type { JobContext } from '@perennial/kernel/write/context';
import { importFile } from './import-file.ts';
import { recoverImports } from './recovery-service.ts';

/** Whole customers with all their lines, chosen by `sample/choose.ts`; see `sample/README.md` for source and licence. */
export const sampleFile = fileURLToPath(new URL('./sample/online-retail-sample.csv.gz', import.meta.url));

/** The sample comes in the way every file does. A start that was cut off in the middle of it begins anew. */
export async function seed(ctx: JobContext): Promise<void> {
  await recoverImports(ctx.db);
  await importFile(ctx, sampleFile, { by: 'sample data', fileName: 'online-retail-sample.csv.gz' });
}
