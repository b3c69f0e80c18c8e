import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Form, useNotify, type RaRecord } from 'react-admin';
import { get, useFormContext, useFormState } from 'react-hook-form';
import type { FieldErrors } from '../api/errors.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import { placeErrors } from './placeErrors.ts';
import { useLeaveGuard } from './useLeaveGuard.ts';

interface Props<Values> {
  values: Partial<Values>;
  /** Saves; what was refused comes back and is shown beside its input, or by `Refusal` where no input shows it. */
  onSubmit: (values: Values) => Promise<FieldErrors | undefined>;
  /** Is told whether something was typed that is not saved. */
  unsaved?: RefObject<boolean>;
  children: ReactNode;
}

/**
 * A form whose refusals are always seen and never block the next try, in the reader's language: the browser's own
 * bubbles, which speak the browser's, stay away.
 */
export function RefusableForm<Values extends object>({ values, onSubmit, unsaved, children }: Props<Values>) {
  const shown = useRef<() => string[]>(() => []);
  const submit = async (entered: object) => {
    const errors = await onSubmit(entered as Values);
    // react-admin's type knows one sentence per place; `root` holds several, which it sets one by one
    return errors && (placeErrors(errors, shown.current()) as Record<string, string>);
  };
  return (
    <Form
      onSubmit={submit}
      record={values as Partial<RaRecord>}
      sanitizeEmptyValues
      noValidate
      disableInvalidFormNotification
    >
      <Inputs of={shown} />
      <Unsaved of={unsaved} />
      {children}
    </Form>
  );
}

/** Tells which inputs are on the page, and points to those that were marked. */
function Inputs({ of }: { of: RefObject<() => string[]> }) {
  const { control } = useFormContext();
  const { submitCount, errors } = useFormState();
  const notify = useNotify();
  const said = useRef(submitCount);
  useEffect(() => {
    of.current = () =>
      [...control._names.mount].filter((name) => {
        const field = get(control._fields, name) as { _f?: { mount?: boolean } } | undefined;
        return field?._f?.mount === true;
      });
  }, [of, control]);
  useEffect(() => {
    if (submitCount === said.current) return;
    said.current = submitCount;
    if (Object.keys(errors).some((path) => path !== 'root')) notify('ra.message.invalid_form', { type: 'error' });
  }, [submitCount, errors, notify]);
  return null;
}

/** What was typed is not left behind without a question. */
function Unsaved({ of }: { of: RefObject<boolean> | undefined }) {
  const { isDirty, isSubmitting, isSubmitSuccessful } = useFormState();
  // what is on its way may lead to another page
  const unsaved = isDirty && !isSubmitting && !isSubmitSuccessful;
  useEffect(() => {
    if (of) of.current = unsaved;
  }, [of, unsaved]);
  return <LeaveDialog guard={useLeaveGuard(unsaved)} />;
}
