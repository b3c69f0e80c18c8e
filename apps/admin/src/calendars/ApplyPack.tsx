import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { HOLIDAY_PACKS } from '@perennial/domain/calendars/packs/all';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { CalendarApplyPackDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import type { CalendarFile } from './calendar.ts';

interface Props {
  open: boolean;
  calendar: CalendarFile;
  /** The year whose days came in. */
  onApplied: (year: number) => void;
  onClose: () => void;
}

/** Enters the public holidays of a region and year; says before what they replace and where they are from. */
export function ApplyPack({ open, calendar, onApplied, onClose }: Props) {
  const t = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const title = useId();
  const [chosen, setChosen] = useState(HOLIDAY_PACKS[0]?.id ?? '');
  const [apply, busy] = useWrite(CalendarApplyPackDocument);
  const pack = HOLIDAY_PACKS.find((each) => each.id === chosen);
  if (!pack) return null;
  const name = pack.label[language];
  const go = async () => {
    const { payload } = await apply({ id: calendar.id, version: calendar.version, pack: pack.id });
    if (!payload) return;
    notify('calendars.year.applied', { type: 'success', messageArgs: { pack: name } });
    onApplied(pack.year);
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={title} maxWidth="xs" fullWidth>
      <DialogTitle id={title}>{t('calendars.year.apply')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <TextField
          select
          label={t('calendars.pack')}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ mt: 1 }}
        >
          {HOLIDAY_PACKS.map(({ id, label }) => (
            <MenuItem key={id} value={id}>
              {label[language]}
            </MenuItem>
          ))}
        </TextField>
        <Typography>
          {t('calendars.year.applyText', { year: String(pack.year), count: Object.keys(pack.days).length })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('calendars.year.source', { source: pack.source })}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.form.cancel')}</Button>
        <Button variant="contained" disabled={busy} onClick={() => void go()}>
          {t('calendars.year.applyAction', { pack: name })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
