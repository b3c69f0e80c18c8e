import {
  Box,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormLabel,
  InputAdornment,
  TextField,
} from '@mui/material';
import type { Form, FormField } from '@perennial/domain/policies/kinds/form';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ListField } from './ListField.tsx';

type Values = Readonly<Record<string, unknown>>;

interface Props {
  form: Form;
  values: Values;
  onChange: (values: Values) => void;
}

/** The fields of a kind of term or of a claim, drawn from their declaration: a new kind needs no page of its own. */
export function KindFields({ form, values, onChange }: Props) {
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {Object.entries(form).map(([name, field]) => (
        <Field
          key={name}
          field={field}
          value={values[name]}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
    </Box>
  );
}

interface FieldProps {
  field: FormField;
  value: unknown;
  onChange: (value: unknown) => void;
}

function Field({ field, value, onChange }: FieldProps) {
  const language = useLanguage();
  const label = field.label[language];
  switch (field.type) {
    case 'int': {
      const wrong = typeof value !== 'number' || !Number.isInteger(value) || value < field.min || value > field.max;
      return (
        <TextField
          type="number"
          label={label}
          value={typeof value === 'number' ? value : ''}
          error={wrong}
          helperText={wrong ? `${field.min}–${field.max}` : undefined}
          onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
          slotProps={{
            htmlInput: { min: field.min, max: field.max },
            input: { endAdornment: <InputAdornment position="end">{field.unit[language]}</InputAdornment> },
          }}
          sx={{ maxWidth: 280 }}
        />
      );
    }
    case 'bool':
      return (
        <FormControlLabel
          control={<Checkbox checked={value === true} onChange={(_event, checked) => onChange(checked)} />}
          label={label}
        />
      );
    case 'choice':
      return (
        <TextField
          select
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          sx={{ maxWidth: 280 }}
        >
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label[language]}
            </option>
          ))}
        </TextField>
      );
    case 'choices': {
      const chosen = Array.isArray(value) ? (value as string[]) : [];
      return (
        <FormControl component="fieldset" variant="standard">
          <FormLabel component="legend">{label}</FormLabel>
          <FormGroup row>
            {field.options.map((option) => (
              <FormControlLabel
                key={option.value}
                label={option.label[language]}
                control={
                  <Checkbox
                    checked={chosen.includes(option.value)}
                    onChange={(_event, checked) =>
                      onChange(checked ? [...chosen, option.value] : chosen.filter((each) => each !== option.value))
                    }
                  />
                }
              />
            ))}
          </FormGroup>
        </FormControl>
      );
    }
    case 'words':
      return <ListField label={label} value={Array.isArray(value) ? (value as string[]) : []} onChange={onChange} />;
  }
}
