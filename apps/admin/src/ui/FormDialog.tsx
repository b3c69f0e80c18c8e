import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useRef, type ReactNode } from 'react';
import type { FieldErrors } from '../api/errors.ts';
import { FormRivals } from '../conflict/FormRivals.tsx';
import { useWords } from '../i18n/useWords.ts';
import { RefusableForm } from './RefusableForm.tsx';
import { Refusal } from './Refusal.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useCloseGuard } from './useCloseGuard.tsx';

interface Props<Values> {
  open: boolean;
  title: string;
  /** The button says what happens. */
  action?: string;
  /** What the fields begin with. */
  values?: Partial<Values>;
  /** Of something stored: its kind, by the schema's name, and its version (see `RefusableForm`). */
  of?: string;
  version?: number | undefined;
  maxWidth?: 'xs' | 'sm' | 'md';
  /** Saves; what was refused comes back and is shown beside its field. */
  onSubmit: (values: Values) => Promise<FieldErrors | undefined>;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A form in a dialog. It closes when saving worked and stays, with the reasons, when it was refused; a click beside it
 * loses nothing without a question.
 */
export function FormDialog<Values extends object>({
  open,
  title,
  action,
  values,
  of,
  version,
  maxWidth = 'sm',
  onSubmit,
  onClose,
  children,
}: Props<Values>) {
  const t = useWords();
  const id = useId();
  const unsaved = useRef(false);
  const guard = useCloseGuard(() => unsaved.current, onClose);
  const submit = async (entered: Values) => {
    const errors = await onSubmit(entered);
    if (!errors) onClose();
    return errors;
  };
  return (
    <Dialog open={open} onClose={guard.onClose} aria-labelledby={id} maxWidth={maxWidth} fullWidth>
      <RefusableForm<Values> values={values ?? {}} of={of} version={version} onSubmit={submit} unsaved={unsaved}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
            {children}
            <FormRivals />
            <Refusal />
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('shell.form.cancel')}</Button>
          <SubmitButton label={action ?? t('shell.form.save')} />
        </DialogActions>
      </RefusableForm>
      {guard.question}
    </Dialog>
  );
}
