import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { wordingOf } from '@perennial/domain/policies/phrases';
import type { Term } from '@perennial/domain/policies/terms';
import { useState } from 'react';
import { languages, type Language } from '../../i18n/languages.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Charter } from '../Charter.tsx';
import { policyIn, policyNameIn } from '../policyIn.ts';
import type { PolicyFile } from '../version.ts';
import type { DraftWords } from './words.ts';

interface Props {
  policy: PolicyFile;
  terms: readonly Term[];
  words: DraftWords;
}

/** The public charter (服務承諾, C5) of the draft, in any of its languages. */
export function CharterPreview({ policy, terms, words }: Props) {
  const t = useWords();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const { name } = policyIn(policy, language);
  const base = policy.base && policyNameIn(policy.base, own);
  const intro = wordingOf(words.intro, language, words.phrases);
  return (
    <>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={language}
        onChange={(_event, next: Language | null) => next && setLanguage(next)}
        aria-label={t('policyEditor.preview.language')}
        sx={{ mb: 1, '& .MuiToggleButton-root': { textTransform: 'none', py: 0.25, color: 'text.primary' } }}
      >
        {languages.map(({ locale, name: own }) => (
          <ToggleButton key={locale} value={locale} lang={locale}>
            {own}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {base ? t('policyEditor.preview.variantHint', { base }) : t('policyEditor.preview.charterHint')}
      </Typography>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, bgcolor: 'background.default' }}>
        <Typography variant="h2" lang={language} gutterBottom>
          {name}
        </Typography>
        {intro && (
          <Typography lang={language} sx={{ mb: 2 }}>
            {intro}
          </Typography>
        )}
        {terms.length === 0 && base ? (
          <Typography color="textSecondary">{t('policyEditor.preview.allOfBase', { base })}</Typography>
        ) : (
          <Charter terms={terms} phrases={words.phrases} language={language} />
        )}
      </Box>
    </>
  );
}
