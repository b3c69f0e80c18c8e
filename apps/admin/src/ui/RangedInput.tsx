import { maxValue, minValue, NumberInput, required, type NumberInputProps } from 'react-admin';

type Props = Omit<NumberInputProps, 'validate'> & {
  min?: number;
  max?: number;
  needed?: boolean;
  /** What else is wrong with a value, in words. */
  also?: (value: unknown) => string | undefined;
};

/** A number with its bounds: one outside of them is told at the field, in the reader's language. */
export function RangedInput({ min, max, needed = false, also, helperText = false, ...rest }: Props) {
  const validate = [
    ...(needed ? [required()] : []),
    ...(min === undefined ? [] : [minValue(min)]),
    ...(max === undefined ? [] : [maxValue(max)]),
    ...(also === undefined ? [] : [also]),
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
