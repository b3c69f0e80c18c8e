import { Alert, Box, Button, MenuItem, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { FULFILMENT_KINDS } from '@perennial/domain/fulfilment/task';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { filterInAddress } from '../list/filterInAddress.ts';
import { useRead } from '../api/useRead.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { LookingBack } from '../business/LookingBack.tsx';
import { useFormat } from '../format/useFormat.ts';
import { FulfilmentDueDocument, MyStaffIdDocument, type FulfilmentKind } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { Part } from '../ui/Part.tsx';
import { TimelinePicture } from '../ui/pictures.tsx';
import type { TaskRow } from './task.ts';
import { TaskCard } from './TaskCard.tsx';
import { TaskDesk } from './TaskDesk.tsx';

/** So many at once; a day's work is far less. */
const MOST = 100;

/** What is due, by day, late first: made to be used with one thumb in front of the customer. */
export default function FulfilmentPage() {
  const t = useWords();
  const { standsOn } = useBusiness();
  const [whose, setWhose] = useState<'mine' | 'all'>('all');
  const [kind, setKind] = useState<FulfilmentKind | ''>('');
  const [address] = useSearchParams();
  const narrowed = filterInAddress(address);
  const me = useRead(MyStaffIdDocument, {}).data?.me.id ?? null;
  const read = useRead(
    FulfilmentDueDocument,
    {
      first: MOST,
      filter: {
        status: { in: ['OPEN', 'SCHEDULED'] },
        ...narrowed,
        ...(whose === 'mine' && me ? { ownerId: { eq: me } } : {}),
        ...(kind ? { kind: { eq: kind } } : {}),
      },
    },
    { keep: true },
  );
  return (
    <Page
      title={t('fulfilment.title')}
      intro={t('fulfilment.intro')}
      actions={
        <>
          <ToggleButtonGroup
            exclusive
            value={whose}
            onChange={(_event, value: 'mine' | 'all' | null) => value && setWhose(value)}
            aria-label={t('fulfilment.whose')}
            size="small"
          >
            <ToggleButton value="mine" sx={{ minHeight: 44, px: 2 }}>
              {t('fulfilment.mine')}
            </ToggleButton>
            <ToggleButton value="all" sx={{ minHeight: 44, px: 2 }}>
              {t('fulfilment.all')}
            </ToggleButton>
          </ToggleButtonGroup>
          <TextField
            select
            size="small"
            label={t('fulfilment.kind')}
            value={kind}
            onChange={(event) => setKind(event.target.value as FulfilmentKind | '')}
            sx={{ minWidth: 160 }}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('fulfilment.anyKind')}</MenuItem>
            {FULFILMENT_KINDS.map((each) => (
              <MenuItem key={each} value={each}>
                {t(`values.FulfilmentKind.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        </>
      }
    >
      <LookingBack of="fulfilment" />
      {Object.keys(narrowed).length > 0 && (
        <Alert
          severity="info"
          sx={{ mb: 2, maxWidth: 760 }}
          action={
            <Button component={Link} to="/fulfilment" color="inherit">
              {t('fulfilment.showAll')}
            </Button>
          }
        >
          {t('fulfilment.narrowed')}
        </Alert>
      )}
      <TaskDesk>
        <Part of={read} height={320}>
          {({ fulfilmentTasks: { nodes, totalCount } }) =>
            nodes.length === 0 ? (
              <EmptyState
                title={t('fulfilment.empty.title')}
                picture={<TimelinePicture />}
                action={
                  <Button variant="contained" component={Link} to="/quotes">
                    {t('fulfilment.empty.action')}
                  </Button>
                }
              >
                {t('fulfilment.empty.text')}
              </EmptyState>
            ) : (
              <Box sx={{ display: 'grid', gap: 3, maxWidth: 760 }}>
                {byDay(nodes, standsOn).map(({ day, tasks }) => (
                  <Day key={day} day={day} tasks={tasks} standsOn={standsOn} />
                ))}
                {totalCount > nodes.length && (
                  <Typography color="textSecondary">
                    {t('fulfilment.more', { count: totalCount - nodes.length })}
                  </Typography>
                )}
              </Box>
            )
          }
        </Part>
      </TaskDesk>
    </Page>
  );
}

const LATE = 'late';

/** Days in order; what is late stands together before them. */
function byDay(tasks: readonly TaskRow[], standsOn: string): { day: string; tasks: TaskRow[] }[] {
  const days = new Map<string, TaskRow[]>();
  for (const task of tasks) {
    const day = task.dueOn < standsOn ? LATE : task.dueOn;
    const known = days.get(day);
    if (known) known.push(task);
    else days.set(day, [task]);
  }
  return [...days].map(([day, own]) => ({ day, tasks: own }));
}

function Day({ day, tasks, standsOn }: { day: string; tasks: readonly TaskRow[]; standsOn: string }) {
  const t = useWords();
  const format = useFormat();
  const title =
    day === LATE
      ? t('fulfilment.late')
      : day === standsOn
        ? t('fulfilment.today')
        : t('fulfilment.on', { date: format.date(day) });
  return (
    <section>
      <Typography variant="h2" gutterBottom sx={day === LATE ? { color: 'error.main' } : {}}>
        {title} ({format.number(tasks.length)})
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskCard task={task} withCustomer />
          </li>
        ))}
      </Box>
    </section>
  );
}
