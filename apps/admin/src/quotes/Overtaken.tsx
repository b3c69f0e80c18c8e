import { Alert, Box, Button } from '@mui/material';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  /** Number of the round in which it was typed. */
  number: number;
  /** It was thrown away, and not sent. */
  discarded: boolean;
  /** Begins the next round; left out where the quote was answered. */
  onTake?: (() => void) | undefined;
  busy: boolean;
  onDrop: () => void;
}

/** Somebody else sent the round or threw it away, or had the quote answered, while something was typed: what becomes of that. */
export function Overtaken({ number, discarded, onTake, busy, onDrop }: Props) {
  const t = useWords();
  const happened = !onTake ? 'closed' : discarded ? 'discarded' : 'sent';
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Alert severity="warning">{t(`quotes.overtaken.${happened}`, { number })}</Alert>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {onTake && (
          <Button variant="contained" disabled={busy} onClick={onTake}>
            {t('quotes.overtaken.take')}
          </Button>
        )}
        <Button color="secondary" disabled={busy} onClick={onDrop}>
          {t('quotes.overtaken.drop')}
        </Button>
      </Box>
    </Box>
  );
}
