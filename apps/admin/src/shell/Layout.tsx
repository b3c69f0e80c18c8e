import { Box, Drawer, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { BusinessGate } from '../business/BusinessGate.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { useWords } from '../i18n/useWords.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { KeyboardMap } from './KeyboardMap.tsx';
import { Menu } from './Menu.tsx';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './useShortcuts.ts';

const MENU_WIDTH = 216;

/** The frame around every page: menu, top bar with the as-of date, palette, keyboard map. */
export function Layout({ children }: { children: ReactNode }) {
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'), { noSsr: true });
  const [menuOpen, setMenuOpen] = useState(false);
  const [open, setOpen] = useState<'palette' | 'keys' | undefined>();
  const t = useWords();
  const { pathname } = useLocation();
  useShortcuts({ palette: () => setOpen('palette'), keys: () => setOpen('keys') });
  useEffect(() => setMenuOpen(false), [pathname]);

  return (
    <BusinessGate>
      <Box
        component="a"
        href="#main-content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main-content')?.focus();
        }}
        sx={{
          position: 'fixed',
          top: -80,
          left: 8,
          zIndex: 2000,
          p: 1,
          bgcolor: 'background.paper',
          color: 'text.primary',
          border: 1,
          borderColor: 'divider',
          '&:focus': { top: 8 },
        }}
      >
        {t('ra.navigation.skip_nav')}
      </Box>
      <TopBar
        menuWidth={wide ? MENU_WIDTH : 0}
        onMenu={wide ? undefined : () => setMenuOpen(true)}
        onPalette={() => setOpen('palette')}
        onKeys={() => setOpen('keys')}
      />
      <Drawer
        variant={wide ? 'permanent' : 'temporary'}
        open={wide || menuOpen}
        onClose={() => setMenuOpen(false)}
        slotProps={{ paper: { sx: { width: MENU_WIDTH } } }}
      >
        <Menu onClose={wide ? undefined : () => setMenuOpen(false)} />
      </Drawer>
      <Box
        component="main"
        id="main-content"
        tabIndex={-1}
        sx={{
          ml: { md: `${MENU_WIDTH}px` },
          px: { xs: 2, md: 4 },
          pt: { xs: 9, md: 10 },
          pb: 8,
          outline: 'none',
          maxWidth: 1560,
          '@media print': { ml: 0, pt: 0 },
        }}
      >
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
        </ErrorBoundary>
      </Box>
      <CommandPalette open={open === 'palette'} onClose={() => setOpen(undefined)} onKeys={() => setOpen('keys')} />
      <KeyboardMap open={open === 'keys'} onClose={() => setOpen(undefined)} />
    </BusinessGate>
  );
}
