import { TextInput, type TextInputProps } from 'react-admin';

/** Several words in one field of a form, separated by commas (Chinese ones as well); the value is a list. */
export function WordsInput(props: TextInputProps) {
  return (
    <TextInput
      {...props}
      format={(value: unknown) => (Array.isArray(value) ? value.join(', ') : ((value as string | undefined) ?? ''))}
      parse={(text: string) => text}
    />
  );
}

/** The list that was typed into a `WordsInput`. */
export function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string') return [];
  return [
    ...new Set(
      value
        .split(/[,，、]/)
        .map((each) => each.trim())
        .filter(Boolean),
    ),
  ];
}
