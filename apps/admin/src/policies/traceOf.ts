import type { Step } from '@perennial/domain/policies/decision';
import { z } from 'zod';

const steps = z.array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }));

/** The steps of a decision as the API gives them (a JSON field), checked. */
export function traceOf(value: unknown): Step[] {
  const read = steps.safeParse(value);
  return read.success ? read.data : [];
}
