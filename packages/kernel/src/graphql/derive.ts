import type { DerivedSpot } from './compile/plan.ts';

/** Replaces, in a parsed answer, every derived field's raw columns by its value. Only documents that ask for one are parsed. */
export function applyDerived(data: unknown, spots: readonly DerivedSpot[]): void {
  for (const spot of spots) walk(data, spot.path, spot);
}

function walk(at: unknown, path: readonly string[], spot: DerivedSpot): void {
  const [step, ...rest] = path;
  if (at === null || at === undefined || step === undefined) return;
  if (step === '*') {
    for (const item of at as unknown[]) walk(item, rest, spot);
    return;
  }
  const object = at as Record<string, unknown>;
  if (rest.length > 0) return walk(object[step], rest, spot);
  const values = object[step];
  if (Array.isArray(values))
    object[step] = spot.derive(Object.fromEntries(spot.needs.map((need, i) => [need, values[i]])));
}
