import { useRead } from '../api/useRead.ts';
import { PolicyNamesDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { policyNameIn } from './policyIn.ts';

/** How policies are called by who reads the page, by the names that the rules know them by; unread while nobody asks. */
export function usePolicyNames(enabled: boolean): (name: string) => string {
  const language = useLanguage();
  const { data } = useRead(PolicyNamesDocument, {}, { enabled });
  return (name) => {
    const known = data?.policies.nodes.find((each) => each.name === name);
    return known ? policyNameIn(known, language) : name;
  };
}
