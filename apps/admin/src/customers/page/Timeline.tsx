import { Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useRead } from '../../api/useRead.ts';
import { useFormat } from '../../format/useFormat.ts';
import { CustomerTimelineDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Part } from '../../ui/Part.tsx';
import { timelineOf, type Event } from './events.ts';
import { TimelineEvent } from './TimelineEvent.tsx';

const STEP = 25;
const FILTERS = { all: null, purchases: 'invoice', touches: 'touch', returns: 'return', claims: 'claim' } as const;
type Filter = keyof typeof FILTERS;

/** Purchases, contacts, returns with their decisions, claims and how they ended, warnings and plans in one stream, newest first. */
export function Timeline({ customerId }: { customerId: string }) {
  const t = useWords();
  const [first, setFirst] = useState(STEP);
  const [filter, setFilter] = useState<Filter>('all');
  const read = useRead(CustomerTimelineDocument, { id: customerId, first }, { keep: true });
  return (
    <Panel title={t('customers.timeline.title')}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={filter}
        onChange={(_event, value: Filter | null) => value && setFilter(value)}
        aria-label={t('customers.timeline.title')}
        sx={{ mb: 2, flexWrap: 'wrap' }}
      >
        {(Object.keys(FILTERS) as Filter[]).map((each) => (
          <ToggleButton
            key={each}
            value={each}
            sx={{
              textTransform: 'none',
              py: 0.25,
              color: 'text.secondary',
              '&.Mui-selected': { color: 'text.primary' },
            }}
          >
            {t(`customers.timeline.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Part of={read} height={400}>
        {({ customer }) => {
          if (!customer) return null;
          const { events, more } = timelineOf(customer);
          const shown = events.filter((event) => FILTERS[filter] === null || event.kind === FILTERS[filter]);
          return (
            <>
              {shown.length === 0 && <Typography color="textSecondary">{t('customers.timeline.none')}</Typography>}
              <Days events={shown} />
              {more && first < 100 && (
                <Button
                  color="secondary"
                  disabled={read.isFetching}
                  onClick={() => setFirst(Math.min(100, first + STEP))}
                  sx={{ mt: 1 }}
                >
                  {t('customers.timeline.more')}
                </Button>
              )}
            </>
          );
        }}
      </Part>
    </Panel>
  );
}

/** The stream under a heading per day. */
function Days({ events }: { events: readonly Event[] }) {
  const format = useFormat();
  const days = new Map<string, Event[]>();
  for (const event of events) {
    const day = format.day(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <>
      {[...days].map(([day, of]) => (
        <Box key={day} sx={{ mb: 1.5 }}>
          <Typography variant="h3" color="textSecondary" sx={{ mb: 0.5, fontSize: '0.8125rem' }}>
            {day}
          </Typography>
          <Box
            component="ol"
            sx={{
              listStyle: 'none',
              m: 0,
              p: 0,
              pl: 1.5,
              borderLeft: 1,
              borderColor: 'divider',
              display: 'grid',
              gap: 1,
            }}
          >
            {of.map((event) => (
              <TimelineEvent key={event.id} event={event} />
            ))}
          </Box>
        </Box>
      ))}
    </>
  );
}
