import { enUS, zhCN, zhTW } from '@mui/material/locale';
import { createTheme, type Shadows, type Theme, type ThemeOptions } from '@mui/material/styles';
import type { Language } from '../i18n/languages.ts';

/** Values the components need beside MUI's palette. Every pair of text and ground keeps 4.5:1 or better. */
const LIGHT = {
  paper: '#FBFAF7',
  card: '#FFFFFF',
  line: '#E3DFD6',
  text: '#1D2420',
  quiet: '#595F58',
  primary: '#0F6B4F',
  onPrimary: '#FFFFFF',
  warning: '#B54708',
  danger: '#B42318',
  info: '#175CD3',
  good: '#0F6B4F',
};
const DARK: typeof LIGHT = {
  paper: '#0E1512',
  card: '#151D19',
  line: '#2C3731',
  text: '#ECEFEA',
  quiet: '#AEB8B0',
  primary: '#4CC38A',
  onPrimary: '#06281B',
  warning: '#F7A35C',
  danger: '#F9887E',
  info: '#84ADFF',
  good: '#4CC38A',
};

const fonts = {
  en: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans TC", "Noto Sans CJK TC", sans-serif',
  'zh-Hant':
    'system-ui, -apple-system, "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", "Noto Sans CJK TC", sans-serif',
  'zh-Hans':
    'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
} satisfies Record<Language, string>;

/** How high the bar at the window's lower edge is, where a page has one: what is told in passing stands above it. */
export const BAR_HEIGHT = '--bar-height';

/** What the components say of themselves: the arrow of a list, the cross that empties a field. */
const COMPONENT_WORDS = { en: enUS, 'zh-Hant': zhTW, 'zh-Hans': zhCN } satisfies Record<Language, object>;

/** The frame around a page is of no use on paper. */
const NOT_PRINTED = { '@media print': { display: 'none' } } as const;

const flat = Array.from({ length: 25 }, () => 'none') as unknown as Shadows;

/** The look of the dashboard (hairlines instead of shadows, 8 px grid and corners) for a mode and a language. */
export function themeFor(mode: 'light' | 'dark', language: Language): Theme {
  const c = mode === 'light' ? LIGHT : DARK;
  const chinese = language !== 'en';
  const hairline = `1px solid ${c.line}`;
  const look = {
    palette: {
      mode,
      primary: { main: c.primary, contrastText: c.onPrimary },
      secondary: { main: c.quiet, contrastText: c.card },
      warning: { main: c.warning, contrastText: mode === 'light' ? '#FFFFFF' : '#2B1600' },
      error: { main: c.danger, contrastText: mode === 'light' ? '#FFFFFF' : '#2E0905' },
      info: { main: c.info, contrastText: mode === 'light' ? '#FFFFFF' : '#0A1B3D' },
      success: { main: c.good, contrastText: c.onPrimary },
      background: { default: c.paper, paper: c.card },
      text: { primary: c.text, secondary: c.quiet },
      divider: c.line,
    },
    shape: { borderRadius: 8 },
    spacing: 8,
    shadows: flat,
    typography: {
      fontFamily: fonts[language],
      fontSize: 14,
      body1: { fontSize: '0.875rem', lineHeight: chinese ? 1.7 : 1.5 },
      body2: { fontSize: '0.8125rem', lineHeight: chinese ? 1.7 : 1.5 },
      caption: { fontSize: '0.75rem', lineHeight: chinese ? 1.7 : 1.45 },
      h1: {
        fontSize: '1.5rem',
        fontWeight: 650,
        lineHeight: chinese ? 1.5 : 1.25,
        letterSpacing: chinese ? 0 : '-0.01em',
      },
      h2: { fontSize: '1rem', fontWeight: 650, lineHeight: chinese ? 1.6 : 1.4 },
      h3: { fontSize: '0.875rem', fontWeight: 650, lineHeight: chinese ? 1.6 : 1.4 },
      button: { textTransform: 'none', fontWeight: 600, lineHeight: 1.5 },
    },
    components: {
      MuiCssBaseline: { styleOverrides: { body: baseline(chinese) } },
      MuiScopedCssBaseline: { styleOverrides: { root: { backgroundColor: c.paper, ...baseline(chinese) } } },
      MuiPaper: {
        defaultProps: { elevation: 0 },
        styleOverrides: { root: { backgroundImage: 'none' }, elevation: { border: hairline } },
      },
      MuiAppBar: {
        defaultProps: { elevation: 0, color: 'default' },
        styleOverrides: {
          root: {
            backgroundColor: c.paper,
            color: c.text,
            border: 0,
            borderBottom: hairline,
            borderRadius: 0,
            // a phone has no room for it here
            textAutospace: 'no-autospace',
            ...NOT_PRINTED,
          },
        },
      },
      MuiDrawer: {
        styleOverrides: {
          root: NOT_PRINTED,
          paper: { backgroundColor: c.paper, border: 0, borderRight: hairline, borderRadius: 0 },
        },
      },
      MuiButton: {
        defaultProps: { disableElevation: true },
        styleOverrides: { root: { minHeight: 32 }, outlined: { borderColor: c.line } },
      },
      MuiIconButton: { styleOverrides: { root: { borderRadius: 8 } } },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { '&:focus-visible': { outline: `2px solid ${c.primary}`, outlineOffset: 2 } } },
      },
      MuiLink: {
        defaultProps: { underline: 'always' },
        styleOverrides: { root: { textUnderlineOffset: 3, textDecorationColor: 'currentcolor' } },
      },
      MuiTableCell: {
        styleOverrides: {
          root: { borderBottom: hairline, padding: '8px 12px', fontVariantNumeric: 'tabular-nums' },
          head: { color: c.quiet, fontWeight: 600, fontSize: '0.8125rem', whiteSpace: 'nowrap' },
        },
      },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
      MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
      MuiOutlinedInput: {
        styleOverrides: { notchedOutline: { borderColor: mode === 'light' ? '#8B9088' : '#6E7A73' } },
      },
      MuiInputLabel: { styleOverrides: { root: { color: c.quiet } } },
      MuiFormHelperText: { styleOverrides: { root: { color: c.quiet, '&.Mui-disabled': { color: c.quiet } } } },
      MuiChip: { styleOverrides: { root: { borderRadius: 8 }, outlined: { borderColor: c.line } } },
      MuiTab: {
        styleOverrides: { root: { minHeight: 40, textTransform: 'none', padding: '8px 12px', color: c.quiet } },
      },
      MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
      MuiTooltip: { defaultProps: { enterDelay: 400 }, styleOverrides: { tooltip: { fontSize: '0.8125rem' } } },
      MuiAlert: {
        styleOverrides: {
          root: { border: hairline, color: c.text },
          standard: { backgroundColor: c.card, color: c.text },
        },
      },
      MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.125rem', fontWeight: 650 } } },
      // as far in as what stands above them
      MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 16px' } } },
      MuiDialog: { styleOverrides: { paper: { border: hairline } } },
      MuiSkeleton: { defaultProps: { animation: false } },
      MuiSnackbar: { styleOverrides: { root: { marginBottom: `var(${BAR_HEIGHT}, 0px)` } } },
      MuiSnackbarContent: {
        styleOverrides: {
          root: {
            backgroundColor: mode === 'light' ? '#1D2420' : '#ECEFEA',
            color: mode === 'light' ? '#FFFFFF' : '#1D2420',
          },
        },
      },
    },
  } satisfies ThemeOptions;
  return createTheme(look, COMPONENT_WORDS[language]);
}

function baseline(chinese: boolean) {
  return {
    fontVariantNumeric: 'tabular-nums',
    // a name in Latin letters within a Chinese sentence gets its breathing space from the browser, not from the text
    ...(chinese ? { textAutospace: 'normal', '& em, & i, & cite': { fontStyle: 'normal' } } : {}),
    '@media (prefers-reduced-motion: reduce)': {
      '& *': { transition: 'none !important', animation: 'none !important' },
    },
  };
}
