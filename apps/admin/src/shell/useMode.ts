import { useMediaQuery } from '@mui/material';
import { useStore } from 'react-admin';

export type Mode = 'light' | 'dark';

/** Light or dark: what the person chose in this browser, else what their system prefers. */
export function useMode(): [Mode, (mode: Mode) => void] {
  const dark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  return useStore<Mode>('theme', dark ? 'dark' : 'light');
}
