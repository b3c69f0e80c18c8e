import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useWords } from '../../i18n/useWords.ts';

interface Props {
  open: boolean;
  /** Left out where the draft cannot be saved as it is. */
  onSave: (() => void) | undefined;
  onLeave: () => void;
  onStay: () => void;
}

/** Asks before unsaved changes are left behind. */
export function LeaveDialog({ open, onSave, onLeave, onStay }: Props) {
  const t = useWords();
  const id = useId();
  return (
    <Dialog open={open} onClose={onStay} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{t('policyEditor.leave.title')}</DialogTitle>
      <DialogContent>{t('policyEditor.leave.text')}</DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button onClick={onStay}>{t('policyEditor.leave.stay')}</Button>
        <Button color="error" onClick={onLeave}>
          {t('policyEditor.leave.leave')}
        </Button>
        {onSave && (
          <Button variant="contained" onClick={onSave}>
            {t('policyEditor.leave.save')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
