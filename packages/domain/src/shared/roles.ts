/**
 * What a member of staff may do. OWNER: everything. POLICY_MANAGER: policies, partners, imports. AGENT: customers,
 * touchpoints, warnings, plans. AUDITOR: reads everything, the audit trail included, and writes nothing.
 */
export const ROLES = ['OWNER', 'POLICY_MANAGER', 'AGENT', 'AUDITOR'] as const;

export type Role = (typeof ROLES)[number];
