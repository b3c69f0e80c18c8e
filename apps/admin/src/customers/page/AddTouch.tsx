import { TOUCH_CHANNELS } from '@perennial/domain/customers/relationship';
import { SelectInput, TextInput, required, useNotify } from 'react-admin';
import { useWrite } from '../../api/useWrite.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { TouchpointAddDocument, TouchpointRemoveDocument, type TouchpointAddInput } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { UndoAction } from '../../ui/UndoAction.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { MomentInput, useWallTime } from '../../ui/MomentInput.tsx';

interface Props {
  customerId: string;
  name: string;
  open: boolean;
  onClose: () => void;
}

/** Notes a contact (C27), tagged so that care is never counted as selling (C33); it can be undone right away. */
export function AddTouch({ customerId, name, open, onClose }: Props) {
  const t = useWords();
  const notify = useNotify();
  const { asOf } = useBusiness();
  const { momentOf } = useWallTime();
  const [add] = useWrite(TouchpointAddDocument, { say: false });
  const [remove] = useWrite(TouchpointRemoveDocument);
  return (
    <FormDialog<Omit<TouchpointAddInput, 'customerId'>>
      open={open}
      title={t('customers.touch.title', { name })}
      action={t('customers.touch.save')}
      values={{ at: `${asOf}T12:00`, channel: 'CALL', direction: 'OUT', tag: 'CARE' }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { payload, errors } = await add({ ...values, customerId, at: momentOf(values.at) });
        const added = payload?.touchpoint;
        if (added) {
          notify(<UndoAction message={t('shell.form.saved')} undo={() => remove({ id: added.id })} />, {
            type: 'success',
          });
        }
        return errors;
      }}
    >
      <TextInput
        source="subject"
        label={t('customers.touch.subject')}
        helperText={false}
        validate={required()}
        autoFocus
      />
      <SelectInput
        source="channel"
        label={t('customers.touch.channel')}
        helperText={false}
        choices={TOUCH_CHANNELS.map((id) => ({ id, name: t(`values.TouchChannel.${id}`) }))}
      />
      <SelectInput
        source="direction"
        label={t('customers.touch.direction')}
        helperText={false}
        choices={(['OUT', 'IN'] as const).map((id) => ({ id, name: t(`values.TouchDirection.${id}`) }))}
      />
      <SelectInput
        source="tag"
        label={t('customers.touch.tag')}
        helperText={false}
        choices={(['CARE', 'INFORM', 'SELL'] as const).map((id) => ({ id, name: t(`values.TouchTag.${id}`) }))}
      />
      <MomentInput source="at" label={t('customers.touch.at')} needed />
      <TextInput source="note" label={t('customers.touch.note')} helperText={false} multiline minRows={3} />
    </FormDialog>
  );
}
