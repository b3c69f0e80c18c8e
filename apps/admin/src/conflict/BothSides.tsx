import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/useWords.ts';
import type { Side } from './join.ts';

/** What two people said differently, in words, and how it is settled. */
export interface Dispute {
  key: string;
  title: string;
  mine: ReactNode;
  theirs: ReactNode;
  settle: (whose: Side) => void;
  /** Left out: only one of the two can stay. */
  both?: () => void;
}

interface Props {
  disputes: readonly Dispute[];
  title?: string;
  text?: string;
  /** What there is to say besides. */
  children?: ReactNode;
}

/** Two people changed the same thing: what each of them says side by side, and a choice for each. */
export function BothSides({ disputes, title, text, children }: Props) {
  const t = useWords();
  if (disputes.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{title ?? t('shell.conflict.title')}</AlertTitle>
      <Typography gutterBottom>{text ?? t('shell.conflict.text')}</Typography>
      {children}
      {disputes.map((dispute) => (
        <Box key={dispute.key} role="group" aria-label={dispute.title} sx={{ mt: 1.5 }}>
          <Typography sx={{ fontWeight: 600 }}>{dispute.title}</Typography>
          <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            {(['mine', 'theirs'] as const).map((whose) => (
              <Box key={whose} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1, minWidth: 0 }}>
                <Typography variant="body2" color="textSecondary">
                  {t(`shell.conflict.${whose}`)}
                </Typography>
                <Typography gutterBottom sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {dispute[whose]}
                </Typography>
                <Button size="small" variant="outlined" onClick={() => dispute.settle(whose)}>
                  {t(whose === 'mine' ? 'shell.conflict.takeMine' : 'shell.conflict.takeTheirs')}
                </Button>
              </Box>
            ))}
          </Box>
          {dispute.both && (
            <Button size="small" variant="outlined" onClick={dispute.both} sx={{ mt: 1 }}>
              {t('shell.conflict.takeBoth')}
            </Button>
          )}
        </Box>
      ))}
    </Alert>
  );
}
