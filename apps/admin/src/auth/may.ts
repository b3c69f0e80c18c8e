import type { Role } from '@perennial/domain/shared/roles';

/** What a role may open or change on the dashboard. The server enforces the same; this only keeps dead buttons away. */
const WRITES = {
  customers: ['OWNER', 'POLICY_MANAGER', 'AGENT'],
  products: ['OWNER', 'POLICY_MANAGER'],
  policies: ['OWNER', 'POLICY_MANAGER'],
  calendars: ['OWNER', 'POLICY_MANAGER'],
  points: ['OWNER', 'POLICY_MANAGER'],
  probes: ['OWNER', 'POLICY_MANAGER', 'AGENT'],
  partners: ['OWNER', 'POLICY_MANAGER'],
  importing: ['OWNER', 'POLICY_MANAGER'],
  claims: ['OWNER', 'AGENT'],
  warnings: ['OWNER', 'AGENT'],
  plans: ['OWNER', 'AGENT'],
  quotes: ['OWNER', 'AGENT'],
  fulfilment: ['OWNER', 'AGENT'],
  staff: ['OWNER'],
  settings: ['OWNER'],
} as const satisfies Record<string, readonly Role[]>;

const PAGES = {
  importing: ['OWNER', 'POLICY_MANAGER', 'AUDITOR'],
  newSale: ['OWNER', 'AGENT'],
  staff: ['OWNER'],
  audit: ['OWNER', 'AUDITOR'],
} as const satisfies Record<string, readonly Role[]>;

export type Writable = keyof typeof WRITES;

export function mayWrite(role: Role | undefined, what: Writable): boolean {
  return role !== undefined && (WRITES[what] as readonly Role[]).includes(role);
}

/** Pages not listed here are open to everybody who is signed in. */
export function mayOpen(role: Role | undefined, page: string): boolean {
  const roles = (PAGES as Record<string, readonly Role[]>)[page];
  return role !== undefined && (roles === undefined || roles.includes(role));
}
