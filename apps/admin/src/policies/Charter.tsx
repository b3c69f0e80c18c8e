import { Box, Typography } from '@mui/material';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';

/** The terms as sentences, as a customer would read them, written by the same code as every decision. */
export function Charter({ terms }: { terms: readonly Term[] }) {
  const t = useWords();
  const language = useLanguage();
  const { currency } = useBusiness();
  if (terms.length === 0) return <Typography color="textSecondary">{t('policies.terms.none')}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {terms.map((term) => {
        const [scope, promise] = termSentences(term, currency, language);
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
  );
}
