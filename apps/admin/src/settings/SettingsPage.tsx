import { Box, Typography } from '@mui/material';
import { TextInput, required } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import {
  BusinessUpdateDocument,
  RetentionSettingsUpdateDocument,
  SettingsDocument,
  type BusinessUpdateInput,
  type RetentionSettingsUpdateInput,
  type SettingsQuery,
} from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { EmptyableDateInput } from '../ui/EmptyableDateInput.tsx';
import { FormPanel } from '../ui/FormPanel.tsx';
import { Page } from '../ui/Page.tsx';
import { Part } from '../ui/Part.tsx';
import { RangedInput } from '../ui/RangedInput.tsx';

/** The business, its as-of date, and how the warning queue is run. */
export default function SettingsPage() {
  const t = useWords();
  const mayWrite = useMayWrite('settings');
  const read = useRead(SettingsDocument, {});
  return (
    <Page title={t('settings.title')} intro={mayWrite ? t('settings.intro') : t('settings.onlyOwner')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 560 }}>
        <AsOf mayWrite={mayWrite} />
        <BusinessForm mayWrite={mayWrite} />
        <Part of={read}>
          {({ retentionSettings }) => retentionSettings && <Queue settings={retentionSettings} mayWrite={mayWrite} />}
        </Part>
      </Box>
    </Page>
  );
}

function AsOf({ mayWrite }: { mayWrite: boolean }) {
  const t = useWords();
  const format = useFormat();
  const { asOf, asOfSet, latestDay, version } = useBusiness();
  const [update] = useWrite(BusinessUpdateDocument, { say: false });
  return (
    <FormPanel<Pick<BusinessUpdateInput, 'asOf'>>
      title={t('settings.asOf')}
      values={{ asOf: asOfSet ? asOf : null }}
      of="Business"
      version={version}
      mayWrite={mayWrite}
      onSubmit={async ({ asOf: day }) => (await update({ version, asOf: day || null })).errors}
    >
      <Typography color="textSecondary">
        {format.sentences([
          t('settings.asOfText'),
          asOfSet ? t('settings.fixed', { date: format.date(asOf, 'long') }) : t('settings.followsClock'),
        ])}
      </Typography>
      {latestDay > asOf && (
        <Typography color="textSecondary">
          {t('settings.lookingBack', { date: format.date(latestDay, 'long') })}
        </Typography>
      )}
      <EmptyableDateInput
        source="asOf"
        label={t('settings.asOfDate')}
        helperText={t('settings.asOfHint')}
        readOnly={!mayWrite}
      />
    </FormPanel>
  );
}

function BusinessForm({ mayWrite }: { mayWrite: boolean }) {
  const t = useWords();
  const { name, currency, timezone, version } = useBusiness();
  const [update] = useWrite(BusinessUpdateDocument, { say: false });
  return (
    <FormPanel<Omit<BusinessUpdateInput, 'version' | 'asOf'>>
      title={t('settings.business')}
      values={{ name, currency, timezone }}
      of="Business"
      version={version}
      mayWrite={mayWrite}
      onSubmit={async (values) => (await update({ ...values, version })).errors}
    >
      <TextInput
        source="name"
        label={t('settings.name')}
        validate={required()}
        helperText={false}
        readOnly={!mayWrite}
      />
      <TextInput
        source="currency"
        label={t('settings.currency')}
        validate={required()}
        helperText={t('settings.currencyHint')}
        readOnly={!mayWrite}
      />
      <TextInput
        source="timezone"
        label={t('settings.timezone')}
        validate={required()}
        helperText={t('settings.timezoneHint')}
        readOnly={!mayWrite}
      />
    </FormPanel>
  );
}

function Queue({
  settings,
  mayWrite,
}: {
  settings: NonNullable<SettingsQuery['retentionSettings']>;
  mayWrite: boolean;
}) {
  const t = useWords();
  const { version, ...values } = settings;
  const [update] = useWrite(RetentionSettingsUpdateDocument, { say: false });
  return (
    <FormPanel<Omit<RetentionSettingsUpdateInput, 'version'>>
      title={t('settings.queue')}
      values={values}
      of="RetentionSettings"
      version={version}
      mayWrite={mayWrite}
      onSubmit={async (changed) => (await update({ ...changed, version })).errors}
    >
      <RangedInput source="warnBelow" label={t('settings.warnBelow')} min={1} max={100} readOnly={!mayWrite} />
      <RangedInput source="margin" label={t('settings.margin')} min={1} max={50} readOnly={!mayWrite} />
      <RangedInput
        source="perAgentPerDay"
        label={t('settings.perAgentPerDay')}
        min={1}
        max={200}
        readOnly={!mayWrite}
      />
      <RangedInput
        source="dueInWorkingDays"
        label={t('settings.dueInWorkingDays')}
        min={1}
        max={30}
        readOnly={!mayWrite}
      />
    </FormPanel>
  );
}
