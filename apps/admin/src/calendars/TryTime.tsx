import { Alert, Box, TextField, Typography } from '@mui/material';
import { instantOn } from '@perennial/domain/calendars/explain';
import { useState } from 'react';
import { useRead } from '../api/useRead.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { CalendarTrialDocument, type Language as GraphqlLanguage } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import type { CalendarFile } from './calendar.ts';
import { minutesOf } from './times.ts';

/** As many as the API counts. */
const MOST_HOURS = 10_000;

/** From when, how long: when a promised time would be over, and how that comes about. */
export function TryTime({ calendar }: { calendar: CalendarFile }) {
  const t = useWords();
  const language = useLanguage();
  const format = useFormat();
  const { asOf } = useBusiness();
  const years = calendar.years as number[];
  const known = years.includes(Number(asOf.slice(0, 4)));
  const [on, setOn] = useState(
    known ? asOf : `${years.at(-1) ?? asOf.slice(0, 4)}${asOf.slice(4).replace('02-29', '02-28')}`,
  );
  const [at, setAt] = useState('16:00');
  const [hours, setHours] = useState('4');
  const minute = minutesOf(at);
  const minutes = Math.round(Number(hours) * 60);
  const tooFew = hours.trim() === '' || !(minutes > 0);
  const tooMany = minutes > MOST_HOURS * 60;
  const asked = /^\d{4}-\d{2}-\d{2}$/.test(on) && minute !== null && !tooFew && !tooMany;
  const start = asked ? instantOn(calendar.timeZone, on, minute) : '';
  const read = useRead(
    CalendarTrialDocument,
    // a language of the schema has no hyphen
    { id: calendar.id, start, minutes, language: language.replace('-', '_') as GraphqlLanguage },
    { enabled: asked, keep: true },
  );
  return (
    <Panel title={t('calendars.try.title')}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('calendars.try.hint')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 2, mb: 2 }}>
        <TextField
          type="date"
          label={t('calendars.try.on')}
          value={on}
          onChange={(event) => setOn(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          type="time"
          label={t('calendars.try.at')}
          value={at}
          onChange={(event) => setAt(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          type="number"
          label={t('calendars.try.hours')}
          value={hours}
          onChange={(event) => setHours(event.target.value)}
          error={tooFew || tooMany}
          helperText={(tooFew || tooMany) && t('calendars.try.badHours', { most: format.number(MOST_HOURS) })}
          slotProps={{ htmlInput: { min: 0, max: MOST_HOURS, step: 0.5 } }}
          sx={{ width: 140 }}
        />
      </Box>
      {asked && (
        <Part of={read} height={80}>
          {({ calendarTry }) => (
            <Box role="status">
              <Alert severity="success" icon={false}>
                <strong>{calendarTry.sentences.at(-1)}</strong>
              </Alert>
              <Box component="ol" sx={{ mt: 1, mb: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
                {calendarTry.sentences.slice(0, -1).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </Box>
            </Box>
          )}
        </Part>
      )}
    </Panel>
  );
}
