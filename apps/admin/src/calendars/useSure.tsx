import { Box, Typography } from '@mui/material';
import type { Shift } from '@perennial/domain/calendars/calendar';
import { useState, type ReactNode } from 'react';
import { useRead } from '../api/useRead.ts';
import { useFormat } from '../format/useFormat.ts';
import { CalendarUseDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { minutesIn } from './longer.ts';
import { clock, hoursText } from './times.ts';

/** A day as it is called, with the hours it would have. */
export interface NewHours {
  day: string;
  shifts: readonly Shift[];
}

interface Asked {
  days: readonly NewHours[];
  answer: (sure: boolean) => void;
}

/**
 * Asks before hours are saved that cannot be taken back: what was published by a calendar keeps its hours from getting
 * shorter again. `lasting`: whether that is so of this calendar, also as long as it is not known.
 */
export function useSure(calendarId: string): {
  lasting: boolean;
  ask: (days: readonly NewHours[]) => Promise<boolean>;
  dialog: ReactNode;
} {
  const t = useWords();
  const format = useFormat();
  const used = useRead(CalendarUseDocument, { id: calendarId });
  const lasting = used.data?.policyVersions.totalCount !== 0;
  const [asked, setAsked] = useState<Asked>();
  const ask = (days: readonly NewHours[]) =>
    days.length === 0 ? Promise.resolve(true) : new Promise<boolean>((answer) => setAsked({ days, answer }));
  const told = (shift: Shift) =>
    shift.to > 1440 ? t('calendars.sure.nextDay', { from: clock(shift.from), to: clock(shift.to) }) : hoursText(shift);
  const dialog = (
    <ConfirmDialog
      open={asked !== undefined}
      title={t('calendars.sure.title')}
      action={t('calendars.sure.action')}
      onConfirm={() => asked?.answer(true)}
      onClose={() => {
        // an answer that was given stays
        asked?.answer(false);
        setAsked(undefined);
      }}
    >
      <Box component="ul" sx={{ m: 0, mb: 1, pl: 2.5 }}>
        {asked?.days.map(({ day, shifts }) => (
          <li key={day}>
            {format.pair(
              day,
              t('calendars.sure.hours', {
                spans: format.list(shifts.map(told)),
                smart_count: minutesIn(shifts) / 60,
                hours: format.number(Math.round((minutesIn(shifts) / 60) * 100) / 100),
              }),
            )}
          </li>
        ))}
      </Box>
      {lasting && <Typography>{t('calendars.sure.lasting')}</Typography>}
    </ConfirmDialog>
  );
  return { lasting, ask, dialog };
}
