import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import PasswordIcon from '@mui/icons-material/KeyOutlined';
import SignOutIcon from '@mui/icons-material/LogoutOutlined';
import { Divider, IconButton, ListItemIcon, ListItemText, Menu, MenuItem, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useLogout } from 'react-admin';
import { ChangePassword } from '../auth/ChangePassword.tsx';
import { useStaff } from '../auth/useStaff.ts';
import { useWords } from '../i18n/useWords.ts';

/** Who is signed in, as what; a new password, and the way out. */
export function AccountMenu() {
  const t = useWords();
  const staff = useStaff();
  const signOut = useLogout();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Tooltip title={t('shell.account.label')}>
        <IconButton
          onClick={(event) => setAnchor(event.currentTarget)}
          aria-label={t('shell.account.label')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
        >
          <AccountIcon />
        </IconButton>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': t('shell.account.label') } }}
      >
        {staff && (
          <MenuItem disabled sx={{ '&.Mui-disabled': { opacity: 1 } }}>
            <ListItemText primary={staff.email} secondary={t(`values.Role.${staff.role}`)} />
          </MenuItem>
        )}
        <Divider />
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setChanging(true);
          }}
        >
          <ListItemIcon>
            <PasswordIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText primary={t('shell.account.password')} />
        </MenuItem>
        <MenuItem onClick={() => void signOut()}>
          <ListItemIcon>
            <SignOutIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText primary={t('shell.account.signOut')} />
        </MenuItem>
      </Menu>
      <ChangePassword open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
