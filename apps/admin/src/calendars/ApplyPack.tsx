import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { HOLIDAY_PACKS, packFor } from '@perennial/domain/calendars/packs/all';
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
  /** The one that is shown. */
  year: number;
  /** The year whose days came in. */
  onApplied: (year: number) => void;
  onClose: () => void;
}

/** Enters the public holidays of a region and year; says before what they replace and where they are from. */
export function ApplyPack({ open, calendar, year, onApplied, onClose }: Props) {
  const t = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const title = useId();
  const [chosen, setChosen] = useState<string | undefined>();
  const [apply, busy] = useWrite(CalendarApplyPackDocument);
  const suggested = packFor(calendar.timeZone, year);
  const pack = chosen === undefined ? suggested : HOLIDAY_PACKS.find((each) => each.id === chosen);
  const close = () => {
    setChosen(undefined);
    onClose();
  };
  const go = async () => {
    if (!pack) return;
    const { payload } = await apply({ id: calendar.id, version: calendar.version, pack: pack.id });
    if (!payload) return;
    notify('calendars.year.applied', { type: 'success', messageArgs: { pack: pack.label[language] } });
    onApplied(pack.year);
    close();
  };
  return (
    <Dialog open={open} onClose={close} aria-labelledby={title} maxWidth="xs" fullWidth>
      <DialogTitle id={title}>{t('calendars.year.apply')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <TextField
          select
          label={t('calendars.pack')}
          value={pack?.id ?? ''}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ mt: 1 }}
        >
          {HOLIDAY_PACKS.map(({ id, label }) => (
            <MenuItem key={id} value={id}>
              {label[language]}
            </MenuItem>
          ))}
        </TextField>
        {pack && pack.year !== year && (
          <Alert severity="warning">
            {t('calendars.year.otherYear', { year: String(pack.year), shown: String(year) })}
          </Alert>
        )}
        {pack && (
          <>
            <Typography>
              {t('calendars.year.applyText', {
                year: String(pack.year),
                smart_count: Object.keys(pack.days).length,
                count: Object.keys(pack.days).length,
              })}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {t('calendars.year.source', { source: pack.source })}
            </Typography>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{t('shell.form.cancel')}</Button>
        <Button variant="contained" disabled={busy || !pack} onClick={() => void go()}>
          {pack ? t('calendars.year.applyAction', { pack: pack.label[language] }) : t('calendars.year.apply')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
