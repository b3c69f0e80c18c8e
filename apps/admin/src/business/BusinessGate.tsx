import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useRead } from '../api/useRead.ts';
import { BusinessNowDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Starting } from '../shell/Starting.tsx';
import { BusinessProvider } from './BusinessContext.tsx';

/** Asks once who this business is; no page is drawn before its currency, zone and day are known. */
export function BusinessGate({ children }: { children: ReactNode }) {
  const t = useWords();
  const { data, error, refetch } = useRead(BusinessNowDocument, {});
  if (data) {
    const { asOf, effectiveAsOf, ...rest } = data.business;
    return (
      <BusinessProvider
        business={{ ...rest, asOf: effectiveAsOf, asOfSet: asOf !== null, standsOn: data.queueDay.day }}
      >
        {children}
      </BusinessProvider>
    );
  }
  return (
    <Box component="main" sx={{ p: 4, maxWidth: 720 }}>
      {error ? (
        <Box role="alert">
          <Typography variant="h1" gutterBottom>
            {t('shell.failed')}
          </Typography>
          <Typography sx={{ mb: 2 }}>{t('auth.unreachable')}</Typography>
          <Button variant="contained" onClick={() => void refetch()}>
            {t('shell.retry')}
          </Button>
        </Box>
      ) : (
        <Starting />
      )}
    </Box>
  );
}
