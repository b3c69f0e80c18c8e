import { Typography } from '@mui/material';
import { DateInput, TextInput, required, useNotify } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import {
  FulfilmentAssignDocument,
  FulfilmentCancelDocument,
  FulfilmentCompleteDocument,
  FulfilmentScheduleDocument,
} from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { StaffInput } from '../staff/StaffInput.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { MomentInput, useWallTime } from '../ui/MomentInput.tsx';
import { Finished } from './Finished.tsx';
import { NotDelivered } from './NotDelivered.tsx';
import type { TaskRow } from './task.ts';

interface Props {
  task: TaskRow;
  onClose: () => void;
}

/** The proof that a task was done. */
export function CompleteTask({ task, onClose }: Props) {
  const t = useWords();
  const { latestDay } = useBusiness();
  const [complete] = useWrite(FulfilmentCompleteDocument, { say: false });
  const { id, version } = task;
  return (
    <FormDialog<{ note?: string; signedBy?: string; completedOn: string }>
      open
      title={t('fulfilment.complete.title')}
      action={t('fulfilment.complete.save')}
      maxWidth="xs"
      values={{ completedOn: latestDay }}
      onClose={onClose}
      onSubmit={async ({ note, signedBy, completedOn }) =>
        (await complete({ id, version, note: note ?? '', signedBy: signedBy ?? '', completedOn })).errors
      }
    >
      <Finished task={task} />
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
  );
}

/** An appointment, at the business's time. */
export function AppointTask({ task, onClose }: Props) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const { typed, momentOf } = useWallTime();
  const [schedule] = useWrite(FulfilmentScheduleDocument, { say: false });
  const { id, version } = task;
  return (
    <FormDialog<{ at: string }>
      open
      title={t('fulfilment.schedule.title')}
      action={t('fulfilment.schedule.action')}
      maxWidth="xs"
      values={{ at: task.scheduledFor ? typed(task.scheduledFor) : `${task.dueOn}T09:00` }}
      onClose={onClose}
      onSubmit={async ({ at }) => {
        const { payload, errors } = await schedule({ id, version, scheduledFor: momentOf(at) });
        if (!payload) return errors;
        const odd = format.sentences((payload.warnings ?? []).map((each) => t(`fulfilment.schedule.${each}`)));
        if (odd) notify('fulfilment.schedule.odd', { type: 'warning', messageArgs: { odd } });
        else notify('fulfilment.schedule.set', { type: 'success' });
        return undefined;
      }}
    >
      <Finished task={task} />
      {task.scheduledFor && (
        <Typography color="textSecondary">
          {t('fulfilment.appointment', { time: format.time(task.scheduledFor) })}
        </Typography>
      )}
      <MomentInput source="at" label={t('fulfilment.schedule.at')} needed />
    </FormDialog>
  );
}

/** Who does it. */
export function AssignTask({ task, onClose }: Props) {
  const t = useWords();
  const [assign] = useWrite(FulfilmentAssignDocument, { say: false });
  const { id, version } = task;
  return (
    <FormDialog<{ ownerId: string | null }>
      open
      title={t('fulfilment.assign.title')}
      maxWidth="xs"
      values={{ ownerId: task.owner?.id ?? null }}
      onClose={onClose}
      onSubmit={async ({ ownerId }) => (await assign({ id, version, ownerId: ownerId ?? null })).errors}
    >
      <Finished task={task} />
      <StaffInput source="ownerId" label={t('fulfilment.assign.owner')} />
    </FormDialog>
  );
}

/** Calls a task off, with the reason. */
export function CancelTask({ task, onClose }: Props) {
  const t = useWords();
  const [cancel] = useWrite(FulfilmentCancelDocument, { say: false });
  const { id, version } = task;
  return (
    <FormDialog<{ reason: string }>
      open
      title={t('fulfilment.cancel.title')}
      action={t('fulfilment.cancel.save')}
      maxWidth="xs"
      onClose={onClose}
      onSubmit={async ({ reason }) => (await cancel({ id, version, reason })).errors}
    >
      <Finished task={task} />
      <TextInput
        source="reason"
        label={t('fulfilment.cancel.reason')}
        validate={required()}
        helperText={false}
        multiline
      />
    </FormDialog>
  );
}
