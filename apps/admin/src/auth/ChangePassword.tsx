import { Box } from '@mui/material';
import { PasswordInput, minLength, required, useLogoutIfAccessDenied, useNotify } from 'react-admin';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useWords } from '../i18n/useWords.ts';
import { PASSWORD_MIN, changePassword, type PasswordChange } from './changePassword.ts';
import { useStaff } from './useStaff.ts';

type Values = PasswordChange & { repeated: string };

/** One's own password: the current one, the new one twice. */
export function ChangePassword({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords();
  const notify = useNotify();
  const staff = useStaff();
  const logoutIfDenied = useLogoutIfAccessDenied();
  const submit = async ({ currentPassword, newPassword }: Values) => {
    try {
      const errors = await changePassword({ currentPassword, newPassword });
      if (!errors) notify('auth.change.done', { type: 'success' });
      return errors;
    } catch (error) {
      if (!(await logoutIfDenied(error))) throw error;
      return undefined;
    }
  };
  return (
    <FormDialog<Values>
      open={open}
      title={t('auth.change.title')}
      action={t('auth.change.submit')}
      maxWidth="xs"
      onSubmit={submit}
      onClose={onClose}
    >
      {/* tells password managers whose password this is */}
      <Box
        component="input"
        type="email"
        autoComplete="username"
        value={staff?.email ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden
        sx={{ display: 'none' }}
      />
      <PasswordInput
        source="currentPassword"
        label={t('auth.change.current')}
        validate={required()}
        helperText={false}
        autoComplete="current-password"
        autoFocus
      />
      <PasswordInput
        source="newPassword"
        label={t('auth.change.new')}
        validate={[required(), minLength(PASSWORD_MIN)]}
        helperText={t('auth.change.hint')}
        autoComplete="new-password"
      />
      <PasswordInput
        source="repeated"
        label={t('auth.change.repeat')}
        validate={[
          required(),
          (value: string, { newPassword }: Partial<Values>) =>
            value === newPassword ? undefined : 'auth.change.different',
        ]}
        helperText={false}
        autoComplete="new-password"
      />
    </FormDialog>
  );
}
