import { Alert } from '@mui/material';
import { ValidationError } from 'react-admin';
import { useFormState } from 'react-hook-form';

/** What was refused without naming a field, or naming one that this form does not show. */
export function Refusal() {
  const { errors } = useFormState();
  const { root, ...fields } = errors as Record<
    string,
    { serverError?: { message?: string }; message?: string; ref?: unknown }
  >;
  const orphans = Object.values(fields).filter((error) => !error.ref && error.message);
  const said = [root?.serverError?.message, ...orphans.map((error) => error.message)].filter(
    (each) => each !== undefined,
  );
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
