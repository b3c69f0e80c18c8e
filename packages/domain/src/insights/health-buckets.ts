import { UNKNOWN_HEALTH } from '../retention/health.ts';

/** Health as people speak of it; bounds are inclusive. */
export const HEALTH_BUCKETS = [
  { name: 'POOR', from: 0, to: 39 },
  { name: 'COOLING', from: 40, to: 59 },
  { name: 'FAIR', from: 60, to: 79 },
  { name: 'GOOD', from: 80, to: 100 },
  { name: 'UNKNOWN', from: UNKNOWN_HEALTH, to: UNKNOWN_HEALTH },
] as const;

export type HealthBucket = (typeof HEALTH_BUCKETS)[number]['name'];
