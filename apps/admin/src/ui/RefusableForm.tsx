import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Form, useNotify, type RaRecord } from 'react-admin';
import { get, useFormContext, useFormState } from 'react-hook-form';
import type { FieldErrors } from '../api/errors.ts';
import { Following } from '../conflict/Following.tsx';
import { fieldsOf, type Rival } from '../conflict/join.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import { placeErrors } from './placeErrors.ts';
import { useLeaveGuard } from './useLeaveGuard.ts';

interface Props<Values> {
  /** What is stored. What somebody else changes in it meanwhile is taken in beside what is typed. */
  values: Partial<Values>;
  /** The version that is stored, where the thing has one. */
  version?: number | undefined;
  /** The kind of thing that is changed, by the schema's name: what two people changed is then shown, and one chosen. */
  of?: string | undefined;
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
export function RefusableForm<Values extends object>({
  values,
  version,
  of,
  onSubmit,
  unsaved,
  children,
}: Props<Values>) {
  const shown = useRef<() => string[]>(() => []);
  // react-admin would put a form back to every new record it is given
  const [begun] = useState(values);
  const base = useRef(fieldsOf(values));
  const [sending, setSending] = useState(false);
  const [rivals, setRivals] = useState<readonly Rival[]>([]);
  const send = async (entered: object): Promise<FieldErrors | undefined> => {
    if (rivals.length > 0) return { root: { serverError: 'shell.conflict.choose' } };
    setSending(true);
    try {
      const errors = await onSubmit(entered as Values);
      if (!errors) base.current = fieldsOf(entered);
      return errors;
    } finally {
      setSending(false);
    }
  };
  const submit = async (entered: object) => {
    const errors = await send(entered);
    // react-admin's type knows one sentence per place; `root` holds several, which it sets one by one
    return errors && (placeErrors(errors, shown.current()) as Record<string, string>);
  };
  return (
    <Form
      onSubmit={submit}
      record={begun as Partial<RaRecord>}
      sanitizeEmptyValues
      noValidate
      disableInvalidFormNotification
    >
      <Inputs of={shown} />
      <Unsaved of={unsaved} />
      <Following
        of={of}
        stored={values}
        version={version}
        base={base}
        sending={sending}
        rivals={rivals}
        onRivals={setRivals}
      >
        {children}
      </Following>
    </Form>
  );
}

/**
 * Tells which inputs are on the page, and points to those that were marked: on a page, where they may be far away, by a
 * notification; in a dialog by going to the first of them, which says itself what is wrong.
 */
function Inputs({ of }: { of: RefObject<() => string[]> }) {
  const { control } = useFormContext();
  const { submitCount, errors } = useFormState();
  const notify = useNotify();
  const said = useRef(submitCount);
  const here = useRef<HTMLSpanElement>(null);
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
    if (!Object.keys(errors).some((path) => path !== 'root')) return;
    const marked = here.current?.closest('[role=dialog]')?.querySelector<HTMLElement>('[aria-invalid=true]');
    if (marked) marked.focus();
    else notify('ra.message.invalid_form', { type: 'error' });
  }, [submitCount, errors, notify]);
  return <span ref={here} hidden />;
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
