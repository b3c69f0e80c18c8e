import { Alert, Typography } from '@mui/material';
import { isOpen } from '@perennial/domain/fulfilment/rules';
import { useWords } from '../i18n/useWords.ts';
import type { TaskRow } from './task.ts';
import { TaskProof } from './TaskProof.tsx';
import { When } from './When.tsx';

/** Says in a dialog about a task that a colleague finished it meanwhile, and how. */
export function Finished({ task }: { task: TaskRow }) {
  const t = useWords();
  if (isOpen(task)) return null;
  return (
    <Alert severity="warning">
      {t('fulfilment.finished')}
      <Typography>
        <When task={task} />
      </Typography>
      <TaskProof task={task} />
    </Alert>
  );
}
