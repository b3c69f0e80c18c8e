import type { ServicePoint } from './point.ts';

type Served = Pick<ServicePoint, 'active' | 'address' | 'phone' | 'email' | 'website' | 'region'>;

const CONTACTS = ['address', 'phone', 'email', 'website'] as const;

/**
 * The first field by which a point would serve customers less than before (S11, 絕不能為了省成本而砍服務): out of service,
 * without a contact that it had, or for another region; null: by none. Another number in place of the old one takes
 * nothing away, and has to be tried before it counts (S14). Its hours are the calendar's to compare.
 */
export function lessServedBy(before: Served, after: Served): keyof Served | null {
  if (before.active && !after.active) return 'active';
  const gone = CONTACTS.find((contact) => before[contact] !== null && after[contact] === null);
  if (gone) return gone;
  // null is everywhere
  return after.region !== null && after.region !== before.region ? 'region' : null;
}
