import { Box } from '@mui/material';
import { DAY_KINDS, weekdayOf, type Shift } from '@perennial/domain/calendars/calendar';
import { dayNumber } from '@perennial/domain/shared/period';
import { DateInput, RadioButtonGroupInput, SelectInput, TextInput, maxValue, minValue, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { CalendarDaysSetDocument, type CalendarDayInput } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { CalendarFile } from './calendar.ts';
import { toBeSure } from './longer.ts';
import { shiftOf } from './times.ts';
import { useSure } from './useSure.tsx';
import { useWeekdays } from './useWeekdays.ts';

export type NewDay = CalendarDayInput;

interface Values extends Pick<NewDay, 'date' | 'kind' | 'name'> {
  like?: number | null;
  from?: string | null;
  to?: string | null;
}

interface Props {
  open: boolean;
  year: number;
  calendar: CalendarFile;
  /** The year's other days: all are sent together. */
  others: readonly NewDay[];
  onClose: () => void;
}

/** Half a span says no hours, and a day that is worked has some: nothing is guessed. */
function lacking({
  kind,
  like,
  from,
  to,
}: Pick<Values, 'kind' | 'like' | 'from' | 'to'>): 'like' | 'from' | 'to' | null {
  if (from && !to) return 'to';
  if (to && !from) return 'from';
  return kind === 'WORKING' && !like && !from ? 'like' : null;
}

/** A holiday, or a day worked in exchange for one, of the year that is shown. */
export function AddDay({ open, year, calendar, others, onClose }: Props) {
  const t = useWords();
  const format = useFormat();
  const weekdays = useWeekdays();
  const sure = useSure(calendar.id);
  const week = calendar.week as Record<string, readonly Shift[]>;
  /** Longer hours of a day than its week has, and those past midnight, are asked about before they are saved. */
  const isMeant = ({ date, kind, like }: NewDay, shift: Shift | null): Promise<boolean> => {
    const own = shift ? [shift] : kind === 'WORKING' ? (week[String(like ?? 1)] ?? []) : [];
    const asked = toBeSure({ day: week[String(weekdayOf(dayNumber(date)))] ?? [] }, { day: own }, sure.lasting);
    return sure.ask(asked.map(({ shifts }) => ({ day: format.date(date), shifts })));
  };
  const [set] = useWrite(CalendarDaysSetDocument, { say: false });
  return (
    <FormDialog<Values>
      open={open}
      title={t('calendars.year.add')}
      action={t('calendars.year.addAction')}
      values={{ kind: 'HOLIDAY' }}
      onClose={onClose}
      onSubmit={async ({ date, kind, name, like, from, to }) => {
        const missing = lacking({ kind, like, from, to });
        if (missing) return { [missing]: t('ra.validation.required') };
        if (like && from) return { like: t('calendars.year.likeOrHours') };
        const shift = from && to ? shiftOf({ from, to }) : null;
        const hours = shift ? { shifts: [shift] } : kind === 'WORKING' && like ? { like: Number(like) } : {};
        const day: NewDay = { date, kind, name, ...hours };
        if (!(await isMeant(day, shift))) return { to: t('calendars.sure.notSaved') };
        const { errors } = await set({ id: calendar.id, version: calendar.version, year, days: [...others, day] });
        return errors;
      }}
    >
      <DateInput
        source="date"
        label={t('calendars.year.date')}
        validate={[required(), minValue(`${year}-01-01`), maxValue(`${year}-12-31`)]}
        helperText={false}
        slotProps={{ htmlInput: { min: `${year}-01-01`, max: `${year}-12-31` } }}
      />
      <TextInput source="name" label={t('calendars.year.name')} validate={required()} helperText={false} />
      <RadioButtonGroupInput
        source="kind"
        label={t('calendars.year.kind')}
        helperText={false}
        choices={DAY_KINDS.map((id) => ({ id, name: t(`values.CalendarDayKind.${id}`) }))}
      />
      <SelectInput
        source="like"
        label={t('calendars.year.like')}
        helperText={t('calendars.year.likeHint')}
        choices={weekdays.map(({ key, name }) => ({ id: Number(key), name }))}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
        <TextInput
          source="from"
          type="time"
          label={t('calendars.week.from')}
          helperText={t('calendars.year.ownHint')}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextInput
          source="to"
          type="time"
          label={t('calendars.week.to')}
          helperText={false}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </Box>
      {sure.dialog}
    </FormDialog>
  );
}
