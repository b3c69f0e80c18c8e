import { TextField } from '@mui/material';
import { useState } from 'react';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Several words in one field, separated by commas (Chinese ones as well). */
export function ListField({ label, value, onChange }: Props) {
  const t = useWords();
  const [text, setText] = useState(value.join(', '));
  return (
    <TextField
      label={label}
      value={text}
      helperText={t('policies.editor.listHint')}
      onChange={(event) => {
        setText(event.target.value);
        onChange([
          ...new Set(
            event.target.value
              .split(/[,，、]/)
              .map((each) => each.trim())
              .filter(Boolean),
          ),
        ]);
      }}
    />
  );
}
