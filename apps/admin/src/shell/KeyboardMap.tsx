import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { Fragment } from 'react';
import { useWords, type WordKey } from '../i18n/useWords.ts';

const KEYS: [string[], WordKey][] = [
  [['⌘ K', 'Ctrl K'], 'shell.keys.palette'],
  [['/'], 'shell.keys.search'],
  [['n'], 'shell.keys.create'],
  [['⌘ S', 'Ctrl S'], 'shell.keys.save'],
  [['⌘ Z', 'Ctrl Z'], 'shell.keys.undo'],
  [['?'], 'shell.keys.map'],
  [['Esc'], 'shell.keys.close'],
];

/** What the keys do. */
export function KeyboardMap({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="keyboard-map" maxWidth="xs" fullWidth>
      <DialogTitle id="keyboard-map">{t('shell.keys.title')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 1.5, m: 0 }}>
          {KEYS.map(([keys, label]) => (
            <Fragment key={label}>
              <Box component="dt">
                {keys.map((key) => (
                  <Box
                    key={key}
                    component="kbd"
                    sx={{
                      border: 1,
                      borderColor: 'divider',
                      borderRadius: 1,
                      px: 1,
                      py: 0.25,
                      mr: 0.5,
                      font: 'inherit',
                    }}
                  >
                    {key}
                  </Box>
                ))}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {t(label)}
              </Box>
            </Fragment>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.form.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
