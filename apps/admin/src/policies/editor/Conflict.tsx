import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material';
import { useWords } from '../../i18n/useWords.ts';
import { useFormat } from '../../format/useFormat.ts';
import type { Dispute } from './useDisputes.ts';
import type { Stranded } from './words.ts';

interface Props {
  disputes: readonly Dispute[];
  stranded: readonly Stranded[];
}

/** Two people wrote the same draft: both wordings side by side, and nothing is saved over until somebody has chosen. */
export function Conflict({ disputes, stranded }: Props) {
  const t = useWords();
  const format = useFormat();
  if (disputes.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{t('policyEditor.conflict.title')}</AlertTitle>
      <Typography gutterBottom>{t('policyEditor.conflict.text')}</Typography>
      {stranded.length > 0 && (
        <Typography gutterBottom sx={{ overflowWrap: 'anywhere' }}>
          {t('policyEditor.conflict.stranded', { texts: format.list([...new Set(stranded.map(({ text }) => text))]) })}
        </Typography>
      )}
      {disputes.map((dispute) => (
        <Box key={dispute.key} role="group" aria-label={dispute.title} sx={{ mt: 1.5 }}>
          <Typography sx={{ fontWeight: 600 }}>{dispute.title}</Typography>
          <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            {(['mine', 'theirs'] as const).map((whose) => (
              <Box key={whose} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1, minWidth: 0 }}>
                <Typography variant="body2" color="textSecondary">
                  {t(`policyEditor.conflict.${whose}`)}
                </Typography>
                <Typography gutterBottom sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {dispute[whose]}
                </Typography>
                <Button size="small" variant="outlined" onClick={() => dispute.settle(whose)}>
                  {t(whose === 'mine' ? 'policyEditor.conflict.takeMine' : 'policyEditor.conflict.takeTheirs')}
                </Button>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Alert>
  );
}
