import TranslateIcon from '@mui/icons-material/Translate';
import { MenuItem } from '@mui/material';
import { useLocaleState } from 'react-admin';
import { languages } from '../i18n/languages.ts';
import { useWords } from '../i18n/useWords.ts';
import { IconMenu } from './IconMenu.tsx';

/** The languages, each named in itself; the choice is remembered in this browser. */
export function LanguageMenu() {
  const t = useWords();
  const [locale, setLocale] = useLocaleState();
  return (
    <IconMenu label={t('shell.language')} icon={<TranslateIcon />}>
      {(close) =>
        languages.map((each) => (
          <MenuItem
            key={each.locale}
            lang={each.locale}
            selected={each.locale === locale}
            role="menuitemradio"
            aria-checked={each.locale === locale}
            onClick={() => {
              close();
              setLocale(each.locale);
            }}
          >
            {each.name}
          </MenuItem>
        ))
      }
    </IconMenu>
  );
}
