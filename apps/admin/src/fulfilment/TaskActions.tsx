import { Box, Button, Typography } from '@mui/material';
import { isOpen, isReopenable } from '@perennial/domain/fulfilment/rules';
import { useState } from 'react';
import { DateInput, TextInput, required, useNotify } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import {
  FulfilmentAssignDocument,
  FulfilmentCancelDocument,
  FulfilmentCompleteDocument,
  FulfilmentReopenDocument,
  FulfilmentScheduleDocument,
} from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { StaffInput } from '../staff/StaffInput.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { MomentInput, useWallTime } from '../ui/MomentInput.tsx';
import { NotDelivered } from './NotDelivered.tsx';
import { checklistOf, type TaskRow } from './task.ts';

type Asking = 'schedule' | 'assign' | 'complete' | 'cancel';

/** Big enough for a thumb. */
const TOUCH = { minHeight: 48 } as const;

/** What can be done with a task: an appointment, another person, the proof that it was done, or calling it off. */
export function TaskActions({ task }: { task: TaskRow }) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const { latestDay } = useBusiness();
  const { typed, momentOf } = useWallTime();
  const [asking, setAsking] = useState<Asking | undefined>();
  const [schedule, scheduling] = useWrite(FulfilmentScheduleDocument, { say: asking === undefined });
  const [assign] = useWrite(FulfilmentAssignDocument, { say: false });
  const [complete] = useWrite(FulfilmentCompleteDocument, { say: false });
  const [reopen, reopening] = useWrite(FulfilmentReopenDocument);
  const [cancel] = useWrite(FulfilmentCancelDocument, { say: false });
  const { id, version } = task;
  const close = () => setAsking(undefined);
  const left = checklistOf(task).some((item) => !item.done);
  if (!isOpen(task)) {
    if (!isReopenable(task, latestDay)) return null;
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
          {t(task.status === 'DONE' ? 'fulfilment.reopen' : 'fulfilment.uncancel')}
        </Button>
      </Box>
    );
  }
  const setAppointment = async (scheduledFor: string | null) => {
    const { payload, errors } = await schedule({ id, version, scheduledFor });
    if (!payload) return errors;
    const odd = format.sentences((payload.warnings ?? []).map((each) => t(`fulfilment.schedule.${each}`)));
    if (odd) notify('fulfilment.schedule.odd', { type: 'warning', messageArgs: { odd } });
    else if (scheduledFor) notify('fulfilment.schedule.set', { type: 'success' });
    return undefined;
  };
  return (
    <>
      <Box role="group" aria-label={t('fulfilment.actions')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" sx={TOUCH} disabled={left} onClick={() => setAsking('complete')}>
          {t('fulfilment.complete.action')}
        </Button>
        <Button variant="outlined" sx={TOUCH} onClick={() => setAsking('schedule')}>
          {t('fulfilment.schedule.action')}
        </Button>
        <Button sx={TOUCH} onClick={() => setAsking('assign')}>
          {t('fulfilment.assign.action')}
        </Button>
        {task.scheduledFor && (
          <Button sx={TOUCH} disabled={scheduling} onClick={() => void setAppointment(null)}>
            {t('fulfilment.schedule.clear')}
          </Button>
        )}
        <Button sx={TOUCH} color="secondary" onClick={() => setAsking('cancel')}>
          {t('fulfilment.cancel.action')}
        </Button>
      </Box>
      {left && (
        <Typography variant="body2" color="textSecondary">
          {t('fulfilment.complete.first')}
        </Typography>
      )}
      <FormDialog<{ note?: string; signedBy?: string; completedOn: string }>
        open={asking === 'complete'}
        title={t('fulfilment.complete.title')}
        action={t('fulfilment.complete.save')}
        maxWidth="xs"
        values={{ completedOn: latestDay }}
        onClose={close}
        onSubmit={async ({ note, signedBy, completedOn }) =>
          (await complete({ id, version, note: note ?? '', signedBy: signedBy ?? '', completedOn })).errors
        }
      >
        <NotDelivered task={task} />
        <TextInput
          source="note"
          label={t('fulfilment.complete.note')}
          helperText={t('fulfilment.complete.hint')}
          multiline
          minRows={2}
          autoFocus
        />
        <TextInput source="signedBy" label={t('fulfilment.complete.signedBy')} helperText={false} />
        <DateInput source="completedOn" label={t('fulfilment.complete.on')} validate={required()} helperText={false} />
      </FormDialog>
      <FormDialog<{ at: string }>
        open={asking === 'schedule'}
        title={t('fulfilment.schedule.title')}
        action={t('fulfilment.schedule.action')}
        maxWidth="xs"
        values={{ at: task.scheduledFor ? typed(task.scheduledFor) : `${task.dueOn}T09:00` }}
        onClose={close}
        onSubmit={({ at }) => setAppointment(momentOf(at))}
      >
        {task.scheduledFor && (
          <Typography color="textSecondary">
            {t('fulfilment.appointment', { time: format.time(task.scheduledFor) })}
          </Typography>
        )}
        <MomentInput source="at" label={t('fulfilment.schedule.at')} needed />
      </FormDialog>
      <FormDialog<{ ownerId: string | null }>
        open={asking === 'assign'}
        title={t('fulfilment.assign.title')}
        maxWidth="xs"
        values={{ ownerId: task.owner?.id ?? null }}
        onClose={close}
        onSubmit={async ({ ownerId }) => (await assign({ id, version, ownerId: ownerId ?? null })).errors}
      >
        <StaffInput source="ownerId" label={t('fulfilment.assign.owner')} />
      </FormDialog>
      <FormDialog<{ reason: string }>
        open={asking === 'cancel'}
        title={t('fulfilment.cancel.title')}
        action={t('fulfilment.cancel.save')}
        maxWidth="xs"
        onClose={close}
        onSubmit={async ({ reason }) => (await cancel({ id, version, reason })).errors}
      >
        <TextInput
          source="reason"
          label={t('fulfilment.cancel.reason')}
          validate={required()}
          helperText={false}
          multiline
        />
      </FormDialog>
    </>
  );
}
