import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { createThrottle } from './throttle.ts';

const limits = {
  ...LIMITS,
  staffPerMinute: 2,
  failedSignInsPerPerson: 3,
  failedSignInsPerAddress: 5,
  strangerPerMinute: 2,
};

describe('throttle', () => {
  it('counts each member of staff apart and says when to come back', async () => {
    const throttle = createThrottle(limits);
    await throttle.staff('a');
    await throttle.staff('a');
    await throttle.staff('b');
    await expect(throttle.staff('a')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      params: { retryAfter: expect.any(Number) as number },
    });
  });

  it('stops guessing at one e-mail, however it is written', async () => {
    const throttle = createThrottle(limits);
    for (const email of ['mai@example.com', ' MAI@example.com', 'Mai@Example.com'])
      await throttle.signIn('10.0.0.1', email);
    await expect(throttle.signIn('10.0.0.1', 'mai@example.com')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await throttle.signIn('10.0.0.2', 'mai@example.com');
  });

  it('stops guessing at many e-mails from one address', async () => {
    const throttle = createThrottle(limits);
    for (let i = 0; i < 5; i++) await throttle.signIn('10.0.0.1', `${i}@example.com`);
    await expect(throttle.signIn('10.0.0.1', '6@example.com')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('forgives after the right password', async () => {
    const throttle = createThrottle(limits);
    for (let i = 0; i < 20; i++) {
      await throttle.signIn('10.0.0.1', 'mai@example.com');
      await throttle.signedIn('10.0.0.1', 'mai@example.com');
    }
  });

  it('counts an IPv6 network as one caller', async () => {
    const throttle = createThrottle(limits);
    await throttle.stranger('2001:db8:1:2::1');
    await throttle.stranger('2001:db8:1:2:ffff::9');
    await expect(throttle.stranger('2001:db8:1:2:a:b:c:d')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await throttle.stranger('2001:db8:1:3::1');
  });
});
