import { Box, Typography } from '@mui/material';
import { DAY_KINDS, weekdayOf } from '@perennial/domain/calendars/calendar';
import { holidayName } from '@perennial/domain/calendars/packs/names';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Day } from './calendar.ts';
import { useWeekdays } from './useWeekdays.ts';

const DAY_MS = 86_400_000;

/** Told apart by their line too, not by colour alone. */
const MARKS = {
  HOLIDAY: { borderColor: 'warning.main', color: 'warning.main', fontWeight: 700 },
  WORKING: { borderColor: 'primary.main', color: 'primary.main', fontWeight: 700, borderStyle: 'dashed' },
} as const;

/** Twelve months at a glance; holidays and make-up working days carry their names. */
export function YearView({ year, days }: { year: number; days: readonly Day[] }) {
  const t = useWords();
  const format = useFormat();
  const special = new Map(days.map((day) => [day.date, day]));
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}-01`);
  return (
    <Box role="group" aria-label={t('calendars.year.view', { year: String(year) })}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 1, fontSize: 12 }}>
        {DAY_KINDS.map((kind) => (
          <Box key={kind} sx={{ border: 1, ...MARKS[kind], borderRadius: 0.5, px: 0.75 }}>
            {t(`values.CalendarDayKind.${kind}`)}
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(184px, 1fr))' }}>
        {months.map((first) => (
          <Box key={first} sx={{ minWidth: 0 }}>
            <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{format.month(first, 'alone')}</Typography>
            <Month first={first} special={special} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Month({ first, special }: { first: string; special: ReadonlyMap<string, Day> }) {
  const t = useWords();
  const language = useLanguage();
  const weekdays = useWeekdays('narrow');
  const names = useWeekdays();
  const start = Date.parse(`${first}T00:00Z`);
  const length = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).getUTCDate();
  const before = weekdayOf(start / DAY_MS) - 1;
  const cells = Array.from({ length: before + length }, (_, i) => (i < before ? null : i - before + 1));
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7));
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        borderCollapse: 'separate',
        borderSpacing: 0,
        textAlign: 'center',
        fontVariantNumeric: 'tabular-nums',
        fontSize: 12,
        '& th': { color: 'text.secondary', fontWeight: 400 },
        '& td': { p: 0.25, border: 1, borderColor: 'transparent', borderRadius: 0.5 },
        '& .HOLIDAY': MARKS.HOLIDAY,
        '& .WORKING': MARKS.WORKING,
      }}
    >
      <thead>
        <tr>
          {weekdays.map(({ key, name }, i) => (
            <th key={key} scope="col" abbr={names[i]?.name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={row}>
            {week.map((number, i) => {
              const day =
                number === null ? undefined : special.get(`${first.slice(0, 8)}${String(number).padStart(2, '0')}`);
              return (
                <td
                  key={i}
                  className={day?.kind}
                  title={day && `${holidayName(day.name, language)} · ${t(`values.CalendarDayKind.${day.kind}`)}`}
                >
                  {number}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
