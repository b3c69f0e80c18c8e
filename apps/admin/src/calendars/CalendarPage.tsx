import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { TextInput, required, useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { CalendarDeleteDocument, CalendarPageDocument, CalendarUpdateDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import type { CalendarFile } from './calendar.ts';
import { TryTime } from './TryTime.tsx';
import { WeekForm } from './WeekForm.tsx';
import { YearPanel } from './YearPanel.tsx';

/** One calendar: its week, its years, and what a promised time comes to by it. */
export default function CalendarPage() {
  const { id = '' } = useParams();
  const read = useRead(CalendarPageDocument, { id });
  return <PagePart of={read}>{({ calendar }) => (calendar ? <Loaded calendar={calendar} /> : <NotFound />)}</PagePart>;
}

function Loaded({ calendar }: { calendar: CalendarFile }) {
  const t = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const mayWrite = useMayWrite('calendars');
  const [open, setOpen] = useState<'edit' | 'remove' | undefined>();
  const [update] = useWrite(CalendarUpdateDocument, { say: false });
  const [remove] = useWrite(CalendarDeleteDocument);
  const { id, version, name, timeZone } = calendar;
  return (
    <Page
      title={name}
      intro={timeZone}
      actions={
        mayWrite && (
          <>
            <Button color="secondary" onClick={() => setOpen('remove')}>
              {t('calendars.remove')}
            </Button>
            <Button color="secondary" onClick={() => setOpen('edit')}>
              {t('calendars.edit')}
            </Button>
          </>
        )
      }
    >
      <SideBySide shape="minmax(0, 1fr) minmax(0, 1fr)" from="lg">
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <WeekForm key={calendar.id} calendar={calendar} mayWrite={mayWrite} />
          <TryTime calendar={calendar} />
        </Box>
        <YearPanel calendar={calendar} mayWrite={mayWrite} />
      </SideBySide>
      <FormDialog<{ name: string; timeZone: string }>
        open={open === 'edit'}
        title={t('calendars.edit')}
        values={{ name, timeZone }}
        of="Calendar"
        version={version}
        onClose={() => setOpen(undefined)}
        onSubmit={async (values) =>
          (await update({ id, version, name: values.name, timeZone: values.timeZone })).errors
        }
      >
        <TextInput source="name" label={t('calendars.name')} validate={required()} helperText={false} autoFocus />
        <TextInput
          source="timeZone"
          label={t('calendars.zone')}
          validate={required()}
          helperText={t('calendars.zoneHint')}
        />
      </FormDialog>
      <ConfirmDialog
        open={open === 'remove'}
        title={t('calendars.removeTitle')}
        action={t('calendars.remove')}
        danger
        onConfirm={async () => {
          const { payload } = await remove({ id, version });
          if (!payload) return;
          notify('calendars.removed', { type: 'success' });
          await navigate('/calendars');
        }}
        onClose={() => setOpen(undefined)}
      >
        {t('calendars.removeText')}
      </ConfirmDialog>
    </Page>
  );
}
