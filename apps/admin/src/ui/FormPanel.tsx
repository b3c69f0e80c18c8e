import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Form, useNotify, type RaRecord } from 'react-admin';
import type { FieldErrors } from '../api/errors.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from './Panel.tsx';
import { Refusal } from './Refusal.tsx';
import { SubmitButton } from './SubmitButton.tsx';

interface Props<Values> {
  title: string;
  values: Partial<Values>;
  /** A new version brings new values into the form. */
  version: number;
  mayWrite: boolean;
  onSubmit: (values: Values) => Promise<FieldErrors | undefined>;
  children: ReactNode;
}

/** A form that stands on a page. */
export function FormPanel<Values extends object>({
  title,
  values,
  version,
  mayWrite,
  onSubmit,
  children,
}: Props<Values>) {
  const t = useWords();
  const notify = useNotify();
  const submit = async (entered: object) => {
    const errors = await onSubmit(entered as Values);
    if (errors) return errors as Record<string, string>;
    notify('shell.form.saved', { type: 'success' });
    return undefined;
  };
  return (
    <Panel title={title}>
      <Form key={version} onSubmit={submit} record={values as Partial<RaRecord>} sanitizeEmptyValues>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Refusal />
          {children}
          {mayWrite && (
            <Box>
              <SubmitButton label={t('shell.form.save')} onlyChanged quiet />
            </Box>
          )}
        </Box>
      </Form>
    </Panel>
  );
}
