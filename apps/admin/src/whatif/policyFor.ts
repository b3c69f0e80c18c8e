interface Placed {
  id: string;
  /** Empty: everywhere. */
  regions: readonly string[];
}

/**
 * The policy in which a term for a region is at home: one that is for that region before one that is for everywhere;
 * undefined where all are for others, in which the term could never apply.
 */
export const policyFor = <Policy extends Placed>(policies: readonly Policy[], region: string): Policy | undefined =>
  policies.find(({ regions }) => regions.includes(region)) ?? policies.find(({ regions }) => regions.length === 0);
