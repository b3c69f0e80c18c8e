import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useWords } from '../i18n/useWords.ts';
import type { useLeaveGuard } from './useLeaveGuard.ts';

interface Props {
  guard: ReturnType<typeof useLeaveGuard>;
  /** Saves, and says whether that worked; left out where it cannot be saved as it is. */
  onSave?: (() => Promise<boolean>) | undefined;
  /** Before what was written is lost. */
  onLose?: () => void;
}

/** Asks before unsaved changes are left behind. */
export function LeaveDialog({ guard, onSave, onLose }: Props) {
  const t = useWords();
  const id = useId();
  return (
    <Dialog open={guard.asking} onClose={guard.stay} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{t('shell.leave.title')}</DialogTitle>
      <DialogContent>{t('shell.leave.text')}</DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button onClick={guard.stay}>{t('shell.leave.stay')}</Button>
        <Button
          color="error"
          onClick={() => {
            onLose?.();
            guard.leave();
          }}
        >
          {t('shell.leave.leave')}
        </Button>
        {onSave && (
          <Button
            variant="contained"
            onClick={async () => {
              if (await onSave()) guard.leave();
              // why it was refused is told on the page
              else guard.stay();
            }}
          >
            {t('shell.leave.save')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
