import { HOLIDAY_PACKS } from '@perennial/domain/calendars/packs/all';
import { SelectInput, TextInput, required } from 'react-admin';
import { useNavigate } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { CalendarCreateDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';

interface Values {
  name: string;
  timeZone: string;
  pack?: string | null;
}

/** To begin with; its own page is where hours are changed. */
const OFFICE = [{ from: 9 * 60, to: 17 * 60 }];
const WEEK = { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE };

/** Begins a calendar: a name, a zone, a list of holidays. */
export function NewCalendar({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const { timezone } = useBusiness();
  const [create] = useWrite(CalendarCreateDocument, { say: false });
  return (
    <FormDialog<Values>
      open={open}
      title={t('calendars.new')}
      action={t('calendars.add')}
      values={{ timeZone: timezone }}
      onClose={onClose}
      onSubmit={async ({ name, timeZone, pack }) => {
        const { payload, errors } = await create({ name, timeZone, week: WEEK, packs: pack ? [pack] : [] });
        if (payload?.calendar) await navigate(`/calendars/${encodeURIComponent(payload.calendar.id)}/show`);
        return errors;
      }}
    >
      <TextInput source="name" label={t('calendars.name')} validate={required()} helperText={false} autoFocus />
      <TextInput
        source="timeZone"
        label={t('calendars.zone')}
        validate={required()}
        helperText={t('calendars.zoneHint')}
      />
      <SelectInput
        source="pack"
        label={t('calendars.pack')}
        helperText={t('calendars.packHint')}
        emptyText={t('calendars.noPack')}
        choices={HOLIDAY_PACKS.map(({ id, label }) => ({ id, name: label[language] }))}
      />
    </FormDialog>
  );
}
