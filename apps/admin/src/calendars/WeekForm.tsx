import AddIcon from '@mui/icons-material/Add';
import { Alert, Box, Button, IconButton, MenuItem, TextField, Typography } from '@mui/material';
import CloseIcon from '@mui/icons-material/Close';
import { SHIFT_DAYS, WEEKDAYS, type Shift } from '@perennial/domain/calendars/calendar';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { ApiProblem } from '../api/errors.ts';
import { useRefusalText } from '../api/useRefusalText.ts';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { BothSides, type Dispute } from '../conflict/BothSides.tsx';
import type { Rival } from '../conflict/join.ts';
import { useJoined } from '../conflict/useJoined.ts';
import { CalendarUpdateDocument, type ShiftDay } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { LeaveDialog } from '../ui/LeaveDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useLeaveGuard } from '../ui/useLeaveGuard.ts';
import type { CalendarFile } from './calendar.ts';
import { isSound, toBeSure } from './longer.ts';
import { hoursText, minutesOf, shiftOf, typed, typedText, type TypedHours } from './times.ts';
import { useSure } from './useSure.tsx';
import { useWeekdays } from './useWeekdays.ts';

type Week = Record<string, TypedHours[]>;

/** The hours of each weekday, typed as times of day. */
export function WeekForm({ calendar, mayWrite }: { calendar: CalendarFile; mayWrite: boolean }) {
  const t = useWords();
  const saidBy = useRefusalText();
  const notify = useNotify();
  const format = useFormat();
  const weekdays = useWeekdays();
  const stored = calendar.week as Record<string, Shift[]>;
  const typedWeek = Object.fromEntries(WEEKDAYS.map((key) => [key, (stored[key] ?? []).map(typed)]));
  const form = useJoined({ ...typedWeek, shiftDay: calendar.shiftDay }, calendar.version);
  const { shiftDay, ...week } = form.values as Week & { shiftDay: ShiftDay };
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [update, busy] = useWrite(CalendarUpdateDocument, {
    say: false,
    onRefusal: ({ problems }) => setProblem(problems[0]),
  });
  /** A refusal names the day by its number: `week.5.0`. */
  const said = (refusal: ApiProblem): string => {
    const { path } = refusal;
    const sentence = saidBy(refusal);
    const at = path?.indexOf('week') ?? -1;
    const day = at < 0 ? undefined : weekdays.find(({ key }) => key === path?.[at + 1]);
    return day ? format.pair(day.name, sentence) : sentence;
  };
  const change = (key: string, hours: TypedHours[]) => form.change(key, hours);
  const entered = Object.entries(week).map(([key, hours]) => [key, hours.map(shiftOf)] as const);
  const whole = entered.every(([, shifts]) => shifts.every((each) => each !== null));
  const maySave = form.changed && whole && form.rivals.length === 0;
  const dispute = (rival: Rival): Dispute => {
    const { field, theirs } = rival;
    const tell = (value: unknown): string =>
      field === 'shiftDay'
        ? t(`values.ShiftDay.${value as ShiftDay}`)
        : format.list((value as TypedHours[]).map(typedText)) || t('calendars.week.closed');
    return {
      key: field,
      title: weekdays.find(({ key }) => key === field)?.name ?? t('calendars.week.nights'),
      mine: tell(form.values[field]),
      theirs: tell(theirs),
      settle: (whose) => form.settle(rival, whose),
    };
  };
  const guard = useLeaveGuard(form.changed);
  const sure = useSure(calendar.id);
  const save = async (): Promise<boolean> => {
    setProblem(undefined);
    const open: Record<string, Shift[]> = Object.fromEntries(
      entered.flatMap(([key, shifts]) => (shifts.length > 0 ? [[key, shifts.filter((each) => each !== null)]] : [])),
    );
    const doubtful = toBeSure(stored, open, sure.lasting).map(({ key, shifts }) => ({
      day: weekdays.find((each) => each.key === key)?.name ?? key,
      shifts,
    }));
    if (isSound(calendar.name, open) && !(await sure.ask(doubtful))) return false;
    const input = { id: calendar.id, version: form.seen, week: open, shiftDay };
    const saved = await form.save(async () => (await update(input)).payload !== undefined);
    if (saved) notify('calendars.week.saved', { type: 'success' });
    return saved;
  };
  return (
    <Panel
      title={t('calendars.week.title')}
      action={
        mayWrite && (
          <Button
            size="small"
            onClick={() =>
              ['2', '3', '4', '5'].forEach((key) =>
                change(
                  key,
                  (week['1'] ?? []).map((e) => ({ ...e })),
                ),
              )
            }
          >
            {t('calendars.week.copy')}
          </Button>
        )
      }
    >
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {t('calendars.week.hint')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {weekdays.map(({ key, name }) => (
          <Weekday
            key={key}
            name={name}
            hours={week[key] ?? []}
            mayWrite={mayWrite}
            onChange={(hours) => change(key, hours)}
          />
        ))}
        <TextField
          select
          label={t('calendars.week.nights')}
          value={shiftDay}
          disabled={!mayWrite}
          onChange={(event) => form.change('shiftDay', event.target.value)}
          sx={{ mt: 1 }}
        >
          {SHIFT_DAYS.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`values.ShiftDay.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        {/* beside the button: on a small screen the top of the week is out of sight by now */}
        {problem && <Alert severity="error">{said(problem)}</Alert>}
        <BothSides disputes={form.rivals.map(dispute)} />
        {mayWrite && (
          <Box>
            <Button variant="outlined" disabled={!maySave || busy} onClick={() => void save()}>
              {t('calendars.week.save')}
            </Button>
          </Box>
        )}
      </Box>
      <LeaveDialog guard={guard} onSave={maySave ? save : undefined} />
      {sure.dialog}
    </Panel>
  );
}

interface WeekdayProps {
  name: string;
  hours: TypedHours[];
  mayWrite: boolean;
  onChange: (hours: TypedHours[]) => void;
}

function Weekday({ name, hours, mayWrite, onChange }: WeekdayProps) {
  const t = useWords();
  const replace = (at: number, by: TypedHours) => onChange(hours.map((each, i) => (i === at ? by : each)));
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '140px 1fr' }, gap: 1, alignItems: 'start' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 36, justifyContent: 'space-between' }}>
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        {mayWrite && (
          <IconButton
            size="small"
            aria-label={t('calendars.week.add', { day: name })}
            onClick={() => onChange([...hours, next(hours)])}
          >
            <AddIcon fontSize="small" />
          </IconButton>
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
        {hours.length === 0 && (
          <Typography color="textSecondary" sx={{ lineHeight: '36px' }}>
            {t('calendars.week.closed')}
          </Typography>
        )}
        {hours.map((each, i) => {
          const shift = shiftOf(each);
          return (
            // rows have no identity of their own: they are what stands at this place
            <Box key={i} sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
              {(['from', 'to'] as const).map((end) => (
                <TextField
                  key={end}
                  type="time"
                  size="small"
                  value={each[end]}
                  disabled={!mayWrite}
                  error={minutesOf(each[end]) === null}
                  onChange={(event) => replace(i, { ...each, [end]: event.target.value })}
                  slotProps={{
                    htmlInput: { 'aria-label': t(`calendars.week.${end}Of`, { day: name, n: i + 1 }) },
                  }}
                  sx={{ width: { xs: 116, sm: 136 }, '& input': { px: { xs: 1, sm: 1.5 } } }}
                />
              ))}
              {shift && shift.to > 1440 && (
                <Typography variant="body2" color="textSecondary">
                  {t('calendars.week.nextDay')}
                </Typography>
              )}
              {mayWrite && (
                <IconButton
                  size="small"
                  aria-label={t('calendars.week.remove', { day: name, hours: shift ? hoursText(shift) : '' })}
                  onClick={() => onChange(hours.filter((_, at) => at !== i))}
                >
                  <CloseIcon fontSize="small" />
                </IconButton>
              )}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

/** A first span is an office's; another one begins an hour after the last one ended. */
function next(hours: readonly TypedHours[]): TypedHours {
  const last = hours.at(-1);
  const end = last ? minutesOf(last.to) : null;
  if (end === null) return { from: '09:00', to: '17:00' };
  return typed({ from: Math.min(end + 60, 1380), to: Math.min(end + 240, 1439) });
}
