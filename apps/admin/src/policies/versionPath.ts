/**
 * Where a version of a policy is read, and a draft is edited; there `termId` is the term that is opened. Without the version
 * the page opens what is in force.
 */
export const versionPath = (policyId: string, versionId: string, termId?: string | null): string =>
  `/policies/${encodeURIComponent(policyId)}/show?version=${encodeURIComponent(versionId)}` +
  (termId ? `&term=${encodeURIComponent(termId)}` : '');
