import { TextField } from '@mui/material';
import { useState } from 'react';

interface Props {
  label: string;
  /** Below the field: how to part the words, and what an empty field means. */
  hint: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Several words in one field, separated by commas (Chinese ones as well). */
export function ListField({ label, hint, value, onChange }: Props) {
  const [text, setText] = useState(value.join(', '));
  return (
    <TextField
      label={label}
      value={text}
      helperText={hint}
      multiline
      onChange={(event) => {
        setText(event.target.value);
        onChange([
          ...new Set(
            event.target.value
              .split(/[,，、\n]/)
              .map((each) => each.trim())
              .filter(Boolean),
          ),
        ]);
      }}
    />
  );
}
