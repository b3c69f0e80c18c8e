import { useInput, ValidationError, type Validator } from 'react-admin';
import { WordsControl } from './WordsControl.tsx';
import type { WhatIsKnown } from './knownWords.ts';
import type { WordKey } from '../i18n/useWords.ts';

interface Props {
  source: string;
  label: string;
  hint?: string;
  of: WhatIsKnown;
  unknown: WordKey;
  validate?: Validator;
}

/** Several words in one field of a form, chosen from what exists or typed; the value is a list. */
export function KnownWordsInput({ source, label, hint, of, unknown, validate }: Props) {
  const { id, field, fieldState } = useInput({ source, ...(validate ? { validate } : {}) });
  const error = fieldState.error?.message;
  return (
    <WordsControl
      id={id}
      label={label}
      labelled
      value={Array.isArray(field.value) ? (field.value as string[]) : []}
      of={of}
      unknown={unknown}
      wrong={error !== undefined}
      hint={error === undefined ? hint : <ValidationError error={error} />}
      onChange={(next) => field.onChange(next)}
      onLeave={field.onBlur}
    />
  );
}
