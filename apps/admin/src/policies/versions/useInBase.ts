import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import type { Term } from '@perennial/domain/policies/terms';
import { useRead } from '../../api/useRead.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { PolicyPageDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { phrasesOf } from '../editor/words.ts';
import type { PolicyFile } from '../version.ts';
import { compared, promisedInBase } from './promisedInBase.ts';

/** Says what the base promises where a term of its variant will hold instead; undefined: nothing that could be named. */
export function useInBase(policy: PolicyFile, terms: readonly Term[]): (written: Term) => string | undefined {
  const format = useFormat();
  const language = useLanguage();
  const { asOf, currency } = useBusiness();
  const read = useRead(PolicyPageDocument, { id: policy.base?.id ?? '' }, { enabled: policy.base !== null });
  const base = policy.base ? compared(read.data?.policy?.versions.nodes ?? [], asOf) : undefined;
  return (written) => {
    const there = base && promisedInBase(base, terms, written, policy.regions);
    return there ? format.sentences(termSentences(there, currency, language, phrasesOf(base.phrases))) : undefined;
  };
}
