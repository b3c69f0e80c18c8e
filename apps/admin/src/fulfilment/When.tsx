import { Box } from '@mui/material';
import { isAfterDue, isDropped, isLate } from '@perennial/domain/fulfilment/rules';
import { dayIn } from '@perennial/domain/policies/facts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import type { TaskRow } from './task.ts';

/** How a task stands: by when it is to be done, or what became of it. */
export function When({ task }: { task: TaskRow }) {
  const t = useWords();
  const format = useFormat();
  const { timezone, standsOn } = useBusiness();
  const late = isLate(task, standsOn);
  if (isDropped(task)) return t('fulfilment.notPromised');
  if (task.status === 'CANCELLED') return t('fulfilment.cancelled', { reason: task.cancelledReason ?? '' });
  if (task.completedOn) {
    return t(late ? 'fulfilment.doneLate' : 'fulfilment.doneOn', {
      date: format.date(task.completedOn),
      who: task.completedBy ?? '',
    });
  }
  const due = t(late ? 'fulfilment.lateSince' : 'fulfilment.due', { date: format.date(task.dueOn) });
  return (
    <>
      {due}
      {task.scheduledFor && (
        <>
          {' · '}
          {isAfterDue(task, dayIn(timezone, task.scheduledFor)) ? (
            <Box component="span" sx={{ color: 'error.main' }}>
              {t('fulfilment.appointmentLate', { time: format.time(task.scheduledFor) })}
            </Box>
          ) : (
            t('fulfilment.appointment', { time: format.time(task.scheduledFor) })
          )}
        </>
      )}
    </>
  );
}
