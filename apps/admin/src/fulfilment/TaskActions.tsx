import { Box, Button, Typography } from '@mui/material';
import { isOpen, isReopenable } from '@perennial/domain/fulfilment/rules';
import { useNotify } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { FulfilmentReopenDocument, FulfilmentScheduleDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { checklistOf, type TaskRow } from './task.ts';
import { useTaskDesk } from './TaskDesk.tsx';

/** Big enough for a thumb. */
const TOUCH = { minHeight: 48 } as const;

/** What can be done with a task: an appointment, another person, the proof that it was done, or calling it off. */
export function TaskActions({ task }: { task: TaskRow }) {
  const t = useWords();
  const ask = useTaskDesk();
  const { latestDay } = useBusiness();
  const [schedule, scheduling] = useWrite(FulfilmentScheduleDocument);
  const { id, version } = task;
  const left = checklistOf(task).some((item) => !item.done);
  if (!isOpen(task)) return isReopenable(task, latestDay) ? <Reopen task={task} /> : null;
  return (
    <>
      <Box role="group" aria-label={t('fulfilment.actions')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" sx={TOUCH} disabled={left} onClick={() => ask(task, 'complete')}>
          {t('fulfilment.complete.action')}
        </Button>
        <Button variant="outlined" sx={TOUCH} onClick={() => ask(task, 'schedule')}>
          {t('fulfilment.schedule.action')}
        </Button>
        <Button sx={TOUCH} onClick={() => ask(task, 'assign')}>
          {t('fulfilment.assign.action')}
        </Button>
        {task.scheduledFor && (
          <Button sx={TOUCH} disabled={scheduling} onClick={() => void schedule({ id, version, scheduledFor: null })}>
            {t('fulfilment.schedule.clear')}
          </Button>
        )}
        <Button sx={TOUCH} color="secondary" onClick={() => ask(task, 'cancel')}>
          {t('fulfilment.cancel.action')}
        </Button>
      </Box>
      {left && (
        <Typography variant="body2" color="textSecondary">
          {t('fulfilment.complete.first')}
        </Typography>
      )}
    </>
  );
}

function Reopen({ task: { id, version, status } }: { task: TaskRow }) {
  const t = useWords();
  const notify = useNotify();
  const [reopen, reopening] = useWrite(FulfilmentReopenDocument);
  return (
    <Box>
      <Button
        sx={TOUCH}
        disabled={reopening}
        onClick={async () => {
          const { payload } = await reopen({ id, version });
          const owed = payload?.task?.status !== 'CANCELLED';
          if (payload) notify(owed ? 'fulfilment.reopened' : 'fulfilment.owedNoMore', { type: 'info' });
        }}
      >
        {t(status === 'DONE' ? 'fulfilment.reopen' : 'fulfilment.uncancel')}
      </Button>
    </Box>
  );
}
