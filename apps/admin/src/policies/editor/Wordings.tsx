import { Box, TextField, Typography } from '@mui/material';
import { wordingOf } from '@perennial/domain/policies/phrases';
import type { Term } from '@perennial/domain/policies/terms';
import { unwordedIn } from '@perennial/domain/policies/typed-texts';
import { speaks } from '@perennial/domain/shared/script';
import { languages } from '../../i18n/languages.ts';
import { useWords } from '../../i18n/useWords.ts';
import { StrandedWords } from './StrandedWords.tsx';
import { textsOf, withWording, type DraftWords, type Rival, type Stranded } from './words.ts';

interface Props {
  terms: readonly Term[];
  words: DraftWords;
  rivals: readonly Rival[];
  stranded: readonly Stranded[];
  onChange: (words: DraftWords) => void;
}

/** What the charter says first, and how everything that was typed is said in the other languages (C5). */
export function Wordings({ terms, words, rivals, stranded, onChange }: Props) {
  const t = useWords();
  const { intro, phrases } = words;
  const texts = textsOf(words, terms);
  const missing = languages.map(({ locale, name }) => ({ name, count: unwordedIn(locale, texts, phrases).length }));
  const open = missing.filter(({ count }) => count > 0);
  const rival = (text: string | null, language: string | null) => {
    const found = rivals.find((each) => each.text === text && each.language === language);
    return found && t('policyEditor.words.theirs', { text: found.theirs || '–' });
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <TextField
        label={t('policyEditor.words.intro')}
        value={intro}
        multiline
        minRows={2}
        helperText={rival(null, null) ?? t('policyEditor.words.introHint')}
        onChange={(event) => onChange({ ...words, intro: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 10_000 } }}
      />
      <Box component="details" sx={{ '& summary': { cursor: 'pointer', minHeight: 32, lineHeight: '32px' } }}>
        <summary>{t('policyEditor.words.others')}</summary>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          {t('policyEditor.words.othersHint')}
        </Typography>
        {texts.length === 0 && <Typography color="textSecondary">{t('policyEditor.words.nothing')}</Typography>}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
          {texts.map((text) => (
            <li key={text}>
              <Typography sx={{ fontWeight: 600, mb: 1 }}>{text}</Typography>
              <Box
                sx={{ display: 'grid', gap: 1, gridTemplateColumns: { sm: 'repeat(auto-fit, minmax(200px, 1fr))' } }}
              >
                {languages
                  .filter(({ locale }) => !speaks(text, locale) || wordingOf(text, locale, phrases) !== text)
                  .map(({ locale, name }) => (
                    <TextField
                      key={locale}
                      size="small"
                      label={name}
                      value={(Object.hasOwn(phrases, text) && phrases[text]?.[locale]) || ''}
                      multiline={text === intro}
                      helperText={rival(text, locale)}
                      onChange={({ target }) =>
                        onChange({ ...words, phrases: withWording(phrases, text, locale, target.value) })
                      }
                      slotProps={{
                        htmlInput: {
                          lang: locale,
                          maxLength: 10_000,
                          'aria-label': t('policyEditor.words.inLanguage', { text, language: name }),
                        },
                      }}
                    />
                  ))}
              </Box>
            </li>
          ))}
        </Box>
      </Box>
      <StrandedWords
        stranded={stranded}
        onDrop={({ text, language }) => onChange({ ...words, phrases: withWording(phrases, text, language, '') })}
      />
      {open.map(({ name, count }) => (
        <Typography key={name} variant="body2" color="textSecondary">
          {t('policyEditor.words.missing', { smart_count: count, language: name })}
        </Typography>
      ))}
    </Box>
  );
}
