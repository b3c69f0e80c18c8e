import { CssBaseline, ThemeProvider } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useLanguage } from '../i18n/useLanguage.ts';
import { themeFor } from './theme.ts';
import { useMode } from './useMode.ts';

/** The theme for the person's mode and language. */
export function LookProvider({ children }: { children: ReactNode }) {
  const [mode] = useMode();
  const language = useLanguage();
  const theme = useMemo(() => themeFor(mode, language), [mode, language]);
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  );
}
