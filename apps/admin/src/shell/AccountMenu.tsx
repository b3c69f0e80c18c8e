import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import PasswordIcon from '@mui/icons-material/KeyOutlined';
import SignOutIcon from '@mui/icons-material/LogoutOutlined';
import { Divider, ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useLogout } from 'react-admin';
import { ChangePassword } from '../auth/ChangePassword.tsx';
import { useStaff } from '../auth/useStaff.ts';
import { useWords } from '../i18n/useWords.ts';
import { IconMenu } from './IconMenu.tsx';

/** Who is signed in, as what; a new password, and the way out. */
export function AccountMenu() {
  const t = useWords();
  const staff = useStaff();
  const signOut = useLogout();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <IconMenu label={t('shell.account.label')} icon={<AccountIcon />}>
        {(close) => [
          staff && (
            <MenuItem key="who" disabled sx={{ '&.Mui-disabled': { opacity: 1 } }}>
              <ListItemText primary={staff.email} secondary={t(`values.Role.${staff.role}`)} />
            </MenuItem>
          ),
          <Divider key="line" />,
          <MenuItem
            key="password"
            onClick={() => {
              close();
              setChanging(true);
            }}
          >
            <ListItemIcon>
              <PasswordIcon fontSize="small" />
            </ListItemIcon>
            <ListItemText primary={t('shell.account.password')} />
          </MenuItem>,
          <MenuItem key="out" onClick={() => void signOut()}>
            <ListItemIcon>
              <SignOutIcon fontSize="small" />
            </ListItemIcon>
            <ListItemText primary={t('shell.account.signOut')} />
          </MenuItem>,
        ]}
      </IconMenu>
      <ChangePassword open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
