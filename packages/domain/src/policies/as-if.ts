import type { VersionTerms } from './decide.ts';

/**
 * The promises of a purchase if a version were among them: it takes the place of what the same policy promised, and what
 * other policies promised stands beside it.
 */
export const asIf = (held: readonly VersionTerms[], supposed: VersionTerms): VersionTerms[] => [
  ...held.filter((version) => version.policyId !== supposed.policyId),
  { ...supposed, supposed: true },
];
