import { DomainError } from '../shared/errors.ts';

/** So long somebody whose password was taken over has to notice that the old one no longer works. */
export const SETTLING_DAYS = 7;

/** What is known of a password without knowing it. */
export interface PasswordFacts {
  /** False: somebody else chose it, and its holder has not changed it since. */
  passwordOwn: boolean;
  /** When somebody else last gave this person a new one, or let them in again; null: never. */
  passwordResetAt: Date | null;
}

/**
 * Whether what is done under a name counts as that person's own word, where two people have to agree (S11). Whoever sets
 * another's password can sign in as them, and even choose "their own" password then. So the password must be the holder's
 * choice (`PASSWORD_NOT_OWN`), and after a reset {@link SETTLING_DAYS} days must have passed (`PASSWORD_TOO_NEW`), in
 * which the real holder is locked out and finds out.
 */
export function checkOwnHand({ passwordOwn, passwordResetAt }: PasswordFacts, now: Date): void {
  if (!passwordOwn) {
    throw new DomainError(
      'PASSWORD_NOT_OWN',
      'Somebody else chose your password, so this could be their word; choose one of your own (Change password), then do it again.',
      { path: ['id'] },
    );
  }
  if (passwordResetAt === null) return;
  const settled = new Date(passwordResetAt.getTime() + SETTLING_DAYS * 86_400_000);
  if (settled <= now) return;
  throw new DomainError(
    'PASSWORD_TOO_NEW',
    `Somebody else gave you a new password less than ${SETTLING_DAYS} days ago; do this after ${settled.toISOString()}, or have another owner or policy manager do it.`,
    { path: ['id'], params: { days: SETTLING_DAYS, until: settled.toISOString().slice(0, 10) } },
  );
}
