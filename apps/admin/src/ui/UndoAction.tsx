import { Button, SnackbarContent } from '@mui/material';
import { useState } from 'react';
import { useCloseNotification, useNotify } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  message: string;
  undo: () => Promise<unknown>;
}

/** What was done, with the way back while it is fresh. Pass it to `notify`. */
export function UndoAction({ message, undo }: Props) {
  const t = useWords();
  const close = useCloseNotification();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await undo();
    close();
    notify('shell.form.undone', { type: 'info' });
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
