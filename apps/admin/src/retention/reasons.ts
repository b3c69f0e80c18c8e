import { reasonSchema } from '@perennial/domain/retention/health-score';
import type { Reason } from '@perennial/domain/retention/health';
import { z } from 'zod';

const list = z.array(reasonSchema);

/** Reasons as the API gives them (a JSON field), checked; what cannot be read is left out rather than shown wrong. */
export function reasonsOf(value: unknown): Reason[] {
  const read = list.safeParse(value);
  return read.success ? read.data : [];
}
