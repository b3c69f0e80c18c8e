import BlockIcon from '@mui/icons-material/BlockOutlined';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import AskIcon from '@mui/icons-material/HelpOutlined';
import { Box, Typography } from '@mui/material';
import type { ChargeVerdict } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

const LOOK = {
  ACCEPT: { icon: CheckIcon, color: 'success.main' },
  NEEDS_CONSENT: { icon: AskIcon, color: 'warning.main' },
  BLOCK: { icon: BlockIcon, color: 'error.main' },
} as const;

/** What the no-hidden-fee guard says of a charge: a word, and why. */
export function Verdict({ verdict, sentences }: { verdict: ChargeVerdict; sentences: readonly string[] }) {
  const t = useWords();
  const { icon: Icon, color } = LOOK[verdict];
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Icon fontSize="small" aria-hidden sx={{ color, mt: 0.25 }} />
      <Typography variant="body2" component="div">
        <strong>{t(`values.ChargeVerdict.${verdict}`)}</strong>
        {sentences.map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </Typography>
    </Box>
  );
}
