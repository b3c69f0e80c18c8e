import { Box } from '@mui/material';
import { pointIn } from '@perennial/domain/points/point';
import { BooleanInput, SelectInput, TextInput, email, required } from 'react-admin';
import { useNavigate } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import {
  CalendarChoicesDocument,
  ServicePointCreateDocument,
  ServicePointUpdateDocument,
  type ServicePointCreateInput,
} from '../gql/graphql.ts';
import { languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { PointFile } from './point.ts';

interface Props {
  point?: PointFile;
  open: boolean;
  onClose: () => void;
}

/** Adds a service point or changes one. */
export function PointForm({ point, open, onClose }: Props) {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const calendars = useRead(CalendarChoicesDocument, {}, { enabled: open });
  const [create] = useWrite(ServicePointCreateDocument, { say: false });
  const [update] = useWrite(ServicePointUpdateDocument, { say: false });
  return (
    <FormDialog<ServicePointCreateInput>
      open={open}
      title={point ? pointIn(point, language).name : t('points.new')}
      action={t(point ? 'shell.form.save' : 'points.add')}
      values={point ? said(point) : { active: true }}
      {...(point ? { of: 'ServicePoint', version: point.version } : {})}
      onClose={onClose}
      onSubmit={async (values) => {
        if (point) return (await update({ ...said(values), id: point.id, version: point.version })).errors;
        const { payload, errors } = await create({ ...values, words: filledIn(values.words) });
        if (payload?.servicePoint) await navigate(`/servicePoints/${encodeURIComponent(payload.servicePoint.id)}/show`);
        return errors;
      }}
    >
      <TextInput source="name" label={t('points.name')} validate={required()} helperText={false} autoFocus />
      <TextInput source="phone" type="tel" label={t('points.phone')} helperText={false} />
      <TextInput source="address" label={t('points.address')} helperText={false} multiline />
      <TextInput source="email" type="email" label={t('points.email')} validate={email()} helperText={false} />
      <TextInput source="website" label={t('points.website')} helperText={false} />
      <TextInput source="region" label={t('points.region')} helperText={t('points.regionHint')} />
      <SelectInput
        source="calendarId"
        label={t('points.hours')}
        helperText={false}
        emptyText={t('points.noHours')}
        choices={calendars.data?.calendars.nodes ?? []}
      />
      <TextInput source="note" label={t('points.note')} helperText={t('points.noteHint')} multiline minRows={2} />
      <Box component="details" sx={{ '& summary': { cursor: 'pointer', minHeight: 32, lineHeight: '32px' } }}>
        <summary>{t('policyEditor.words.others')}</summary>
        {languages.map(({ locale, name: called }) => (
          <Box key={locale} sx={{ display: 'grid', gap: 1, mt: 1 }}>
            {(['name', 'address', 'note'] as const).map((field) => (
              <TextInput
                key={field}
                source={`words.${locale}.${field}`}
                label={t('policyGuard.settings.inLanguage', { field: t(`points.${field}`), language: called })}
                helperText={false}
                multiline={field !== 'name'}
              />
            ))}
          </Box>
        ))}
      </Box>
      <BooleanInput source="active" label={t('points.active')} helperText={false} />
    </FormDialog>
  );
}

/** What a person says of a point; what was emptied is null. */
function said(point: ServicePointCreateInput): ServicePointCreateInput {
  const { name, phone, address, email: mail, website, region, calendarId, note, words, active } = point;
  return {
    name,
    phone: phone ?? null,
    address: address ?? null,
    email: mail ?? null,
    website: website ?? null,
    region: region ?? null,
    calendarId: calendarId ?? null,
    note: note ?? null,
    words: filledIn(words),
    active: active ?? false,
  };
}

/** What was left empty is not said. */
const filledIn = (words: unknown): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries((words ?? {}) as Record<string, Record<string, string | null> | null>).map(([language, said]) => [
      language,
      Object.fromEntries(Object.entries(said ?? {}).flatMap(([field, text]) => (text?.trim() ? [[field, text]] : []))),
    ]),
  );
