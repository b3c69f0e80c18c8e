import type { Role } from '@perennial/domain/shared/roles';

/** Someone who signed in to the dashboard. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** A partner company's program, known by an API key that belongs to exactly one data sharing agreement. */
export interface PartnerActor {
  readonly kind: 'partner';
  readonly agreementId: string;
  readonly keyId: string;
  readonly partnerId: string;
  readonly purpose: string;
  /** Granted fields as `Type.field`; the partner's schema holds these and nothing else. */
  readonly grants: readonly string[];
  /** Smallest group a figure may be told about (k). */
  readonly minimumCount: number;
  /** Changes with every change of the agreement; a read made under an older one is turned away as stale. */
  readonly grantsVersion: number;
  /** SHA-256 of the key in hex; the read's own transaction checks it again, so that a revocation holds at once. */
  readonly keyHash: string;
  /** Secret of the agreement from which its own names for rows are made, where a cursor has to name one. */
  readonly rowKey: string;
  /** Set when staff look through the partner's eyes; marked on the receipt. */
  readonly previewBy?: string;
}

/** The program itself: jobs, seeding, deliveries. */
export interface SystemActor {
  readonly kind: 'system';
}

export type Actor = StaffActor | PartnerActor | SystemActor;

export const SYSTEM: SystemActor = { kind: 'system' };
