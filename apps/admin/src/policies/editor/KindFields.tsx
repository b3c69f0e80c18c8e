import { Box, FormHelperText } from '@mui/material';
import type { Cell, Form, FormField } from '@perennial/domain/policies/kinds/form';
import { useId } from 'react';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { CellControl } from './CellControl.tsx';
import type { Problems } from './problems.ts';
import { RowsField } from './RowsField.tsx';
import { useProblemText } from './useProblemText.ts';

type Values = Readonly<Record<string, unknown>>;

interface Props {
  form: Form;
  values: Values;
  onChange: (values: Values) => void;
  /** What is wrong, by path; `path` says where these values lie in it. */
  problems?: Problems;
  path?: string;
}

/** The fields of a kind of term or of a claim, drawn from their declaration: a new kind needs no page of its own. */
export function KindFields({ form, values, onChange, problems, path = 'params' }: Props) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1.5, alignItems: 'flex-start' }}>
      {Object.entries(form).map(([name, field]) => (
        <Field
          key={name}
          field={field}
          value={values[name]}
          problems={problems}
          path={`${path}.${name}`}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
    </Box>
  );
}

interface FieldProps {
  field: FormField;
  value: unknown;
  problems: Problems | undefined;
  path: string;
  onChange: (value: unknown) => void;
}

function Field({ field, value, problems, path, onChange }: FieldProps) {
  const text = useProblemText();
  const id = useId();
  const problem = problems?.get(path);
  const said = problem && text(problem, field);
  const helperId = said ? `${id}-said` : undefined;
  return (
    <Box sx={{ maxWidth: '100%', ...(isBlock(field) ? { flexBasis: '100%' } : {}) }}>
      {field.type === 'rows' ? (
        <RowsField field={field} value={value} problems={problems} path={path} onChange={onChange} />
      ) : (
        <Labelled field={field} id={id}>
          <CellControl
            cell={field}
            id={id}
            withUnit
            value={value}
            wrong={problem !== undefined}
            describedBy={helperId}
            {...(field.type === 'choices' ? { describedBy: `${id}-label` } : {})}
            onChange={onChange}
          />
        </Labelled>
      )}
      {said && (
        <FormHelperText error id={helperId} sx={{ mx: 0 }}>
          {said}
        </FormHelperText>
      )}
    </Box>
  );
}

/** Takes a line of its own; the others flow like the words of a sentence. */
const isBlock = (field: FormField): boolean => ['rows', 'choices', 'words', 'text'].includes(field.type);

function Labelled({ field, id, children }: { field: Cell; id: string; children: React.ReactNode }) {
  const language = useLanguage();
  const label = field.label[language];
  const row = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5, minHeight: 40 };
  if (field.type === 'bool') {
    return (
      <Box sx={{ ...row, columnGap: 0.5, flexWrap: 'nowrap' }}>
        {children}
        <label htmlFor={id}>{label}</label>
      </Box>
    );
  }
  if (field.type === 'choices') {
    return (
      <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
        <Box component="legend" id={`${id}-label`} sx={{ p: 0 }}>
          {label}
        </Box>
        {children}
      </Box>
    );
  }
  return (
    <Box sx={row}>
      <label htmlFor={id}>{label}</label>
      {children}
    </Box>
  );
}
