import { Box, Typography } from '@mui/material';
import { parts, partTitle } from '@perennial/domain/charter/parts';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { termSentencesAmong } from '@perennial/domain/policies/sentences/sentence';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import type { Language } from '@perennial/domain/shared/language';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  terms: readonly Term[];
  /** How their texts are said in other languages. */
  phrases?: Phrases;
  /** Written in this language; the reader's own unless said. */
  language?: Language;
}

/**
 * The terms as sentences, as a customer would read them, written by the same code as every decision, under the headings
 * of the public charter (C5) and in its order.
 */
export function Charter({ terms, phrases, language: asked }: Props) {
  const t = useWords();
  const own = useLanguage();
  const language = asked ?? own;
  const { currency } = useBusiness();
  if (terms.length === 0) return <Typography color="textSecondary">{t('policies.terms.none')}</Typography>;
  return (
    <Box lang={language} sx={{ display: 'grid', gap: 2 }}>
      {parts(terms).map(({ part, terms: kept }) => (
        <Box key={part}>
          <Typography variant="h3" color="primary" gutterBottom>
            {partTitle(part, language)}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
            {kept.map((term) => {
              const [scope, promise] = termSentencesAmong(term, terms, currency, language, phrases);
              return (
                <li key={term.id}>
                  <Typography sx={{ fontWeight: 600 }}>{kindOf(term.kind).label[language]}</Typography>
                  <Typography>{promise}</Typography>
                  <Typography variant="body2" color="textSecondary">
                    {scope}
                  </Typography>
                </li>
              );
            })}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
