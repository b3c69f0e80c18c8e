import { useRead } from '../../api/useRead.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useFormat } from '../../format/useFormat.ts';
import type { Dispute } from '../../conflict/BothSides.tsx';
import { VersionChoicesDocument } from '../../gql/graphql.ts';
import { languages } from '../../i18n/languages.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { clashSaid } from './clashSaid.ts';
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
  const telling = {
    language,
    currency,
    phrases: draft.words.phrases,
    joined: format.sentences,
    gone: t('policyEditor.conflict.gone'),
  };
  const calendar = (id: string | null): string =>
    id === null
      ? t('policyEditor.settings.noCalendar')
      : (choices.data?.calendars.nodes.find((each) => each.id === id)?.name ?? '…');
  const terms = draft.clashes.map(
    (clash): Dispute => ({
      key: `term ${clash.id} ${clash.row?.path ?? ''} ${clash.row?.key ?? ''}`,
      ...clashSaid(
        clash,
        draft.terms.find(({ id }) => id === clash.id),
        telling,
      ),
      settle: (whose) => draft.settle(clash, whose),
      ...(clash.added && { both: () => draft.keepBoth(clash) }),
    }),
  );
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
