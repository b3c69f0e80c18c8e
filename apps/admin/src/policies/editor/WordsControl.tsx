import { Autocomplete, Chip, TextField } from '@mui/material';
import { useWords } from '../../i18n/useWords.ts';

interface Props {
  id?: string;
  label?: string;
  value: readonly string[];
  /** What is often meant; anything else can be typed. */
  suggestions?: readonly string[];
  /** Only the suggestions may be chosen. */
  closed?: boolean;
  /** How a value is called. */
  word?: (value: string) => string;
  wrong?: boolean;
  describedBy?: string | undefined;
  onChange: (value: string[]) => void;
}

const COMMAS = /[,，、\n]/;
const unique = (words: readonly string[]): string[] => [
  ...new Set(words.map((each) => each.trim()).filter((each) => each !== '')),
];

/** Several words, each with a button to drop it; Enter, a comma (Chinese ones as well) or leaving the field adds one. */
export function WordsControl({
  id,
  label,
  value,
  suggestions = [],
  closed = false,
  word = (each) => each,
  wrong = false,
  describedBy,
  onChange,
}: Props) {
  const t = useWords();
  const add = (text: string) => onChange(unique([...value, ...text.split(COMMAS)]));
  return (
    <Autocomplete
      {...(id ? { id } : {})}
      multiple
      freeSolo={!closed}
      size="small"
      disableClearable
      filterSelectedOptions
      options={suggestions}
      value={[...value]}
      getOptionLabel={word}
      onChange={(_event, next) => onChange(unique(next))}
      onInputChange={(_event, text, reason) => {
        if (!closed && reason === 'input' && COMMAS.test(text)) add(text);
      }}
      onBlur={(event) => {
        const typed = event.target instanceof HTMLInputElement ? event.target.value : '';
        if (!closed && typed.trim() !== '') add(typed);
      }}
      clearOnBlur
      renderValue={(chosen, itemProps) =>
        chosen.map((each, index) => {
          const { key, ...props } = itemProps({ index });
          return <Chip key={key} size="small" variant="outlined" label={word(each)} {...props} />;
        })
      }
      renderInput={(params) => (
        <TextField
          {...params}
          hiddenLabel
          error={wrong}
          placeholder={value.length === 0 ? t('policyEditor.clause.type') : ''}
          slotProps={{
            htmlInput: {
              ...params.inputProps,
              'aria-label': label,
              'aria-describedby': describedBy,
              'aria-invalid': wrong || undefined,
            },
          }}
        />
      )}
      sx={{ minWidth: 200, maxWidth: 480, flex: '1 1 200px' }}
    />
  );
}
