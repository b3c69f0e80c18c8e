export const ROLES = ['OWNER', 'POLICY_MANAGER', 'AGENT', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];

export interface StaffActor {
  kind: 'staff';
  id: string;
  email: string;
  role: Role;
}

/** A partner's key belongs to one agreement; what it may see is that agreement's grants and nothing more (S10). */
export interface PartnerActor {
  kind: 'partner';
  partnerId: string;
  agreementId: string;
  keyId: string;
  keyHash: string;
  purpose: string;
  /** Granted fields, `Type.field`. */
  grants: readonly string[];
  /** Changes with every change of the agreement; part of the schema cache's key. */
  grantsVersion: number;
  /** Counts below this come back as null. */
  minimumCount: number;
  /** A preview made by staff ("view as partner"), marked on its receipt. */
  previewBy?: string;
}

export interface SystemActor {
  kind: 'system';
}

export type Actor = StaffActor | PartnerActor | SystemActor;
