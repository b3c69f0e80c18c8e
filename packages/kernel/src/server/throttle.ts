import { DomainError } from '@perennial/domain/shared/errors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits } from './limits.ts';

/** Counts per caller in memory: one deployment is one process; several processes each allow the full rate. */
export interface Throttle {
  /** @throws DomainError RATE_LIMITED with `params.retryAfter` in seconds */
  staff(staffId: string): Promise<void>;
  partner(keyId: string): Promise<void>;
  /** Somebody without a valid session or key. */
  stranger(address: string): Promise<void>;
  /** Before the password is looked at: parallel guesses are counted too. */
  signIn(address: string, email: string): Promise<void>;
  /** The password was right: the guesses before it no longer count. */
  signedIn(address: string, email: string): Promise<void>;
}

export function createThrottle(limits: Limits): Throttle {
  const perMinute = (points: number) => new RateLimiterMemory({ points, duration: 60 });
  const perQuarter = (points: number) => new RateLimiterMemory({ points, duration: 900 });
  const staff = perMinute(limits.staffPerMinute);
  const partner = perMinute(limits.keyPerMinute);
  const stranger = perMinute(limits.strangerPerMinute);
  const person = perQuarter(limits.failedSignInsPerPerson);
  const address = perQuarter(limits.failedSignInsPerAddress);
  const who = (from: string, email: string) => `${from}|${email.trim().toLowerCase().slice(0, 254)}`;
  return {
    staff: (id) => take(staff, id),
    partner: (id) => take(partner, id),
    stranger: (from) => take(stranger, network(from)),
    async signIn(from, email) {
      await take(address, network(from));
      await take(person, who(network(from), email));
    },
    async signedIn(from, email) {
      await person.delete(who(network(from), email));
      await address.reward(network(from), 1);
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new DomainError('RATE_LIMITED', `Too many requests; try again in ${retryAfter} s.`, {
      params: { retryAfter },
    });
  }
}

/** IPv6 callers own whole /64 networks: count the network, not the address. */
function network(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return (plain.includes('::') ? [...left, ...zeros, ...right] : left).slice(0, 4).join(':');
}
