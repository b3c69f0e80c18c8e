import { termKinds } from '@perennial/domain/policies/kinds/all';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import type { Term } from '@perennial/domain/policies/terms';
import { useRead } from '../../api/useRead.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useFormat } from '../../format/useFormat.ts';
import type { Dispute } from '../../conflict/BothSides.tsx';
import { VersionChoicesDocument } from '../../gql/graphql.ts';
import { languages } from '../../i18n/languages.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import type { DraftHandle } from './useDraft.ts';
import { wordedAt } from './words.ts';

/** Everything in a draft that waits for a choice between what two people wrote. */
export function useDisputes(draft: DraftHandle): Dispute[] {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { currency } = useBusiness();
  const { rivalCalendar } = draft;
  const choices = useRead(VersionChoicesDocument, {}, { enabled: rivalCalendar !== undefined });
  const sentences = (term: Term | undefined): string => {
    if (!term) return t('policyEditor.conflict.gone');
    try {
      return format.sentences(termSentences(term, currency, language, draft.words.phrases));
    } catch {
      return JSON.stringify(term.params);
    }
  };
  const calendar = (id: string | null): string =>
    id === null
      ? t('policyEditor.settings.noCalendar')
      : (choices.data?.calendars.nodes.find((each) => each.id === id)?.name ?? '…');
  const terms = draft.clashes.map((clash): Dispute => {
    const mine = draft.terms.find(({ id }) => id === clash.id);
    const kind = termKinds.find((each) => each.kind === (mine ?? clash.theirs)?.kind);
    return {
      key: `term ${clash.id}`,
      title: kind?.label[language] ?? clash.id,
      mine: sentences(mine),
      theirs: sentences(clash.theirs),
      settle: (whose) => draft.settle(clash, whose),
    };
  });
  const worded = draft.rivals.map((rival): Dispute => {
    const { text, language: locale, theirs } = rival;
    const name = languages.find((each) => each.locale === locale)?.name ?? '';
    return {
      key: `words ${locale} ${text}`,
      title:
        text === null ? t('policyEditor.words.intro') : t('policyEditor.words.inLanguage', { text, language: name }),
      mine: wordedAt(draft.words, rival) || '–',
      theirs: theirs || '–',
      settle: (whose) => draft.settleWords(rival, whose),
    };
  });
  const hours: Dispute[] = rivalCalendar
    ? [
        {
          key: 'calendar',
          title: t('policyEditor.settings.calendar'),
          mine: calendar(draft.settings.calendarId),
          theirs: calendar(rivalCalendar.theirs),
          settle: draft.settleCalendar,
        },
      ]
    : [];
  return [...terms, ...worded, ...hours];
}
