import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';
import { importCounts, lineCounts } from './counts.ts';
import { importMapping } from './mapping.ts';

/**
 * PREVIEW: a file is here, nothing is imported. RUNNING: being imported, nothing of it can be seen yet. COMPLETE: all
 * of it can be seen. UNDONE: taken back as a whole. FAILED: stopped, and nothing of it is left.
 */
export const IMPORT_STATUSES = ['PREVIEW', 'RUNNING', 'COMPLETE', 'UNDONE', 'FAILED'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** Where a running import is. Only MOVING to DONE touches what people can see, in one step. */
export const IMPORT_PHASES = ['WAITING', 'READING', 'PREPARING', 'MOVING', 'MATCHING', 'VALUES', 'DONE'] as const;

export const importProgress = z.object({
  phase: z.enum(IMPORT_PHASES),
  /** 0–1. */
  fraction: z.number().min(0).max(1),
  /** Lines read so far. */
  lines: z.int().min(0),
  /** Estimate from the pace so far; null at the very start. */
  secondsLeft: z.number().min(0).nullable(),
});

export type ImportProgress = z.infer<typeof importProgress>;

export const importBatch = entity('ImportBatch', {
  plural: 'importBatches',
  owner: 'reference',
  fields: {
    fileName: f.text({ max: 200, filter: true, write: 'never' }),
    fileBytes: f.int({ max: Number.MAX_SAFE_INTEGER, unit: 'bytes', write: 'never' }),
    status: f.enum('ImportStatus', IMPORT_STATUSES, { filter: true, sort: true, write: 'never' }),
    /** How the file was read; null until somebody agreed to the guess. */
    mapping: f.json(importMapping, { nullable: true, write: 'never' }),
    /** What a dry run said; null where there was none. */
    preview: f.json(lineCounts, { nullable: true, write: 'never' }),
    counts: f.json(importCounts, { nullable: true, write: 'never' }),
    progress: f.json(importProgress, { nullable: true, write: 'never' }),
    /** Why it failed: INTERRUPTED when the program stopped in the middle, else a refusal's code. */
    failure: f.text({ max: 60, nullable: true, write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    startedAt: f.instant({ nullable: true, write: 'never' }),
    finishedAt: f.instant({ nullable: true, write: 'never' }),
    /** Who brought the file: a name, because staff may leave and the record stays. */
    startedBy: f.text({ max: 200, nullable: true, write: 'never' }),
  },
});

export type ImportBatch = Infer<typeof importBatch>;
