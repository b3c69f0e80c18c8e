import { Box, Button, Typography } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/useWords.ts';

interface State {
  failed: boolean;
}

/** Keeps the frame alive when a page breaks, and offers to load it again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Crash /> : this.props.children;
  }
}

/** What is shown in place of a page that broke. */
export function Crash() {
  const t = useWords();
  return (
    <Box role="alert" sx={{ py: 6, maxWidth: 560 }}>
      <Typography variant="h1" gutterBottom>
        {t('shell.crash.title')}
      </Typography>
      <Typography sx={{ mb: 2 }}>{t('shell.crash.text')}</Typography>
      <Button variant="contained" onClick={() => window.location.reload()}>
        {t('shell.crash.reload')}
      </Button>
    </Box>
  );
}
