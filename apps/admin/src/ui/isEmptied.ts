/** Whether nothing is left in a field for a date; one that is half typed has no value either. */
export const isEmptied = (input: { value: string; validity: Pick<ValidityState, 'badInput'> }): boolean =>
  input.value === '' && !input.validity.badInput;
