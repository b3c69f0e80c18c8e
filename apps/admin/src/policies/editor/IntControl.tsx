import { Box, Checkbox, FormControlLabel } from '@mui/material';
import type { Cell } from '@perennial/domain/policies/kinds/form';
import { valueSaid } from '@perennial/domain/policies/sentences/values';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { NumberControl } from './NumberControl.tsx';

interface Props {
  cell: Cell & { type: 'int' };
  id?: string;
  label?: string;
  value: unknown;
  withUnit?: boolean;
  wrong?: boolean;
  describedBy?: string | undefined;
  onChange: (value: number | null) => void;
}

/** A whole number of a term: its special values are ticked by their words, minutes are said as hours beside it. */
export function IntControl({ cell, value, label, withUnit = false, onChange, ...rest }: Props) {
  const language = useLanguage();
  const special = cell.special ?? [];
  const ticked = special.find((each) => each.value === value);
  const field = (
    <NumberControl
      {...rest}
      {...(label ? { label } : {})}
      value={ticked ? null : value}
      min={cell.min}
      max={cell.max}
      onChange={onChange}
    />
  );
  const hours = cell.clock && typeof value === 'number' && value >= 60;
  if (special.length === 0 && !hours && !withUnit) return field;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
      {field}
      {withUnit && <span>{cell.unit[language]}</span>}
      {hours && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          = {valueSaid(cell, value, '', language)}
        </Box>
      )}
      {special.map((each) => (
        <FormControlLabel
          key={each.value}
          label={each.label[language]}
          control={
            <Checkbox
              checked={ticked === each}
              // what it was before is not known any more: the number is asked for
              onChange={(_event, checked) => onChange(checked ? each.value : null)}
              slotProps={{
                input: { 'aria-label': `${label ?? cell.label[language]}: ${each.label[language]}` },
              }}
              sx={{ p: 0.5 }}
            />
          }
        />
      ))}
    </Box>
  );
}
