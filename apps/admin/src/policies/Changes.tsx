import { Box, Typography } from '@mui/material';
import { besideChanges, noneBeside, type WithBesides } from '@perennial/domain/policies/besides';
import { changes } from '@perennial/domain/policies/changes';
import type { Cut } from '@perennial/domain/policies/compare';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { sentenceOf, termSentences } from '@perennial/domain/policies/sentences/sentence';
import { worseningSentences, type PhrasesOfBoth } from '@perennial/domain/policies/sentences/worse';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { LANGUAGES } from '@perennial/domain/shared/language';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { BesideTerms } from './BesideTerms.tsx';
import { Replaced } from './Replaced.tsx';
import { Worse } from './Worse.tsx';

interface Props {
  before: WithBesides;
  after: WithBesides;
  /** Of the earlier one; left out: whoever shows it says what it is compared with. */
  number?: number;
  /** How the introduction differs; left out: it does not. */
  intro?: { was: string; now: string } | undefined;
}

const WORDS = {
  ADDED: 'policyEditor.preview.added',
  REMOVED: 'policyEditor.preview.gone',
  CHANGED: 'policyEditor.preview.changed',
} as const;

/**
 * What differs from an earlier version, term by term as prose, then what stands beside the terms, and where it promises
 * less (C1, C9, S11).
 */
export function Changes({ before, after, number, intro }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { currency } = useBusiness();
  const said = (term: Term, words: Phrases) =>
    termSentences(term, currency, language, words)
      .toReversed()
      .join(language === 'en' ? ' ' : '');
  const phrases: PhrasesOfBoth = { before: before.phrases, after: after.phrases };
  const all = changes(before.terms, after.terms);
  const beside = besideChanges(before, after, LANGUAGES);
  const same = all.filter((each) => each.change === 'SAME').length;
  const differing = all.filter((each) => each.change !== 'SAME');
  return (
    <>
      {number !== undefined && (
        <Typography variant="h3" gutterBottom>
          {t('policies.terms.changes', { number })}
        </Typography>
      )}
      {intro && (
        <Box sx={{ mb: 1.5 }}>
          <IntroChange {...intro} />
        </Box>
      )}
      {number !== undefined && differing.length === 0 && noneBeside(beside) && !intro && (
        <Typography color="textSecondary">{t('policies.terms.same', { number })}</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {differing.map(({ change, kind, before: was, after: now, staying, cuts }) => (
          <li key={[kind, ...was.map(({ id }) => id), change, ...now.map(({ id }) => id)].join(' ')}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
              <strong>{kindOf(kind).label[language]}</strong>
              {change !== 'SAME' && <span>{t(WORDS[change])}</span>}
              {cuts.length > 0 && (
                <Worse>{t(change === 'ADDED' ? 'policyGuard.cut.burden' : 'policyEditor.preview.worse')}</Worse>
              )}
            </Box>
            {cuts.length > 0 && <Why kind={kind} cuts={cuts} currency={currency} phrases={phrases} />}
            {was.map((term, at) => (
              <Typography key={term.id} color="textSecondary">
                {at === 0 && now.length > 0 && `${t('policyEditor.preview.before')} · `}
                {staying.has(term) ? said(term, phrases.before) : <del>{said(term, phrases.before)}</del>}
              </Typography>
            ))}
            {now.map((term, at) => (
              <Typography key={term.id}>
                {at === 0 && was.length > 0 && `${t('policyEditor.preview.after')} · `}
                {said(term, phrases.after)}
              </Typography>
            ))}
          </li>
        ))}
        <BesideTerms {...beside} />
      </Box>
      {same > 0 && differing.length > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
          {t('policyEditor.preview.same', { smart_count: same })}
        </Typography>
      )}
    </>
  );
}

/** The words above the terms as they were and as they are to be: whoever decides on the terms decides on these too. */
export function IntroChange(intro: { was: string; now: string }) {
  const t = useWords();
  return <Replaced title={t('policyEditor.preview.intro')} {...intro} />;
}

interface WhyLess {
  kind: string;
  cuts: readonly Cut[];
  currency: string;
  phrases: PhrasesOfBoth;
}

/** In what less is promised, and to which purchases where that is not all of them. */
function Why({ kind, cuts, currency, phrases }: WhyLess) {
  const language = useLanguage();
  const why = cuts.flatMap((cut) => {
    const said = worseningSentences(kindOf(kind), cut.worsenings, currency, language, phrases);
    if (said.length === 0) return [];
    const scopes = cut.cases.map((cases) => sentenceOf({ code: 'CASES', params: { cases, currency } }, language));
    return [[...scopes.slice(0, 2), ...said].join(language === 'en' ? ' ' : '')];
  });
  return [...new Set(why)].map((each) => (
    <Typography key={each} variant="body2">
      {each}
    </Typography>
  ));
}
