import { HEALTH_BUCKETS, type HealthBucket } from '@perennial/domain/insights/health-buckets';

export type { HealthBucket };

/** How a health score is spoken of; the same bounds as the figures on Today. */
export function healthBucket(health: number): HealthBucket {
  return HEALTH_BUCKETS.find((bucket) => health >= bucket.from && health <= bucket.to)?.name ?? 'UNKNOWN';
}
