import type { SyntheticEvent } from 'react';
import { DateInput, type DateInputProps } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { isEmptied } from './isEmptied.ts';

/** A date that may be left out. react-admin's own tells its form that it was emptied only once it is left. */
export function EmptyableDateInput(
  props: Omit<DateInputProps, 'onInput' | 'onKeyUp' | 'validate'> & { source: string },
) {
  const { getValues, setValue } = useFormContext();
  const heed = ({ target }: SyntheticEvent) => {
    if (!(target instanceof HTMLInputElement) || target.readOnly || !isEmptied(target) || !getValues(props.source))
      return;
    setValue(props.source, null, { shouldDirty: true, shouldTouch: true });
  };
  // a browser tells of the first part that is taken out, of day, month and year; of the others only the keys tell
  return <DateInput {...props} onInput={heed} onKeyUp={heed} />;
}
