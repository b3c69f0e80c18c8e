/** Where a version of a policy is read, and a draft is edited. Without the version the page opens what is in force. */
export const versionPath = (policyId: string, versionId: string): string =>
  `/policies/${encodeURIComponent(policyId)}/show?version=${encodeURIComponent(versionId)}`;
