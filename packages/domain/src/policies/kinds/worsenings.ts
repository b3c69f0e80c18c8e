import { rowKey, type Cell, type Form, type FormField } from './form.ts';
import type { Worsening } from './kind.ts';

type Values = Readonly<Record<string, unknown>>;
type Rows = FormField & { type: 'rows' };

/**
 * In what `after` promises less than `before`, field by field, as the form's `better` says (S11). A field that does not
 * say which way is better is worse for every change; what is neutral never is. Lists are sets: their order is no change.
 */
export function derivedWorsenings(fields: Form, before: Values, after: Values): Worsening[] {
  return Object.entries(fields).flatMap(([field, declared]): Worsening[] => {
    if (declared.type === 'rows') return rowWorsenings(field, declared, before[field], after[field]);
    return isWorse(declared, before[field], after[field])
      ? [{ field, before: before[field] ?? null, after: after[field] ?? null }]
      : [];
  });
}

/** Rows are found again by their key. A row that goes is worse unless fewer are better, one that comes unless more are. */
function rowWorsenings(field: string, declared: Rows, before: unknown, after: unknown): Worsening[] {
  const was = rowsByKey(declared, before);
  const is = rowsByKey(declared, after);
  const { better } = declared;
  const worse: Worsening[] = [];
  for (const row of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const old = was.get(row);
    const young = is.get(row);
    if (!old || !young) {
      const matters = old ? better !== 'less' : better !== 'more';
      if (matters && better !== 'neutral') worse.push({ field, row, before: old ?? null, after: young ?? null });
      continue;
    }
    for (const [cell, own] of Object.entries(declared.cells)) {
      if (!isWorse(own, old[cell], young[cell])) continue;
      worse.push({
        field,
        row,
        // by the name it has now, unless that is what changed
        ...(cell === declared.name ? {} : calledBy(declared, young)),
        cell,
        before: old[cell] ?? null,
        after: young[cell] ?? null,
      });
    }
  }
  return worse;
}

/** What people call a row, for a sentence about it. */
export const calledBy = ({ name }: Rows, row: Values): { named?: string } =>
  name !== undefined && typeof row[name] === 'string' && row[name] !== '' ? { named: row[name] } : {};

const rowsByKey = ({ key }: Rows, rows: unknown): Map<string, Values> =>
  new Map(((rows ?? []) as readonly Values[]).map((row) => [rowKey(key, row), row]));

/** Whether `after` is less for the customer than `before`, as the field says. */
export function isWorse(field: Cell, before: unknown, after: unknown): boolean {
  if (field.better === 'neutral') return false;
  switch (field.type) {
    case 'text': {
      const [was, is] = [before, after].map((each) => (typeof each === 'string' ? each.trim() : ''));
      // where nothing was said nothing is taken away; blanks around are nothing that a person sees
      return was !== '' && was !== is;
    }
    case 'int':
    case 'money':
      return field.better === 'more'
        ? !((after as number) >= (before as number))
        : field.better === 'less'
          ? !((after as number) <= (before as number))
          : before !== after;
    case 'bool':
      return before !== after && after !== field.better;
    case 'choice':
      return before !== after && !isStepUp(field.better, before, after);
    case 'choices':
    case 'words': {
      const [was, is] = [before, after].map((each) => ((each ?? []) as readonly string[]).map((item) => item.trim()));
      const lost = was!.some((item) => !is!.includes(item));
      const gained = is!.some((item) => !was!.includes(item));
      return (lost && field.better !== 'less') || (gained && field.better !== 'more');
    }
  }
}

/** Whether both have a place in the order from the least to the most promised, and `after` the higher one. */
function isStepUp(order: readonly string[] = [], before: unknown, after: unknown): boolean {
  const from = order.indexOf(String(before));
  return from >= 0 && order.indexOf(String(after)) > from;
}
