import { ROLES, type Role } from '@perennial/domain/shared/roles';
import { BooleanInput, RadioButtonGroupInput, TextInput, email, minLength, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { StaffCreateDocument, StaffUpdateDocument } from '../gql/graphql.ts';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { StaffRow } from './staffRow.ts';

interface Values {
  name: string;
  email: string;
  role: Role;
  password: string;
  active: boolean;
}

/** Adds a member of staff, or changes name, role and whether they may sign in. */
export function StaffForm({ person, onClose }: { person: StaffRow | 'new' | undefined; onClose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const [create] = useWrite(StaffCreateDocument, { say: false });
  const [update] = useWrite(StaffUpdateDocument, { say: false });
  const old = person === 'new' ? undefined : person;
  return (
    <FormDialog<Values>
      key={old?.id ?? 'new'}
      open={person !== undefined}
      title={old ? t('staff.edit', { name: old.name }) : t('staff.new')}
      action={t(old ? 'shell.form.save' : 'staff.add')}
      values={old ? { name: old.name, role: old.role, active: old.active } : { role: 'AGENT' }}
      onClose={onClose}
      onSubmit={async ({ active, ...values }) =>
        old
          ? (await update({ id: old.id, name: values.name, role: values.role, active })).errors
          : (await create(values)).errors
      }
    >
      <TextInput source="name" label={t('staff.column.name')} validate={required()} helperText={false} autoFocus />
      {!old && (
        <TextInput
          source="email"
          type="email"
          label={t('staff.column.email')}
          validate={[required(), email()]}
          helperText={false}
        />
      )}
      <RadioButtonGroupInput
        source="role"
        label={t('staff.column.role')}
        row={false}
        helperText={false}
        choices={ROLES.map((id) => ({ id, name: format.pair(t(`values.Role.${id}`), t(`staff.mayDo.${id}`)) }))}
      />
      {old ? (
        <BooleanInput source="active" label={t('staff.column.state')} helperText={false} />
      ) : (
        <TextInput
          source="password"
          type="password"
          label={t('staff.password')}
          helperText={t('staff.passwordHint')}
          validate={[required(), minLength(10)]}
          autoComplete="new-password"
        />
      )}
    </FormDialog>
  );
}
