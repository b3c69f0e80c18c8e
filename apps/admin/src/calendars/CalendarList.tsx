import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import type { Shift } from '@perennial/domain/calendars/calendar';
import { useState } from 'react';
import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import type { CalendarListQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { MatrixPicture } from '../ui/pictures.tsx';
import { NewCalendar } from './NewCalendar.tsx';

type CalendarRow = CalendarListQuery['calendars']['nodes'][number];

/** The hours by which promised times are counted (C8). */
export default function CalendarList() {
  const t = useWords();
  const format = useFormat();
  const mayWrite = useMayWrite('calendars');
  const [adding, setAdding] = useState(false);
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
      render: (row) => years(row) || t('calendars.noYears'),
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
    <Page
      title={t('calendars.title')}
      intro={t('calendars.intro')}
      actions={
        mayWrite && (
          <Button
            variant="contained"
            startIcon={<AddIcon />}
            onClick={() => setAdding(true)}
            data-shortcut="new"
            aria-keyshortcuts="n"
          >
            {t('calendars.new')}
          </Button>
        )
      }
    >
      <DataList<CalendarRow>
        resource="calendars"
        label={t('calendars.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        search
        to={(row) => `/calendars/${encodeURIComponent(row.id)}/show`}
        empty={
          <EmptyState
            title={t('calendars.empty.title')}
            picture={<MatrixPicture />}
            action={
              mayWrite && (
                <Button variant="outlined" onClick={() => setAdding(true)}>
                  {t('calendars.empty.action')}
                </Button>
              )
            }
          >
            {t('calendars.empty.text')}
          </EmptyState>
        }
      />
      <NewCalendar open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
