import { importBatch } from '@perennial/domain/importing/import-batch';
import { model } from '@perennial/kernel/graphql/model';
import { defineModule } from '@perennial/kernel/registry/module';
import { mutations, queries } from './graphql.ts';
import { checkRequested, importRequested } from './jobs.ts';
import { recoverImports } from './recovery-service.ts';
import { seed } from './seed.ts';
import { importBatches } from './table.ts';
import { rejectsDownload, upload } from './transfers.ts';

export { keepUploadsIn } from './batch-service.ts';
export { importFile, type ImportRun } from './import-file.ts';
export { recoverImports } from './recovery-service.ts';
export { setAsideReturns, type SetAsideReturn } from './set-aside-returns.ts';
export { rejectsCsv } from './transfers.ts';
export { undoImport, type BeforeUndo } from './undo-service.ts';

/** A shop's own files, taken in whole or not at all, and taken back whole. */
export const importingModule = defineModule({
  name: 'importing',
  models: [
    model(importBatch, importBatches, {
      root: true,
      search: ['fileName'],
      defaultOrder: 'CREATED_AT_DESC',
      read: ['OWNER', 'POLICY_MANAGER', 'AUDITOR'],
    }),
  ],
  queries,
  mutations,
  uploads: [upload],
  downloads: [rejectsDownload],
  on: { 'importing.requested': importRequested, 'importing.check-requested': checkRequested },
  // an import whose process died: nothing of it was visible, and nothing of it stays
  start: async (ctx) => void (await recoverImports(ctx.db)),
  seed,
});
