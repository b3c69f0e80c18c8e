import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material';
import { useFormat } from '../../format/useFormat.ts';
import { languages } from '../../i18n/languages.ts';
import { useWords } from '../../i18n/useWords.ts';
import type { Stranded } from './words.ts';

interface Props {
  stranded: readonly Stranded[];
  onDrop: (one: Stranded) => void;
}

/** Wordings whose text was changed meanwhile: what still fits is copied to the new text, the rest is let go. */
export function StrandedWords({ stranded, onDrop }: Props) {
  const t = useWords();
  const format = useFormat();
  if (stranded.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{t('policyEditor.words.stranded')}</AlertTitle>
      <Typography variant="body2">{t('policyEditor.words.strandedHint')}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5, display: 'grid', gap: 1 }}>
        {stranded.map((one) => {
          const language = languages.find(({ locale }) => locale === one.language)?.name ?? '';
          const title = t('policyEditor.words.inLanguage', { text: one.text, language });
          return (
            <li key={`${one.language} ${one.text}`}>
              <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
                {title}
              </Typography>
              <Typography lang={one.language} sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {one.wording}
              </Typography>
              <Button
                size="small"
                color="inherit"
                aria-label={format.pair(t('policyEditor.words.drop'), title)}
                onClick={() => onDrop(one)}
              >
                {t('policyEditor.words.drop')}
              </Button>
            </li>
          );
        })}
      </Box>
    </Alert>
  );
}
