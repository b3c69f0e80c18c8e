import AddIcon from '@mui/icons-material/Add';
import { Alert, Box, Button, MenuItem, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { weekdayOf, type Shift } from '@perennial/domain/calendars/calendar';
import { holidayName } from '@perennial/domain/calendars/packs/names';
import { dayNumber } from '@perennial/domain/shared/period';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { CalendarDaysDocument, CalendarDaysSetDocument, CalendarUpdateDocument } from '../gql/graphql.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import { UndoAction } from '../ui/UndoAction.tsx';
import { AddDay, type NewDay } from './AddDay.tsx';
import { ApplyPack } from './ApplyPack.tsx';
import type { CalendarFile, Day } from './calendar.ts';
import { DayList } from './DayList.tsx';
import { toBeSure } from './longer.ts';
import { useSure } from './useSure.tsx';
import { YearView } from './YearView.tsx';

type Week = Record<string, Shift[]>;

const UNDO_FOR_MS = 10_000;

const asInput = ({ date, kind, name, shifts, like }: Day): NewDay => ({
  date,
  kind,
  name,
  ...(shifts ? { shifts: shifts as Shift[] } : {}),
  ...(like === null ? {} : { like }),
});

/** The holidays and make-up working days of one year at a time; whether the year is known is said first. */
export function YearPanel({ calendar, mayWrite }: { calendar: CalendarFile; mayWrite: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const { asOf } = useBusiness();
  const format = useFormat();
  const sure = useSure(calendar.id);
  const years = calendar.years as number[];
  const present = Number(asOf.slice(0, 4));
  const [year, setYear] = useState(years.includes(present) ? present : (years.at(-1) ?? present));
  const [shown, setShown] = useState<'list' | 'year'>('list');
  const [open, setOpen] = useState<'add' | 'pack' | 'forget' | undefined>();
  const read = useRead(CalendarDaysDocument, { id: calendar.id, from: `${year}-01-01`, to: `${year}-12-31` });
  const [set] = useWrite(CalendarDaysSetDocument);
  const [update] = useWrite(CalendarUpdateDocument);
  const known = years.includes(year);
  const { id, version } = calendar;
  const days = read.data?.calendarDays.nodes ?? [];
  const remove = async (gone: Day) => {
    // without a holiday the day has the hours of its week, which stay where they are promised
    const like = gone.kind === 'WORKING' ? ((calendar.week as Week)[String(gone.like ?? 1)] ?? []) : [];
    const own = (gone.shifts as Shift[] | null) ?? like;
    const ofWeek = (calendar.week as Week)[String(weekdayOf(dayNumber(gone.date)))] ?? [];
    const longer = toBeSure({ day: own }, { day: ofWeek }, sure.lasting);
    if (!(await sure.ask(longer.map(({ shifts }) => ({ day: format.date(gone.date), shifts }))))) return;
    const { payload } = await set({ id, version, year, days: days.filter((day) => day !== gone).map(asInput) });
    const now = payload?.calendar?.version;
    if (now === undefined) return;
    const undo = () => set({ id, version: now, year, days: days.map(asInput) });
    notify(
      <UndoAction message={t('calendars.year.removed', { name: holidayName(gone.name, language) })} undo={undo} />,
      {
        type: 'info',
        autoHideDuration: UNDO_FOR_MS,
      },
    );
  };
  const choices = [
    ...new Set([...years, (years.at(-1) ?? present) + 1, present - 1, present, present + 1, present + 2]),
  ].sort((a, b) => a - b);
  return (
    <Panel
      title={t('calendars.year.title')}
      action={
        mayWrite && (
          <Button size="small" onClick={() => setOpen('pack')}>
            {t('calendars.year.apply')}
          </Button>
        )
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 2 }}>
        <TextField
          select
          size="small"
          label={t('calendars.year.choose')}
          value={year}
          onChange={(event) => setYear(Number(event.target.value))}
          sx={{ minWidth: 110 }}
        >
          {choices.map((each) => (
            <MenuItem key={each} value={each}>
              {each}
            </MenuItem>
          ))}
        </TextField>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={shown}
          onChange={(_, chosen: 'list' | 'year' | null) => chosen && setShown(chosen)}
          aria-label={t('calendars.year.show')}
        >
          <ToggleButton value="list">{t('calendars.year.asList')}</ToggleButton>
          <ToggleButton value="year">{t('calendars.year.asYear')}</ToggleButton>
        </ToggleButtonGroup>
        {mayWrite && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setOpen('add')}>
            {t('calendars.year.add')}
          </Button>
        )}
        {mayWrite && known && (
          <Button size="small" color="secondary" onClick={() => setOpen('forget')}>
            {t('calendars.year.forget', { year: String(year) })}
          </Button>
        )}
      </Box>
      {known ? (
        <Part of={read}>
          {() =>
            shown === 'year' ? (
              <YearView year={year} days={days} />
            ) : days.length === 0 ? (
              <Typography color="textSecondary">{t('calendars.year.none', { year: String(year) })}</Typography>
            ) : (
              <DayList days={days} onRemove={mayWrite ? (gone) => void remove(gone) : undefined} />
            )
          }
        </Part>
      ) : (
        <Alert
          severity="warning"
          action={
            mayWrite && (
              <Button size="small" color="inherit" onClick={() => void set({ id, version, year, days: [] })}>
                {t('calendars.year.known', { year: String(year) })}
              </Button>
            )
          }
        >
          {t('calendars.year.unknown', { year: String(year) })}
        </Alert>
      )}
      {sure.dialog}
      <AddDay
        open={open === 'add'}
        year={year}
        calendar={calendar}
        others={days.map(asInput)}
        onClose={() => setOpen(undefined)}
      />
      <ApplyPack
        open={open === 'pack'}
        calendar={calendar}
        year={year}
        onApplied={setYear}
        onClose={() => setOpen(undefined)}
      />
      <ConfirmDialog
        open={open === 'forget'}
        title={t('calendars.year.forgetTitle', { year: String(year) })}
        action={t('calendars.year.forget', { year: String(year) })}
        danger
        onConfirm={() => update({ id, version, years: years.filter((each) => each !== year) })}
        onClose={() => setOpen(undefined)}
      >
        {t('calendars.year.forgetText', { year: String(year), smart_count: days.length, count: days.length })}
      </ConfirmDialog>
    </Panel>
  );
}
