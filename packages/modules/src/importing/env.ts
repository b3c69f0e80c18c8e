import type { JobContext } from '@perennial/kernel/write/context';

/** What imports need of the job that runs them. */
export type ImportContext = Pick<JobContext, 'db' | 'now' | 'latestDay' | 'currency' | 'timezone' | 'write'>;
