import { TARGETS } from '@perennial/domain/importing/columns';
import { IMPORT_PHASES, IMPORT_STATUSES } from '@perennial/domain/importing/import-batch';
import { FAULTS, OUTCOMES } from '@perennial/domain/importing/line';
import { checkMapping, importMapping, mappingFaults } from '@perennial/domain/importing/mapping';
import { f } from '@perennial/domain/shared/fields';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { batchOf, claimBatch, discardBatch, noteFailure, removeUpload, uploadPath } from './batch-service.ts';
import { previewFile } from './preview.ts';
import { progressOf } from './progress.ts';
import { rejectsAfter } from './rejects-service.ts';
import { undoImport } from './undo-service.ts';

const IMPORTERS = ['OWNER', 'POLICY_MANAGER'] as const;
const READERS = ['OWNER', 'POLICY_MANAGER', 'AUDITOR'] as const;

const id = gid('ImportBatch');
const mapping = f.json(importMapping, {});
const target = named('ImportTarget', z.enum(TARGETS));
const outcome = named('ImportOutcome', z.enum(OUTCOMES));
const fault = named('ImportFault', z.enum(FAULTS));
/** That of a line, or of the invoice on record that it belongs to, where the file is in another. */
const ofInvoice = z.string();

export const queries = [
  query({
    name: 'importPreview',
    description:
      'How a file that was sent would be read: the mapping, guessed unless one is given, and its first 20 lines.',
    roles: IMPORTERS,
    args: z.object({ id, mapping: mapping.optional() }),
    returns: named(
      'ImportPreview',
      z.object({
        mapping,
        /** Targets that need a column and have none. */
        missing: z.array(target),
        rows: z.array(
          named(
            'ImportPreviewRow',
            z.object({
              line: z.int32(),
              values: z.array(z.string()),
              outcome: outcome.nullable(),
              fault: fault.nullable(),
              field: target.nullable(),
              /** As it was read, of a line that can be imported. */
              at: z.string().nullable(),
              currency: ofInvoice.nullable(),
            }),
          ),
        ),
      }),
    ),
    handle: async (ctx, args) => {
      const batch = await batchOf(ctx.db.orm, args.id.id ?? '');
      // what was dry-run before a rule came is guessed anew rather than refused for good
      const known = batch.mapping && importMapping.parse(batch.mapping);
      const kept = known && mappingFaults(known).length === 0 ? known : null;
      return previewFile(uploadPath(batch.id), ctx, args.mapping ?? kept, ctx.db.orm);
    },
  }),
  query({
    name: 'importProgress',
    description: 'Where an import or a dry run is. To be asked again every second or so.',
    roles: READERS,
    args: z.object({ id }),
    returns: named(
      'ImportProgress',
      z.object({
        status: named('ImportStatus', z.enum(IMPORT_STATUSES)),
        phase: named('ImportPhase', z.enum(IMPORT_PHASES)).nullable(),
        fraction: z.number(),
        lines: z.int32(),
        secondsLeft: z.number().nullable(),
        failure: z.string().nullable(),
      }),
    ),
    handle: async (ctx, args) => {
      const now = progressOf(args.id.id ?? '');
      // while the move has the embedded database's only session, its own row cannot be asked
      if (now && ctx.db.dialect === 'pglite' && now.phase !== 'READING' && now.phase !== 'WAITING') {
        return { status: 'RUNNING' as const, failure: null, ...now };
      }
      const batch = await batchOf(ctx.db.orm, args.id.id ?? '');
      const at = now ?? batch.progress;
      const done = batch.status === 'COMPLETE' || batch.preview !== null;
      const rest = at ?? {
        phase: null,
        fraction: done ? 1 : 0,
        lines: (batch.counts ?? batch.preview)?.lines ?? 0,
        secondsLeft: null,
      };
      return { status: batch.status, failure: batch.failure, ...rest };
    },
  }),
  query({
    name: 'importRejects',
    description: 'Lines of a complete import that were set aside, with the reason; the download has all of them.',
    roles: READERS,
    args: z.object({ id, first: z.int32().min(1).max(100).optional(), afterLine: z.int32().min(0).optional() }),
    returns: z.array(
      named(
        'ImportReject',
        z.object({
          line: z.int32(),
          /** An outcome that sets a line aside, or DIFFERS: it is there already and says something else. */
          reason: z.string(),
          fault: fault.nullable(),
          field: target.nullable(),
          currency: ofInvoice.nullable(),
          raw: z.string(),
        }),
      ),
    ),
    handle: async (ctx, args) => {
      const batch = await batchOf(ctx.db.orm, args.id.id ?? '');
      if (batch.status !== 'COMPLETE') return [];
      const rows = await rejectsAfter(ctx.db.orm, batch.id, args.afterLine ?? 0, args.first ?? 50);
      return rows.map(({ line, reason, fault, field, currency, raw }) => ({
        line,
        reason,
        fault,
        field,
        currency,
        raw,
      }));
    },
  }),
];

export const mutations = [
  mutation({
    name: 'importCheck',
    description:
      'Dry run: reads the whole file and counts what would become of every line. Ask importProgress how far it is.',
    roles: IMPORTERS,
    input: z.object({ id, mapping }),
    payload: { importBatch: 'ImportBatch' },
    handle: async (ctx, input) => {
      const batch = await batchOf(ctx.tx, input.id.id ?? '');
      checkMapping(input.mapping);
      // whoever waits for this one must not take the last one's end for its own
      await noteFailure(ctx.tx, batch.id, null);
      ctx.audit({ subject: `ImportBatch_${batch.id}`, after: { fileName: batch.fileName, mapping: input.mapping } });
      ctx.emit('importing.check-requested', { batchId: batch.id, mapping: input.mapping });
      return { importBatch: { id: batch.id } };
    },
  }),
  mutation({
    name: 'importStart',
    description: 'Imports a file that was sent. Nothing of it can be seen before all of it is there.',
    roles: IMPORTERS,
    input: z.object({ id, mapping }),
    payload: { importBatch: 'ImportBatch' },
    handle: async (ctx, input) => {
      const batchId = input.id.id ?? '';
      await claimBatch(ctx.tx, batchId, input.mapping, ctx.now);
      ctx.audit({ subject: `ImportBatch_${batchId}`, after: { status: 'RUNNING', mapping: input.mapping } });
      ctx.emit('importing.requested', { batchId });
      return { importBatch: { id: batchId } };
    },
  }),
  mutation({
    name: 'importUndo',
    description: 'Takes a whole import back. Refused, with the list, where rows were changed or referred to since.',
    roles: IMPORTERS,
    input: z.object({ id }),
    payload: { importBatch: 'ImportBatch' },
    handle: async (ctx, input) => {
      const batchId = input.id.id ?? '';
      const removed = await undoImport({ tx: ctx.tx, now: ctx.now, hook: ctx.hook, emit: ctx.emit }, batchId);
      ctx.audit({
        subject: `ImportBatch_${batchId}`,
        before: { status: 'COMPLETE' },
        after: { status: 'UNDONE', removed },
      });
      return { importBatch: { id: batchId } };
    },
  }),
  mutation({
    name: 'importDiscard',
    description: 'Throws a file away that was sent and not imported.',
    roles: IMPORTERS,
    input: z.object({ id }),
    payload: { discarded: z.boolean() },
    handle: async (ctx, input) => {
      const batch = await discardBatch(ctx.tx, input.id.id ?? '');
      await removeUpload(batch.id);
      ctx.audit({ subject: `ImportBatch_${batch.id}`, before: batch });
      return { discarded: true };
    },
  }),
];
