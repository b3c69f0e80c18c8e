import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  title: string;
  /** Why the page exists. */
  children: ReactNode;
  /** A small drawing of the page once filled (inline SVG, decorative). */
  picture: ReactNode;
  /** The one action that fills it. */
  action?: ReactNode;
}

/** What an empty page teaches: why it is there, how it looks filled, and how to fill it. */
export function EmptyState({ title, children, picture, action }: Props) {
  const t = useWords();
  return (
    <Paper
      sx={{
        p: { xs: 2, sm: 4 },
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { md: '1fr 1fr' },
        alignItems: 'center',
      }}
    >
      <Box>
        <Typography variant="h2" gutterBottom>
          {title}
        </Typography>
        <Typography color="textSecondary" sx={{ mb: action ? 2 : 0 }}>
          {children}
        </Typography>
        {action}
      </Box>
      <Box component="figure" sx={{ m: 0 }}>
        <Box
          aria-hidden
          sx={{
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            p: 1.5,
            bgcolor: 'background.default',
            '& svg': { display: 'block', width: '100%' },
          }}
        >
          {picture}
        </Box>
        <Typography component="figcaption" variant="caption" color="textSecondary">
          {t('shell.example')}
        </Typography>
      </Box>
    </Paper>
  );
}
