import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';
import { ROLES } from '../shared/roles.ts';

/** Somebody who works with the dashboard; their role says what they may do (C46: who looks after whom). */
export const staffMember = entity('StaffMember', {
  plural: 'staffMembers',
  owner: 'reference',
  fields: {
    name: f.text({ max: 120, filter: true, sort: true }),
    email: f.text({ max: 254, filter: true, sort: true, write: 'create' }),
    role: f.enum('StaffRole', ROLES, { filter: true }),
    /** False: cannot sign in any more, but the name stays beside what they did. */
    active: f.bool({ filter: true }),
    createdAt: f.instant({ sort: true, write: 'never' }),
  },
});

export type StaffMember = Infer<typeof staffMember>;
export type StaffChange = Partial<Pick<StaffMember, 'name' | 'role' | 'active'>>;

/**
 * Refuses a change after which nobody could look after the business any more.
 *
 * @throws DomainError OWN_ACCOUNT (an owner locks themselves out by mistake), LAST_OWNER
 */
export function checkStaffChange(facts: {
  self: boolean;
  before: Pick<StaffMember, 'role' | 'active'>;
  change: StaffChange;
  activeOwners: number;
}): void {
  const { before, change } = facts;
  const isOwner = before.role === 'OWNER' && before.active;
  const staysOwner = (change.role ?? before.role) === 'OWNER' && (change.active ?? before.active);
  if (!isOwner || staysOwner) return;
  const path = [change.active === false ? 'active' : 'role'];
  if (facts.activeOwners <= 1) {
    throw new DomainError('LAST_OWNER', 'This is the only owner: make somebody else an owner first.', { path });
  }
  if (facts.self) {
    throw new DomainError('OWN_ACCOUNT', 'You cannot take the ownership from yourself: ask another owner to do it.', {
      path,
    });
  }
}
