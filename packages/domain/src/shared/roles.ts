/**
 * What a member of staff may do. OWNER: everything. POLICY_MANAGER: policies, partners, imports. AGENT: customers,
 * touchpoints, warnings, plans. AUDITOR: reads everything, the audit trail included, and writes nothing.
 */
export const ROLES = ['OWNER', 'POLICY_MANAGER', 'AGENT', 'AUDITOR'] as const;

export type Role = (typeof ROLES)[number];

/** Who works on warnings, plans, quotes and tasks; nobody else can be put in charge of one. */
export const IN_CHARGE: readonly Role[] = ['OWNER', 'AGENT'];
