import { Checkbox, FormControlLabel, FormGroup, TextField } from '@mui/material';
import type { Cell } from '@perennial/domain/policies/kinds/form';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { WordsControl } from '../../ui/WordsControl.tsx';
import { IntControl } from './IntControl.tsx';
import { MoneyControl } from './NumberControl.tsx';

interface Props {
  cell: Cell;
  id?: string;
  /** Read out where no visible label stands beside it (a cell of a table). */
  label?: string;
  value: unknown;
  wrong?: boolean;
  /** The unit of a number stands beside it; in a table it stands above. */
  withUnit?: boolean;
  describedBy?: string | undefined;
  onChange: (value: unknown) => void;
}

const wordsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The control of one field, without its label. */
export function CellControl({ cell, id, label, value, withUnit = false, wrong = false, describedBy, onChange }: Props) {
  const language = useLanguage();
  const common = { ...(id ? { id } : {}), ...(label ? { label } : {}), wrong, describedBy, onChange };
  const said = { 'aria-label': label, 'aria-describedby': describedBy, 'aria-invalid': wrong || undefined };
  switch (cell.type) {
    case 'int':
      return <IntControl cell={cell} {...common} value={value} withUnit={withUnit} />;
    case 'money':
      return <MoneyControl {...common} value={value} min={cell.min} max={cell.max} />;
    case 'bool':
      return (
        <Checkbox
          {...(id ? { id } : {})}
          checked={value === true}
          onChange={(_event, checked) => onChange(checked)}
          slotProps={{ input: said }}
          sx={{ p: 0.5 }}
        />
      );
    case 'choice':
      return (
        <TextField
          {...(id ? { id } : {})}
          select
          hiddenLabel
          error={wrong}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{ select: { native: true }, htmlInput: said }}
          sx={{ maxWidth: '100%' }}
        >
          {cell.options.every((option) => option.value !== value) && <option value="" />}
          {cell.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label[language]}
            </option>
          ))}
        </TextField>
      );
    case 'choices': {
      const chosen = wordsIn(value);
      return (
        <FormGroup row role="group" aria-label={label} aria-describedby={describedBy}>
          {cell.options.map((option) => (
            <FormControlLabel
              key={option.value}
              label={option.label[language]}
              control={
                <Checkbox
                  checked={chosen.includes(option.value)}
                  onChange={(_event, checked) =>
                    onChange(
                      // in the order of the declaration, so that ticking twice changes nothing
                      cell.options
                        .map((each) => each.value)
                        .filter((each) => (each === option.value ? checked : chosen.includes(each))),
                    )
                  }
                  sx={{ p: 0.5 }}
                />
              }
            />
          ))}
        </FormGroup>
      );
    }
    case 'words':
      return <WordsControl {...common} value={wordsIn(value)} />;
    case 'text':
      return (
        <TextField
          {...(id ? { id } : {})}
          hiddenLabel
          error={wrong}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{ htmlInput: { maxLength: cell.max, ...said } }}
          sx={{ flex: '1 1 220px', minWidth: 120, maxWidth: '100%' }}
        />
      );
  }
}
