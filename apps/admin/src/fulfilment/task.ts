import {
  checkItem,
  partUsed,
  proof,
  type CheckItem,
  type PartUsed,
  type Proof,
} from '@perennial/domain/fulfilment/task';
import type { Step } from '@perennial/domain/policies/decision';
import { z } from 'zod';
import type { TaskCardFragment } from '../gql/graphql.ts';

export type TaskRow = TaskCardFragment;

const step = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** The documents that a task carries; the schema calls them JSON, the domain knows their shape. */
export const checklistOf = (task: Pick<TaskRow, 'checklist'>): CheckItem[] => z.array(checkItem).parse(task.checklist);
export const partsOf = (task: Pick<TaskRow, 'parts'>): PartUsed[] => z.array(partUsed).parse(task.parts);
export const proofOf = (task: Pick<TaskRow, 'proof'>): Proof | null => proof.nullable().parse(task.proof);
export const wordsOf = (task: { words: unknown }): Step => step.parse(task.words);
