import { Button } from '@mui/material';
import { useFormState } from 'react-hook-form';

/** Saves the form around it; rests while that is under way, and, where asked, until something was changed. */
export function SubmitButton({
  label,
  onlyChanged = false,
  quiet = false,
}: {
  label: string;
  onlyChanged?: boolean;
  quiet?: boolean;
}) {
  const { isSubmitting, isDirty } = useFormState();
  return (
    <Button
      type="submit"
      variant={quiet ? 'outlined' : 'contained'}
      disabled={isSubmitting || (onlyChanged && !isDirty)}
    >
      {label}
    </Button>
  );
}
