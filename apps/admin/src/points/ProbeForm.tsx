import { pointIn } from '@perennial/domain/points/point';
import { DateInput, RadioButtonGroupInput, TextInput, required, useNotify } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { ServicePointProbeDocument, type ProbeChannel } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { channelsOf, type PointRow } from './point.ts';

interface Values {
  channel: ProbeChannel;
  answered: 'yes' | 'no';
  on: string;
  note?: string | null;
}

type Tried = Pick<PointRow, 'id' | 'name' | 'address' | 'phone' | 'email' | 'website' | 'note' | 'words'>;

/** Notes a try to reach a service point, answered or not. */
export function ProbeForm({ point, onClose }: { point: Tried; onClose: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const { asOf } = useBusiness();
  const [probe] = useWrite(ServicePointProbeDocument, { say: false });
  const channels = channelsOf(point);
  return (
    <FormDialog<Values>
      open
      title={t('points.probe.title', { name: pointIn(point, language).name })}
      action={t('points.probe.action')}
      values={{ answered: 'yes', on: asOf, ...(channels[0] ? { channel: channels[0] } : {}) }}
      maxWidth="xs"
      onClose={onClose}
      onSubmit={async ({ channel, answered, on, note }) => {
        const input = { pointId: point.id, channel, answered: answered === 'yes', on, note: note ?? null };
        const { payload, errors } = await probe(input);
        if (payload) notify('points.probe.done', { type: 'success' });
        return errors;
      }}
    >
      <RadioButtonGroupInput
        source="answered"
        label={t('points.probe.result')}
        helperText={false}
        choices={(['yes', 'no'] as const).map((id) => ({ id, name: t(`points.probe.${id}`) }))}
      />
      <RadioButtonGroupInput
        source="channel"
        label={t('points.probe.channel')}
        helperText={false}
        validate={required()}
        choices={channels.map((id) => ({ id, name: t(`values.ProbeChannel.${id}`) }))}
      />
      <DateInput source="on" label={t('points.probe.on')} validate={required()} helperText={false} />
      <TextInput source="note" label={t('points.probe.note')} helperText={t('points.probe.noteHint')} multiline />
    </FormDialog>
  );
}
