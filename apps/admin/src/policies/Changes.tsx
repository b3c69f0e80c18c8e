import { Box, Typography } from '@mui/material';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import type { Term } from '@perennial/domain/policies/terms';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { compareTerms } from './compareTerms.ts';

/** What differs from an earlier version, as prose. */
export function Changes({
  before,
  after,
  number,
}: {
  before: readonly Term[];
  after: readonly Term[];
  number: number;
}) {
  const t = useWords();
  const language = useLanguage();
  const { currency } = useBusiness();
  const said = (term: Term) => termSentences(term, currency, language).join(language === 'en' ? ' ' : '');
  const changes = compareTerms(before, after);
  return (
    <Box sx={{ mt: 3 }}>
      <Typography variant="h3" gutterBottom>
        {t('policies.terms.changes', { number })}
      </Typography>
      {changes.length === 0 && <Typography color="textSecondary">{t('policies.terms.same', { number })}</Typography>}
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
        {changes.map(({ id, was, now }) => (
          <li key={id}>
            {was && now ? (
              t('policies.terms.changed', { was: said(was), now: said(now) })
            ) : (
              <>
                <strong>{t(now ? 'policies.terms.added' : 'policies.terms.removed')}</strong> {said((now ?? was)!)}
              </>
            )}
          </li>
        ))}
      </Box>
    </Box>
  );
}
