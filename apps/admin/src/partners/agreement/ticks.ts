import { grantName, type GrantableField } from '../fieldWords.ts';

/**
 * What was ticked and is not granted yet: by grant name, whether it is to be shared. It is laid over what is granted
 * at the moment, so that a change of the agreement beside it loses no tick.
 */
export type Ticks = ReadonlyMap<string, boolean>;

export const NO_TICKS: Ticks = new Map();

type Field = Pick<GrantableField, 'entity' | 'field' | 'share' | 'target'>;

/** What would be shared if it were granted now. */
export function chosenOf(granted: readonly string[], ticks: Ticks): ReadonlySet<string> {
  const chosen = new Set(granted);
  for (const [name, on] of ticks) {
    if (on) chosen.add(name);
    else chosen.delete(name);
  }
  return chosen;
}

/** How what is ticked differs from what is granted. */
export function unsaved(granted: readonly string[], ticks: Ticks): { added: string[]; removed: string[] } {
  const before = new Set(granted);
  return {
    added: [...ticks].filter(([name, on]) => on && !before.has(name)).map(([name]) => name),
    removed: [...ticks].filter(([name, on]) => !on && before.has(name)).map(([name]) => name),
  };
}

/**
 * Ticks one field, or takes its tick out. What leads to another group brings that group's own fields along, and takes
 * them back where nothing else that is ticked leads there: shared alone, the one is refused and the others reach nobody.
 */
export function tick(
  granted: readonly string[],
  ticks: Ticks,
  name: string,
  on: boolean,
  fields: readonly Field[],
): Ticks {
  const next = new Map(ticks).set(name, on);
  const target = fields.find((field) => grantName(field) === name)?.target;
  if (!target) return next;
  if (on) {
    for (const below of fields.filter(({ entity }) => entity === target))
      if (below.share === 'grantable' && below.target === null) next.set(grantName(below), true);
    return next;
  }
  const before = reached(chosenOf(granted, ticks), fields);
  const still = reached(chosenOf(granted, next), fields);
  for (const below of fields)
    if (before.has(below.entity) && !still.has(below.entity)) next.set(grantName(below), false);
  return next;
}

/** The groups that what is chosen leads to, beginning with the customer. */
function reached(chosen: ReadonlySet<string>, fields: readonly Field[]): ReadonlySet<string> {
  const groups = new Set(['Customer']);
  // a Set may grow while it is walked
  for (const group of groups)
    for (const field of fields)
      if (field.entity === group && field.target && (field.share === 'always' || chosen.has(grantName(field))))
        groups.add(field.target);
  return groups;
}
