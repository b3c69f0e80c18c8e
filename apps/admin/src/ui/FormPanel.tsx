import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useNotify } from 'react-admin';
import type { FieldErrors } from '../api/errors.ts';
import { FormRivals } from '../conflict/FormRivals.tsx';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from './Panel.tsx';
import { RefusableForm } from './RefusableForm.tsx';
import { Refusal } from './Refusal.tsx';
import { SubmitButton } from './SubmitButton.tsx';

interface Props<Values> {
  title: string;
  values: Partial<Values>;
  /** The kind of thing, by the schema's name, and its version: a new one brings new values into the form. */
  of: string;
  version: number;
  mayWrite: boolean;
  onSubmit: (values: Values) => Promise<FieldErrors | undefined>;
  children: ReactNode;
}

/** A form that stands on a page. */
export function FormPanel<Values extends object>({
  title,
  values,
  of,
  version,
  mayWrite,
  onSubmit,
  children,
}: Props<Values>) {
  const t = useWords();
  const notify = useNotify();
  const submit = async (entered: Values) => {
    const errors = await onSubmit(entered);
    if (!errors) notify('shell.form.saved', { type: 'success' });
    return errors;
  };
  return (
    <Panel title={title}>
      <RefusableForm<Values> values={values} of={of} version={version} onSubmit={submit}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {children}
          <FormRivals />
          <Refusal />
          {mayWrite && (
            <Box>
              <SubmitButton label={t('shell.form.save')} onlyChanged quiet />
            </Box>
          )}
        </Box>
      </RefusableForm>
    </Panel>
  );
}
