import { maxValue, minValue, NumberInput, required, type NumberInputProps } from 'react-admin';

type Props = Omit<NumberInputProps, 'validate'> & { min?: number; max?: number; needed?: boolean };

/** A number with its bounds: one outside of them is told at the field, in the reader's language. */
export function RangedInput({ min, max, needed = false, helperText = false, ...rest }: Props) {
  const validate = [
    ...(needed ? [required()] : []),
    ...(min === undefined ? [] : [minValue(min)]),
    ...(max === undefined ? [] : [maxValue(max)]),
  ];
  return (
    <NumberInput
      {...rest}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      validate={validate}
      helperText={helperText}
    />
  );
}
