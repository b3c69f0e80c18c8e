import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import EventIcon from '@mui/icons-material/EventOutlined';
import KeyboardIcon from '@mui/icons-material/KeyboardOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import { AppBar, Box, Button, IconButton, Link, Toolbar, Tooltip } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { useMode } from './useMode.ts';

interface Props {
  menuWidth: number;
  onMenu: (() => void) | undefined;
  onPalette: () => void;
  onKeys: () => void;
}

const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

/** Menu button (phone), palette, as-of date, keyboard map, language, theme and account. */
export function TopBar({ menuWidth, onMenu, onPalette, onKeys }: Props) {
  const t = useWords();
  return (
    <AppBar position="fixed" component="header" sx={{ left: menuWidth, width: `calc(100% - ${menuWidth}px)` }}>
      <Toolbar disableGutters sx={{ gap: { xs: 0, sm: 1 }, px: { xs: 1, md: 4 }, minHeight: '56px !important' }}>
        {onMenu && (
          <IconButton onClick={onMenu} aria-label={t('shell.menu.open')}>
            <MenuIcon />
          </IconButton>
        )}
        <Button
          onClick={onPalette}
          variant="outlined"
          color="secondary"
          startIcon={<SearchIcon />}
          aria-keyshortcuts="Control+K Meta+K"
          sx={{ display: { xs: 'none', sm: 'inline-flex' }, minWidth: 200, justifyContent: 'flex-start' }}
        >
          <Box component="span" sx={{ flex: 1, textAlign: 'left' }}>
            {t('shell.palette.open')}
          </Box>
          <Box component="kbd" sx={{ font: 'inherit', fontSize: '0.75rem', ml: 3 }}>
            {mac ? '⌘K' : 'Ctrl K'}
          </Box>
        </Button>
        <Box sx={{ display: { sm: 'none' } }}>
          <IconButton onClick={onPalette} aria-label={t('shell.palette.open')}>
            <SearchIcon />
          </IconButton>
        </Box>
        <Box sx={{ flex: 1, display: 'flex', justifyContent: { xs: 'center', sm: 'flex-end' }, minWidth: 0 }}>
          <AsOfDate />
        </Box>
        <Tooltip title={t('shell.keys.open')}>
          <IconButton
            onClick={onKeys}
            aria-label={t('shell.keys.open')}
            sx={{ display: { xs: 'none', md: 'inline-flex' } }}
          >
            <KeyboardIcon />
          </IconButton>
        </Tooltip>
        <LanguageMenu />
        <ThemeButton />
        <AccountMenu />
      </Toolbar>
    </AppBar>
  );
}

function AsOfDate() {
  const t = useWords();
  const format = useFormat();
  const { asOf } = useBusiness();
  return (
    <Tooltip title={t('shell.asOf.hint')} describeChild>
      <Link
        component={RouterLink}
        to="/settings"
        color="textSecondary"
        noWrap
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.5,
          minHeight: 32,
          fontSize: { xs: '0.75rem', sm: '0.875rem' },
        }}
      >
        <EventIcon sx={{ fontSize: 18, display: { xs: 'none', sm: 'block' } }} aria-hidden />
        {t('shell.asOf.label', { date: format.date(asOf) })}
      </Link>
    </Tooltip>
  );
}

function ThemeButton() {
  const t = useWords();
  const [mode, setMode] = useMode();
  const dark = mode === 'dark';
  const label = t(dark ? 'shell.theme.toLight' : 'shell.theme.toDark');
  return (
    <Tooltip title={label}>
      <IconButton onClick={() => setMode(dark ? 'light' : 'dark')} aria-label={label}>
        {dark ? <LightIcon /> : <DarkIcon />}
      </IconButton>
    </Tooltip>
  );
}
