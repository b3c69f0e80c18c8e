import { Alert } from '@mui/material';
import { ValidationError } from 'react-admin';
import { useFormState } from 'react-hook-form';

/** What was refused without naming a field, or naming one that this form does not show. */
export function Refusal() {
  const { errors } = useFormState();
  const root = (errors.root ?? {}) as Record<string, { message?: string } | undefined>;
  const said = Object.values(root).flatMap((error) => error?.message ?? []);
  if (said.length === 0) return null;
  return (
    <Alert severity="error">
      {said.map((each) => (
        <div key={each}>
          <ValidationError error={each} />
        </div>
      ))}
    </Alert>
  );
}
