import { storedStep, type Step } from '@perennial/domain/policies/decision';
import { z } from 'zod';

const steps = z.array(storedStep);

/** The steps of a decision as the API gives them (a JSON field), checked. */
export function traceOf(value: unknown): Step[] {
  const read = steps.safeParse(value);
  return read.success ? read.data : [];
}
