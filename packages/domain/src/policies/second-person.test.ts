import { describe, expect, it } from 'vitest';
import { checkOwnHand, SETTLING_DAYS } from './second-person.ts';

const NOW = new Date('2026-03-10T12:00:00.000Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const DAY = 86_400_000;

describe('S11 the second person is who they say', () => {
  it('a password of their own, never reset, is their hand', () => {
    expect(() => checkOwnHand({ passwordOwn: true, passwordResetAt: null }, NOW)).not.toThrow();
  });

  it('one that somebody else chose is not, however long ago', () => {
    for (const passwordResetAt of [null, ago(100 * DAY)]) {
      expect(() => checkOwnHand({ passwordOwn: false, passwordResetAt }, NOW)).toThrow(
        expect.objectContaining({ code: 'PASSWORD_NOT_OWN', path: ['id'] }),
      );
    }
  });

  it('after a reset it takes its days, although they chose another since', () => {
    expect(() => checkOwnHand({ passwordOwn: true, passwordResetAt: ago(SETTLING_DAYS * DAY - 1) }, NOW)).toThrow(
      expect.objectContaining({
        code: 'PASSWORD_TOO_NEW',
        path: ['id'],
        params: { days: 7, until: '2026-03-10' },
      }),
    );
    expect(() => checkOwnHand({ passwordOwn: true, passwordResetAt: ago(SETTLING_DAYS * DAY) }, NOW)).not.toThrow();
  });
});
