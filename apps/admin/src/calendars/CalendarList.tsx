import type { Shift } from '@perennial/domain/calendars/calendar';
import { Typography } from '@mui/material';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import type { CalendarListQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { ListPage } from '../list/ListPage.tsx';
import { MatrixPicture } from '../ui/pictures.tsx';
import { NewCalendar } from './NewCalendar.tsx';

type CalendarRow = CalendarListQuery['calendars']['nodes'][number];

/** The hours by which promised times are counted (C8). */
export default function CalendarList() {
  const t = useWords();
  const format = useFormat();
  const mayWrite = useMayWrite('calendars');
  const present = useBusiness().asOf.slice(0, 4);
  const hours = ({ week }: CalendarRow) =>
    Object.values(week as Record<string, Shift[]>)
      .flat()
      .reduce((sum, { from, to }) => sum + (to - from) / 60, 0);
  const years = (row: CalendarRow) => (row.years as number[]).join(', ');
  const columns: Column<CalendarRow>[] = [
    {
      key: 'name',
      label: 'calendars.column.name',
      sort: 'name',
      render: (row) => row.name,
      csv: (row) => row.name,
    },
    { key: 'zone', label: 'calendars.column.zone', render: (row) => row.timeZone, csv: (row) => row.timeZone },
    {
      key: 'hours',
      label: 'calendars.column.hours',
      numeric: true,
      render: (row) => format.number(hours(row)),
      csv: hours,
    },
    {
      key: 'years',
      label: 'calendars.column.years',
      render: (row) => (
        <>
          {years(row) || t('calendars.noYears')}
          {!(row.years as number[]).includes(Number(present)) && (
            <Typography variant="caption" component="div" sx={{ color: 'warning.main' }}>
              {t('calendars.yearMissing', { year: present })}
            </Typography>
          )}
        </>
      ),
      csv: years,
    },
    {
      key: 'days',
      label: 'calendars.column.days',
      numeric: true,
      render: (row) => format.number(row.days.totalCount),
      csv: (row) => row.days.totalCount,
    },
  ];
  return (
    <ListPage<CalendarRow>
      words="calendars"
      resource="calendars"
      columns={columns}
      mayWrite={mayWrite}
      picture={<MatrixPicture />}
      form={(open, onClose) => <NewCalendar open={open} onClose={onClose} />}
    />
  );
}
