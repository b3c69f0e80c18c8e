import { TextField } from '@mui/material';

export interface Choice {
  value: string;
  label: string;
}

interface Props {
  label: string;
  value: string;
  choices: readonly Choice[];
  /** What keeps the value from working. */
  wrong?: string | undefined;
  onChange: (value: string) => void;
}

/** One out of a few. */
export function Choices({ label, value, choices, wrong, onChange }: Props) {
  return (
    <TextField
      select
      label={label}
      value={value}
      error={wrong !== undefined}
      helperText={wrong}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </TextField>
  );
}
