import { isLeft, leftOf } from './given-back.ts';
import { forGoods, type PlannedTask } from './plan.ts';
import { divided, firstDay, piecesOf, type Lot } from './pieces.ts';
import { isDropped, isOpen } from './rules.ts';
import { isWorkedOn, type Worked } from './taken-back.ts';
import type { CheckItem, FulfilmentTask } from './task.ts';

interface Known extends Worked, Pick<FulfilmentTask, 'termId'> {
  checklist: readonly Pick<CheckItem, 'text' | 'done'>[];
}

/** What is asked for, for some of its goods, and the task that is for it; null: there is none. */
export interface Asked<T> {
  planned: PlannedTask;
  task: T | null;
}

/** What a purchase's promises ask for beside the tasks that there are, each with as many pieces as it is for. */
export interface Followed<T> {
  /** As it is, in the order of the plan. */
  asked: Asked<T>[];
  /**
   * As it is to be: goods without a task go along with an open one of their term that nobody worked on yet, or get one of
   * their own. What is ticked was done without them, and nothing is due with goods before these can be there.
   */
  wanted: Asked<T>[];
  /** Open tasks for what nothing that is promised asks for any more, or for what another open one is for. */
  unowed: T[];
}

interface Line<T> {
  planned: PlannedTask;
  /** Goods that no task is for. */
  left: readonly Lot[];
  found: { lots: readonly Lot[]; task: T | null }[];
  /** What is owed beside what was handed over already; null: nothing. */
  more: { lots: readonly Lot[]; items: string[]; task: T | null } | null;
}

/** Kinds whose list is what the customer gets, and not how it is done: what is new on it is owed though the rest is done. */
const HANDED_OVER: readonly string[] = ['EXTRAS', 'TRAINING'];

/**
 * Finds the task for everything that is planned (C4). It is the same thing to do where it is of the same kind, the same
 * visit and the same goods: a purchase that was moved holds another version, whose terms may have other names, and what
 * was done or called off before is not to be done again for it. Nothing is asked for pieces that were given back.
 */
export function followPlan<T extends Known>(plan: readonly PlannedTask[], tasks: readonly T[]): Followed<T> {
  const lines = plan.map((planned): Line<T> => ({ planned, left: planned.lots, found: [], more: null }));
  // where goods are divided among terms otherwise than before, a task goes on with its own
  const linesOf = (task: T): Line<T>[] =>
    lines
      .filter(({ planned }) => planned.kind === task.kind && planned.ordinal === task.ordinal)
      .sort((a, b) => Number(b.planned.termId === task.termId) - Number(a.planned.termId === task.termId));
  const give = (line: Line<T>, task: T): boolean => {
    const { taken, left } = divided(line.left, (code) => piecesOf(task, code));
    if (taken.length === 0) return false;
    line.left = left;
    line.found.push({ lots: taken, task });
    return true;
  };
  for (const task of tasks) {
    if (!mayFollow(task)) for (const line of linesOf(task)) give(line, task);
  }
  // what was given back is owed to nobody any more
  for (const line of lines) line.left = leftOf(line.left);
  for (const line of lines) line.more = stillOwed(line, tasks);
  const take = (line: Line<T>, task: T): boolean => {
    if (!line.more || line.more.task || !line.more.lots.some(({ code }) => task.codes.includes(code))) return false;
    line.more.task = task;
    return true;
  };
  const unowed: T[] = [];
  for (const task of [...tasks.filter(isOpen), ...tasks.filter(isDropped)]) {
    const its = linesOf(task);
    if (!its.some((line) => give(line, task)) && !its.some((line) => take(line, task)) && isOpen(task))
      unowed.push(task);
  }
  return { asked: lines.flatMap(asItIs), wanted: lines.flatMap(asWanted), unowed };
}

/** Of goods whose task is done, what is promised now and was not on its list. */
function stillOwed<T extends Known>({ planned, found }: Line<T>, tasks: readonly T[]): Line<T>['more'] {
  const lots = found
    .flatMap((each) => (each.task?.status === 'DONE' ? each.lots : []))
    .filter((lot) => isLeft(lot, planned.lots));
  if (!HANDED_OVER.includes(planned.kind) || lots.length === 0) return null;
  const had = new Set(
    tasks
      .filter(({ status, kind, ordinal, codes: its }) => {
        const same = kind === planned.kind && ordinal === planned.ordinal;
        return status === 'DONE' && same && lots.some(({ code }) => its.includes(code));
      })
      .flatMap(({ checklist }) => checklist.map(({ text }) => text)),
  );
  const items = forGoods(planned, lots).checklist.filter((text) => !had.has(text));
  return items.length === 0 ? null : { lots, items, task: null };
}

const askedFor = <T>({ planned }: Line<T>, found: Line<T>['found']): Asked<T>[] =>
  found.map(({ lots, task }) => ({ planned: forGoods(planned, lots), task }));

const asItIs = <T>(line: Line<T>): Asked<T>[] => [
  ...askedFor(line, line.left.length === 0 ? line.found : [...line.found, { lots: line.left, task: null }]),
  ...beside(line),
];

function beside<T>({ planned, more }: Line<T>): Asked<T>[] {
  if (!more) return [];
  const { lots, items, task } = more;
  // no piece of the goods themselves is left to be handed over
  const whole = forGoods(
    planned,
    lots.map((lot) => ({ ...lot, pieces: 0 })),
  );
  const owed = (text: string) => items.includes(text);
  const along = whole.along.filter(({ text }) => owed(text));
  return [{ planned: { ...whole, checklist: items, own: whole.own.filter(owed), along }, task }];
}

function asWanted<T extends Known>(line: Line<T>): Asked<T>[] {
  const open = line.found.filter(({ task }) => task && mayFollow(task) && !isWorkedOn(task));
  const joining = Map.groupBy(line.left, (lot) => open.find(({ lots }) => mayGoAlong(line.planned, lot, lots)));
  const found = line.found.map((each) => ({ ...each, lots: [...each.lots, ...(joining.get(each) ?? [])] }));
  return asItIs({ ...line, left: joining.get(undefined) ?? [], found });
}

/**
 * Goods go along with others that are delivered. What is done with goods is done where they are: they are on no list that is
 * due before they can be there. Extras are handed over with them, so nobody's list is for goods whose day nobody knows.
 */
function mayGoAlong({ kind }: PlannedTask, { dayless, thereOn }: Lot, lots: readonly Lot[]): boolean {
  if (kind === 'DELIVERY') return true;
  if (dayless) return kind !== 'EXTRAS' || lots.every((each) => each.dayless);
  return thereOn === undefined || thereOn <= firstDay(lots)!;
}

/** Whether it becomes what is promised now; what is done, or was called off by somebody, stays what it is. */
export const mayFollow = (task: Pick<Known, 'status' | 'cancelledReason'>): boolean => isOpen(task) || isDropped(task);

const alike = (one: Known, other: Known): boolean =>
  one.kind === other.kind && one.ordinal === other.ordinal && one.codes.some((code) => other.codes.includes(code));

/**
 * Open tasks that give way to another open one for the same thing, as after a completion was taken back: what is owed is
 * listed once, on that one.
 */
export const givenWay = <T extends Known>(task: T, unowed: readonly T[]): T[] =>
  unowed.filter((other) => alike(task, other));

/** Done tasks for what was owed beside what the task is for. */
export const doneBeside = <T extends Known>(task: T, tasks: readonly T[]): T[] =>
  tasks.filter(
    (other) => other.status === 'DONE' && alike(task, other) && task.codes.every((code) => piecesOf(other, code) === 0),
  );

/**
 * The checklist as it is asked for now, with the ticks that there are, wherever they were made. What was ticked and is not
 * asked for any more stays, behind the rest.
 */
export function followChecklist(asked: readonly string[], ...checklists: (readonly CheckItem[])[]): CheckItem[] {
  const known = new Map<string, CheckItem>();
  for (const item of checklists.flat()) if (!known.get(item.text)?.done) known.set(item.text, item);
  return [
    ...asked.map((text) => known.get(text) ?? { text, done: false, by: null, at: null }),
    ...[...known.values()].filter(({ text, done }) => done && !asked.includes(text)),
  ];
}
