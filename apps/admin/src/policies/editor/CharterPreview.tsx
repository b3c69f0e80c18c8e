import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import type { Term } from '@perennial/domain/policies/terms';
import { useState } from 'react';
import { languages, type Language } from '../../i18n/languages.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Charter } from '../Charter.tsx';
import { policyIn } from '../policyIn.ts';
import type { PolicyFile } from '../version.ts';

/** The public charter (服務承諾, C5) of the draft, in any of its languages. */
export function CharterPreview({ policy, terms }: { policy: PolicyFile; terms: readonly Term[] }) {
  const t = useWords();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const { name, description } = policyIn(policy, language);
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
        {t('policyEditor.preview.charterHint')}
      </Typography>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, bgcolor: 'background.default' }}>
        <Typography variant="h2" lang={language} gutterBottom>
          {name}
        </Typography>
        {description && (
          <Typography lang={language} sx={{ mb: 2 }}>
            {description}
          </Typography>
        )}
        <Charter terms={terms} language={language} />
      </Box>
    </>
  );
}
