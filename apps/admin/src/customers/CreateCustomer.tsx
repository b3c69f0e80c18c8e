import { CUSTOMER_STAGES } from '@perennial/domain/customers/customer';
import { SelectInput, TextInput, required, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { CustomerCreateDocument, type CustomerCreateInput } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { customerName } from './customerName.ts';

/** Opens a customer file, as a rule for a prospect: those who buy come with the import. */
export function CreateCustomer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const [create] = useWrite(CustomerCreateDocument, { say: false });
  return (
    <FormDialog<CustomerCreateInput>
      open={open}
      title={t('customers.create.title')}
      action={t('customers.create.save')}
      values={{ stage: 'PROSPECT', kind: 'UNKNOWN' }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { payload, errors } = await create(values);
        if (!payload?.customer) return errors;
        notify('customers.create.done', { type: 'success', messageArgs: { name: customerName(payload.customer, t) } });
        await navigate(`/customers/${encodeURIComponent(payload.customer.id)}/show`);
        return undefined;
      }}
    >
      <TextInput
        source="number"
        label={t('customers.create.number')}
        helperText={t('customers.create.numberHint')}
        validate={required()}
        autoFocus
      />
      <TextInput source="name" label={t('customers.column.name')} helperText={false} />
      <SelectInput
        source="kind"
        label={t('customers.column.kind')}
        helperText={false}
        choices={(['PERSON', 'ORGANISATION', 'UNKNOWN'] as const).map((id) => ({
          id,
          name: t(`values.CustomerKind.${id}`),
        }))}
      />
      <SelectInput
        source="stage"
        label={t('customers.column.stage')}
        helperText={false}
        choices={CUSTOMER_STAGES.map((id) => ({ id, name: t(`values.CustomerStage.${id}`) }))}
      />
      <TextInput source="country" label={t('customers.column.country')} helperText={false} />
      <TextInput source="region" label={t('customers.column.region')} helperText={false} />
    </FormDialog>
  );
}
