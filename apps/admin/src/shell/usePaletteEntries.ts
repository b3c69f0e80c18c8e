import { useLocaleState, useLogout } from 'react-admin';
import { mayOpen, mayWrite } from '../auth/may.ts';
import { useStaff } from '../auth/useStaff.ts';
import { customerName } from '../customers/customerName.ts';
import { languages } from '../i18n/languages.ts';
import { useWords } from '../i18n/useWords.ts';
import { pages } from './pages.tsx';
import { useMode } from './useMode.ts';

/** One line of the palette: somewhere to go or something to do. */
export interface PaletteEntry {
  key: string;
  label: string;
  group: string;
  to?: string;
  run?: () => void;
}

interface Found {
  id: string;
  number: string;
  name?: string | null;
}

/** What the palette offers for a text: customers found by the server first, then pages and actions that contain it. */
export function usePaletteEntries(text: string, customers: readonly Found[], onKeys: () => void): PaletteEntry[] {
  const t = useWords();
  const role = useStaff()?.role;
  const [mode, setMode] = useMode();
  const [locale, setLocale] = useLocaleState();
  const signOut = useLogout();
  const pageEntries: PaletteEntry[] = pages
    .filter((page) => mayOpen(role, page.name))
    .map((page) => ({ key: page.name, label: t(page.label), group: t('shell.palette.pages'), to: page.path }));
  const group = t('shell.palette.actions');
  const actions: PaletteEntry[] = [
    ...(mayWrite(role, 'customers')
      ? [{ key: 'new-customer', label: t('customers.new'), group, to: '/customers?new=1' }]
      : []),
    {
      key: 'theme',
      label: t(mode === 'dark' ? 'shell.theme.toLight' : 'shell.theme.toDark'),
      group,
      run: () => setMode(mode === 'dark' ? 'light' : 'dark'),
    },
    ...languages
      .filter((each) => each.locale !== locale)
      .map((each) => ({
        key: each.locale,
        label: each.name,
        group: t('shell.language'),
        run: () => setLocale(each.locale),
      })),
    { key: 'keys', label: t('shell.keys.open'), group, run: onKeys },
    { key: 'sign-out', label: t('shell.account.signOut'), group, run: () => void signOut() },
  ];
  const wanted = text.trim().toLowerCase();
  return [
    ...customers.map((each) => ({
      key: each.id,
      label: customerName(each, t),
      group: t('shell.palette.customers'),
      to: `/customers/${encodeURIComponent(each.id)}/show`,
    })),
    ...[...pageEntries, ...actions].filter((entry) => entry.label.toLowerCase().includes(wanted)),
  ];
}
