import { isDropped, isOpen } from './rules.ts';
import type { PlannedTask } from './plan.ts';
import type { CheckItem, FulfilmentTask } from './task.ts';

type Known = Pick<FulfilmentTask, 'kind' | 'status' | 'ordinal' | 'termId' | 'codes' | 'cancelledReason'>;

/** What a purchase's promises ask for beside the tasks that there are. */
export interface Followed<T> {
  /** In the order of the plan: what is asked for, for some of its goods, and the task that is for it; null: there is none. */
  asked: { planned: PlannedTask; task: T | null }[];
  /** Open tasks for what nothing that is promised asks for any more. */
  unowed: T[];
}

/**
 * Finds the task for everything that is planned (C4). It is the same thing to do where it is of the same kind, the same
 * visit and the same goods: a purchase that was moved holds another version, whose terms may have other names, and what
 * was done or called off before is not to be done again for it.
 */
export function followPlan<T extends Known>(plan: readonly PlannedTask[], tasks: readonly T[]): Followed<T> {
  const lines = plan.map((planned) => ({ planned, left: [...planned.codes], tasks: [] as Followed<T>['asked'] }));
  type Line = (typeof lines)[number];
  // where goods are divided among terms otherwise than before, a task goes on with its own
  const linesOf = (task: T): Line[] =>
    lines
      .filter(({ planned }) => planned.kind === task.kind && planned.ordinal === task.ordinal)
      .sort((a, b) => Number(b.planned.termId === task.termId) - Number(a.planned.termId === task.termId));
  const give = (line: Line, task: T): boolean => {
    const codes = line.left.filter((code) => task.codes.includes(code));
    if (codes.length === 0) return false;
    line.left = line.left.filter((code) => !codes.includes(code));
    line.tasks.push({ planned: { ...line.planned, codes }, task });
    return true;
  };
  for (const task of tasks) {
    if (!isOpen(task) && !isDropped(task)) for (const line of linesOf(task)) give(line, task);
  }
  const unowed: T[] = [];
  for (const task of [...tasks.filter(isOpen), ...tasks.filter(isDropped)]) {
    if (!linesOf(task).some((line) => give(line, task)) && isOpen(task)) unowed.push(task);
  }
  const asked = lines.flatMap(({ planned, left, tasks: found }) =>
    left.length === 0 ? found : [...found, { planned: { ...planned, codes: left }, task: null }],
  );
  return { asked, unowed };
}

/**
 * The checklist as it is asked for now, with the ticks that there are. What was ticked and is not asked for any more
 * stays, behind the rest.
 */
export function followChecklist(asked: readonly string[], checklist: readonly CheckItem[]): CheckItem[] {
  const known = new Map(checklist.map((item) => [item.text, item]));
  return [
    ...asked.map((text) => known.get(text) ?? { text, done: false, by: null, at: null }),
    ...checklist.filter(({ text, done }) => done && !asked.includes(text)),
  ];
}
