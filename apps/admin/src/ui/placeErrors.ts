import type { FieldErrors } from '../api/errors.ts';

/** Whether one path is the other, or lies within it: `refundPaid.amount` lies within `refundPaid`. */
const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

/**
 * Puts each refusal where somebody sees it: beside the input of that path, else beside the input around it (`regions`
 * for `regions.0`), else beside the only input within it (`refundPaid.amount` for `refundPaid`), else under `root`,
 * which is told above the buttons. A refusal left on a path without an input would block every later submit: only
 * inputs and `root` are judged anew.
 * @param shown paths of the inputs that the form shows
 */
export function placeErrors(
  errors: FieldErrors,
  shown: readonly string[],
): Record<string, string | Record<string, string>> {
  const placed: Record<string, string> = {};
  const apart: Record<string, string> = {};
  for (const [path, said] of Object.entries(errors)) {
    if (typeof said === 'object') {
      Object.assign(apart, said);
      continue;
    }
    const around = shown.filter((each) => within(path, each)).sort((a, b) => b.length - a.length)[0];
    const inside = shown.filter((each) => within(each, path));
    const place = around ?? (inside.length === 1 ? inside[0] : undefined);
    if (place === undefined) apart[`at_${path.replaceAll('.', '_')}`] = said;
    else placed[place] ??= said;
  }
  return Object.keys(apart).length > 0 ? { ...placed, root: apart } : placed;
}
