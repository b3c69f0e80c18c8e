import CloseIcon from '@mui/icons-material/Close';
import {
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import type { Shift } from '@perennial/domain/calendars/calendar';
import { holidayName } from '@perennial/domain/calendars/packs/names';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Day } from './calendar.ts';
import { hoursText } from './times.ts';
import { useWeekdays } from './useWeekdays.ts';

/** On a phone its text stands under the name. */
const WIDE = { display: { xs: 'none', sm: 'table-cell' } };

/** The special days of a year, one a line. */
export function DayList({ days, onRemove }: { days: readonly Day[]; onRemove: ((day: Day) => void) | undefined }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const weekdays = useWeekdays();
  const hours = (day: Day): string => {
    const shifts = day.shifts as Shift[] | null;
    if (shifts && shifts.length > 0) return format.list(shifts.map(hoursText));
    if (day.kind === 'HOLIDAY') return t('calendars.year.closed');
    const like = weekdays.find(({ key }) => key === String(day.like ?? 1));
    return t('calendars.year.asWeekday', { day: like?.name });
  };
  return (
    <TableContainer>
      <Table
        size="small"
        sx={{ '& .MuiTableCell-root': { px: { xs: 0.5, sm: 2 } } }}
        aria-label={t('calendars.year.title')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('calendars.year.day')}</TableCell>
            <TableCell>{t('calendars.year.name')}</TableCell>
            <TableCell sx={WIDE}>{t('calendars.year.hours')}</TableCell>
            {onRemove && <TableCell />}
          </TableRow>
        </TableHead>
        <TableBody>
          {days.map((day) => (
            <TableRow key={day.id}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {format.date(day.date)}
              </TableCell>
              <TableCell>
                {holidayName(day.name, language)}
                <Typography variant="caption" color="textSecondary" sx={{ display: { sm: 'none' } }} component="div">
                  {hours(day)}
                </Typography>
                {day.kind === 'WORKING' && (
                  <Typography variant="caption" color="textSecondary" component="div">
                    {t('values.CalendarDayKind.WORKING')}
                  </Typography>
                )}
              </TableCell>
              <TableCell sx={WIDE}>{hours(day)}</TableCell>
              {onRemove && (
                <TableCell align="right">
                  <IconButton
                    size="small"
                    aria-label={t('calendars.year.removeDay', {
                      name: holidayName(day.name, language),
                      date: format.date(day.date),
                    })}
                    onClick={() => onRemove(day)}
                  >
                    <CloseIcon fontSize="small" />
                  </IconButton>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
