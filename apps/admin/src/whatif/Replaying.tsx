import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { WhatIfProgressDocument, WhatIfStopDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';

const POLL_MS = 500;

interface Props {
  runId: string;
  begin: { status: string; done: number; total: number };
  mayStop: boolean;
}

/** How far a replay is; it goes on when the page is left, and its result waits here. */
export function Replaying({ runId, begin, mayStop }: Props) {
  const t = useWords();
  const format = useFormat();
  const queries = useQueryClient();
  const run = useRead(WhatIfProgressDocument, { id: runId }, { every: POLL_MS }).data?.whatIfRun;
  const [stop, busy] = useWrite(WhatIfStopDocument);
  const waiting = (run?.status ?? begin.status) === 'WAITING';
  const ended = run && run.status !== 'RUNNING' && run.status !== 'WAITING';
  useEffect(() => {
    if (ended) void queries.invalidateQueries();
  }, [ended, queries]);
  const { done, total } = run ?? begin;
  const fraction = total === 0 ? 0 : done / total;
  return (
    <Panel
      title={t('whatIf.running')}
      action={
        mayStop && (
          <Button size="small" color="secondary" disabled={busy} onClick={() => void stop({ id: runId })}>
            {t('whatIf.stop')}
          </Button>
        )
      }
    >
      <LinearProgress
        variant="determinate"
        value={fraction * 100}
        aria-label={t('whatIf.running')}
        sx={{ height: 8, borderRadius: 1, mb: 1.5 }}
      />
      <Box role="status">
        {waiting
          ? t('whatIf.waiting')
          : t('whatIf.progress', { done: format.number(done), total: format.number(total) })}
      </Box>
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {t('whatIf.leave')}
      </Typography>
    </Panel>
  );
}
