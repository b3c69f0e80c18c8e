import CloseIcon from '@mui/icons-material/Close';
import {
  Box,
  Divider,
  IconButton,
  List,
  ListItem,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  Typography,
} from '@mui/material';
import { Fragment } from 'react';
import { NavLink } from 'react-router';
import { mayOpen } from '../auth/may.ts';
import { useStaff } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useWords } from '../i18n/useWords.ts';
import { Leaf } from './Leaf.tsx';
import { pages } from './pages.tsx';

/** The pages the role may open, with icons and words. */
export function Menu({ onClose }: { onClose: (() => void) | undefined }) {
  const t = useWords();
  const business = useBusiness();
  const role = useStaff()?.role;
  return (
    <Box component="nav" aria-label={t('shell.menu.label')} sx={{ p: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1, height: 48, mb: 1 }}>
        <Leaf />
        <Typography component="span" noWrap sx={{ fontWeight: 650, flex: 1 }} title={business.name}>
          {business.name}
        </Typography>
        {onClose && (
          <IconButton size="small" onClick={onClose} aria-label={t('shell.menu.close')}>
            <CloseIcon fontSize="small" />
          </IconButton>
        )}
      </Box>
      <List disablePadding>
        {pages
          .filter((page) => mayOpen(role, page.name))
          .map((page) => (
            <Fragment key={page.name}>
              {page.newGroup && <Divider component="li" aria-hidden sx={{ my: 1 }} />}
              <ListItem disablePadding>
                <ListItemButton
                  component={NavLink}
                  to={page.path}
                  end={page.path === '/'}
                  sx={{
                    borderRadius: 1,
                    minHeight: 40,
                    py: 0.5,
                    px: 1,
                    color: 'text.secondary',
                    '&.active': { color: 'primary.main', bgcolor: 'action.selected', fontWeight: 600 },
                  }}
                >
                  <ListItemIcon sx={{ minWidth: 36, color: 'inherit' }}>
                    <page.icon fontSize="small" aria-hidden />
                  </ListItemIcon>
                  <ListItemText primary={t(page.label)} slotProps={{ primary: { sx: { fontWeight: 'inherit' } } }} />
                </ListItemButton>
              </ListItem>
            </Fragment>
          ))}
      </List>
    </Box>
  );
}
