import type { PlannedTask } from '@perennial/domain/fulfilment/plan';
import type { FulfilmentTask } from '@perennial/domain/fulfilment/task';

type FulfilmentStatus = FulfilmentTask['status'];

/** One piece of each of the goods to be delivered, by a term. */
export const planned = (termId: string, codes: string[], more: Partial<PlannedTask> = {}): PlannedTask => ({
  kind: 'DELIVERY',
  versionId: 'v2',
  termId,
  ordinal: 1,
  codes,
  words: { code: 'DELIVERY', params: {} },
  dueOn: '2026-04-06',
  lots: codes.map((code) => ({ code, pieces: 1, deliveredOn: null, dueOn: '2026-04-06' })),
  checklist: [],
  own: [],
  along: [],
  conduct: [],
  ...more,
});

/** A delivery that is open, for all pieces of its goods unless `more` says for which. */
export const task = (
  id: string,
  codes: string[],
  more: { status?: FulfilmentStatus; [key: string]: unknown } = {},
) => ({
  id,
  kind: 'DELIVERY' as const,
  status: 'OPEN' as FulfilmentStatus,
  ordinal: 1,
  termId: 'd',
  codes,
  pieces: null as Record<string, number> | null,
  cancelledReason: null,
  scheduledFor: null as string | null,
  parts: [] as string[],
  checklist: [] as { text: string; done: boolean; by: string | null; at: string | null }[],
  ...more,
});
