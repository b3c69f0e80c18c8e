/** Nearer to a whole number than any decimal that somebody types. */
const EXACT = 1e-6;

/** A number as it was typed, in units of which `scale` make one; undefined: it is none, below 0, or too fine for them. */
export function unitsOf(typed: string, scale: number): number | undefined {
  const units = Number(typed) * scale;
  const whole = Math.round(units);
  const exact = typed.trim() !== '' && Math.abs(units - whole) < EXACT && Number.isSafeInteger(whole);
  return exact && whole >= 0 ? whole : undefined;
}
