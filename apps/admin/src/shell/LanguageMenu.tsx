import TranslateIcon from '@mui/icons-material/Translate';
import { IconButton, Menu, MenuItem, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useLocaleState } from 'react-admin';
import { languages } from '../i18n/languages.ts';
import { useWords } from '../i18n/useWords.ts';

/** The languages, each named in itself; the choice is remembered in this browser. */
export function LanguageMenu() {
  const t = useWords();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip title={t('shell.language')}>
        <IconButton
          onClick={(event) => setAnchor(event.currentTarget)}
          aria-label={t('shell.language')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
        >
          <TranslateIcon />
        </IconButton>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': t('shell.language') } }}
      >
        {languages.map((each) => (
          <MenuItem
            key={each.locale}
            lang={each.locale}
            selected={each.locale === locale}
            role="menuitemradio"
            aria-checked={each.locale === locale}
            onClick={() => {
              setAnchor(null);
              setLocale(each.locale);
            }}
          >
            {each.name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
