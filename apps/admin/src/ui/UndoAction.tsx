import { Button, SnackbarContent } from '@mui/material';
import { useEffect, useState } from 'react';
import { useCloseNotification, useNotificationContext, useNotify } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  message: string;
  undo: () => Promise<unknown>;
  /** What is said once it is taken back, where "nothing was changed" would not be true. */
  undone?: string;
  /** Taken back by another way, or shown long enough: there is nothing to offer here any more. */
  over?: AbortSignal;
}

/** What was done, with the way back while it is fresh. Pass it to `notify`. */
export function UndoAction({ message, undo, undone, over }: Props) {
  const t = useWords();
  const close = useCloseNotification();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (over?.aborted) close();
    over?.addEventListener('abort', close);
    return () => over?.removeEventListener('abort', close);
  }, [over, close]);
  // one thing is told at a time: what comes next is not kept waiting
  const next = useNotificationContext().notifications.length > 0;
  useEffect(() => {
    if (next) close();
  }, [next, close]);
  const run = async () => {
    setBusy(true);
    await undo();
    close();
    notify(undone ?? 'shell.form.undone', { type: 'info' });
  };
  return (
    <SnackbarContent
      role="status"
      message={message}
      action={
        <Button color="inherit" size="small" disabled={busy} onClick={() => void run()}>
          {t('shell.form.undo')}
        </Button>
      }
    />
  );
}
