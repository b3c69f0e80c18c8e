import { DomainError } from '@perennial/domain/shared/errors';
import { eq } from 'drizzle-orm';
import { appendAudit } from '../write/audit.ts';
import type { RefusalTrail } from '../write/refusals.ts';
import type { Database } from '../db/database.ts';
import { SYSTEM, type StaffActor } from './actor.ts';
import { staffMembers } from './table.ts';

/** Subjects are no longer than this in the audit trail. */
const SUBJECT = 200;

const WRONG_SIGN_IN = new DomainError('INVALID_EMAIL_OR_PASSWORD', 'The e-mail or the password was wrong.');

interface Known {
  id: string;
  email: string;
  name?: string | null;
  role?: StaffActor['role'];
}

/**
 * Puts into the audit trail that somebody signed in (`signIn`), or that a sign-in was turned away (`signInRefused`).
 * Of a refusal it keeps the e-mail that was given, which need not be anybody's, and never the password; what was no
 * e-mail at all is not kept, for people type passwords into the wrong field. The throttle
 * bounds how many there are from one address, `refusals` from all of them.
 */
export async function recordSignIn(
  db: Database,
  refusals: RefusalTrail,
  at: Date,
  given: string,
  response: Response,
): Promise<void> {
  if (response.ok) {
    const { user } = (await response.clone().json()) as { user: Known };
    const actor: StaffActor = {
      kind: 'staff',
      id: user.id,
      email: user.email,
      name: user.name ?? '',
      role: user.role ?? 'AUDITOR',
    };
    await append(db, at, actor, 'signIn', user.email);
  } else if (response.status === 401) {
    const subject = given.trim().toLowerCase().slice(0, SUBJECT);
    await refusals.keep({ actor: SYSTEM, operation: 'signInRefused', subject, error: WRONG_SIGN_IN });
  }
}

/**
 * That somebody changed their own password, which is their own choice from then on, or tried to with a wrong one:
 * `passwordChange`, `passwordChangeRefused`.
 */
export async function recordPasswordChange(
  db: Database,
  at: Date,
  actor: StaffActor,
  outcome: 'changed' | 'refused',
): Promise<void> {
  await db.transaction(async (tx) => {
    if (outcome === 'changed') {
      await tx.update(staffMembers).set({ passwordOwn: true }).where(eq(staffMembers.id, actor.id));
    }
    const operation = outcome === 'changed' ? 'passwordChange' : 'passwordChangeRefused';
    await appendAudit(tx, { at, actor, operation, details: [{ subject: actor.email.slice(0, SUBJECT) }] });
  });
}

const append = (
  db: Database,
  at: Date,
  actor: StaffActor | typeof SYSTEM,
  operation: string,
  subject: string,
): Promise<void> =>
  db.transaction((tx) => appendAudit(tx, { at, actor, operation, details: [{ subject: subject.slice(0, SUBJECT) }] }));
