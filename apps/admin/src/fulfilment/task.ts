import {
  checkItem,
  partUsed,
  proof,
  type CheckItem,
  type PartUsed,
  type Proof,
} from '@perennial/domain/fulfilment/task';
import { storedStep, type Step } from '@perennial/domain/policies/decision';
import { wordingOf } from '@perennial/domain/policies/phrases';
import type { Language } from '@perennial/domain/shared/language';
import { z } from 'zod';
import type { TaskCardFragment } from '../gql/graphql.ts';

export type TaskRow = TaskCardFragment;

/** The documents that a task carries; the schema calls them JSON, the domain knows their shape. */
export const checklistOf = (task: Pick<TaskRow, 'checklist'>): CheckItem[] => z.array(checkItem).parse(task.checklist);
export const partsOf = (task: Pick<TaskRow, 'parts'>): PartUsed[] => z.array(partUsed).parse(task.parts);
export const proofOf = (task: Pick<TaskRow, 'proof'>): Proof | null => proof.nullable().parse(task.proof);
export const wordsOf = (task: { words: unknown }): Step => storedStep.parse(task.words);

/** The goods it is about, with how many where it is for more than one piece. */
export const goodsOf = (task: Pick<TaskRow, 'codes' | 'pieces'>): string[] => {
  const pieces = z.record(z.string(), z.int()).nullable().parse(task.pieces) ?? {};
  return (task.codes ?? []).map((code) => {
    const count = Object.hasOwn(pieces, code) ? pieces[code]! : 1;
    return count > 1 ? `${count} × ${code}` : code;
  });
};

/** A text of the task as a reader of the language is told it: its promise may word it. */
export const textIn = (task: { words: unknown }, text: string, language: Language): string =>
  wordingOf(text, language, wordsOf(task).words);
