import { Box, LinearProgress, Typography } from '@mui/material';
import { useEffect } from 'react';
import { useRead } from '../api/useRead.ts';
import { useFormat } from '../format/useFormat.ts';
import { ImportProgressDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';

interface Props {
  batchId: string;
  title: string;
  /** Called once when the server says it is no longer running. */
  onEnd: () => void;
  /** A dry run: the batch stays at PREVIEW, its end is told by the phase. */
  dry?: boolean;
}

const POLL_MS = 1_000;

/** How far it is, and how long it will take; asks again every second. */
export function Running({ batchId, title, onEnd, dry = false }: Props) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const progress = useRead(ImportProgressDocument, { id: batchId }, { every: POLL_MS }).data?.importProgress;
  const ended =
    progress && (dry ? progress.phase === 'DONE' || progress.phase === null : progress.status !== 'RUNNING');
  useEffect(() => {
    if (!ended) return undefined;
    onEnd();
    // A dry run's result is on the batch a moment after its progress is gone.
    const again = setInterval(onEnd, POLL_MS);
    return () => clearInterval(again);
  }, [ended, onEnd]);
  const left = progress?.secondsLeft;
  const time = (seconds: number) =>
    seconds < 90
      ? new Intl.NumberFormat(language, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(seconds)
      : new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(
          Math.round(seconds / 60),
        );
  return (
    <Panel title={title}>
      <LinearProgress
        variant={progress ? 'determinate' : 'indeterminate'}
        value={(progress?.fraction ?? 0) * 100}
        aria-label={title}
        sx={{ height: 8, borderRadius: 1, mb: 1.5 }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }} role="status">
        <span>{format.percent(progress?.fraction ?? 0)}</span>
        {progress?.phase && <span>{t(`importing.running.phase.${progress.phase}`)}</span>}
        {progress && progress.lines > 0 && <span>{t('importing.running.lines', { smart_count: progress.lines })}</span>}
        {left !== null && left !== undefined && <span>{t('importing.running.left', { time: time(left) })}</span>}
      </Box>
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {t('importing.running.leave')}
      </Typography>
    </Panel>
  );
}
