import { Box, LinearProgress, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useRead } from '../api/useRead.ts';
import { useFormat } from '../format/useFormat.ts';
import { ImportProgressDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { isLastStep } from './lastStep.ts';

interface Props {
  batchId: string;
  title: string;
  /** Called once when the server says it is no longer running. */
  onEnd: () => void;
  /** A dry run: the batch stays at PREVIEW, its end is told by the phase. */
  dry?: boolean;
}

const POLL_MS = 1_000;
const QUIET_MS = 4_000;

/** Whether nothing was answered for longer than a question and its answer ever take. */
function useQuiet(answeredAt: number): boolean {
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    setQuiet(false);
    const timer = setTimeout(() => setQuiet(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [answeredAt]);
  return quiet;
}

/** How far it is, and how long it will take; asks again every second. */
export function Running({ batchId, title, onEnd, dry = false }: Props) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const read = useRead(ImportProgressDocument, { id: batchId }, { every: POLL_MS });
  const progress = read.data?.importProgress;
  const ended =
    progress && (dry ? progress.phase === 'DONE' || progress.phase === null : progress.status !== 'RUNNING');
  useEffect(() => {
    if (!ended) return undefined;
    onEnd();
    // A dry run's result is on the batch a moment after its progress is gone.
    const again = setInterval(onEnd, POLL_MS);
    return () => clearInterval(again);
  }, [ended, onEnd]);
  const quiet = useQuiet(read.dataUpdatedAt);
  const lastStep = progress !== undefined && progress !== null && !dry && isLastStep(progress, quiet);
  const left = lastStep ? undefined : progress?.secondsLeft;
  const time = (seconds: number) =>
    seconds < 90
      ? new Intl.NumberFormat(language, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(seconds)
      : new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(
          Math.round(seconds / 60),
        );
  return (
    <Panel title={title}>
      <LinearProgress
        variant={progress && !lastStep ? 'determinate' : 'indeterminate'}
        value={(progress?.fraction ?? 0) * 100}
        aria-label={title}
        sx={{ height: 8, borderRadius: 1, mb: 1.5 }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }} role="status">
        {!lastStep && <span>{format.percent(progress?.fraction ?? 0)}</span>}
        {progress?.phase && (!lastStep || progress.phase !== 'READING') && (
          <span>{t(`importing.running.phase.${progress.phase}`)}</span>
        )}
        {progress && progress.lines > 0 && <span>{t('importing.running.lines', { smart_count: progress.lines })}</span>}
        {left !== null && left !== undefined && <span>{t('importing.running.left', { time: time(left) })}</span>}
      </Box>
      {lastStep && (
        <Typography role="status" sx={{ mt: 1 }}>
          {t('importing.running.lastStep')}
        </Typography>
      )}
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {t('importing.running.leave')}
      </Typography>
    </Panel>
  );
}
