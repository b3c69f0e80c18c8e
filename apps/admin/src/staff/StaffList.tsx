import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { TextInput, minLength, useNotify } from 'react-admin';
import { ForRoles } from '../auth/ForRoles.tsx';
import { useMayWrite } from '../auth/useStaff.ts';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { StaffSetPasswordDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { NewButton } from '../ui/NewButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ListPicture } from '../ui/pictures.tsx';
import { StaffForm } from './StaffForm.tsx';
import type { StaffRow } from './staffRow.ts';

/** Who signs in here; the owner's page. */
export default function StaffList() {
  return (
    <ForRoles page="staff">
      <List />
    </ForRoles>
  );
}

function List() {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const mayWrite = useMayWrite('staff');
  const [form, setForm] = useState<StaffRow | 'new' | undefined>();
  const [resetting, setResetting] = useState<StaffRow | undefined>();
  const [setPassword] = useWrite(StaffSetPasswordDocument, { say: false });
  const columns: Column<StaffRow>[] = [
    {
      key: 'name',
      label: 'staff.column.name',
      sort: 'name',
      render: (row) => (
        <Button color="inherit" size="small" onClick={() => setForm(row)} sx={{ ml: -0.75, fontWeight: 600 }}>
          {row.name}
        </Button>
      ),
      csv: (row) => row.name,
    },
    { key: 'email', label: 'staff.column.email', sort: 'email', render: (row) => row.email, csv: (row) => row.email },
    {
      key: 'role',
      label: 'staff.column.role',
      render: (row) => (
        <>
          {t(`values.Role.${row.role}`)}
          <Typography variant="caption" color="textSecondary" component="div">
            {t(`staff.mayDo.${row.role}`)}
          </Typography>
        </>
      ),
      csv: (row) => t(`values.Role.${row.role}`),
    },
    {
      key: 'state',
      label: 'staff.column.state',
      render: (row) => t(row.active ? 'staff.active' : 'staff.inactive'),
      csv: (row) => t(row.active ? 'staff.active' : 'staff.inactive'),
    },
    {
      key: 'since',
      label: 'staff.column.since',
      sort: 'createdAt',
      render: (row) => format.day(row.createdAt),
      csv: (row) => row.createdAt,
    },
    {
      key: 'password',
      label: 'staff.password',
      render: (row) => (
        <Button size="small" color="secondary" onClick={() => setResetting(row)}>
          {t('staff.setPassword')}
        </Button>
      ),
      csv: () => '',
    },
  ];
  return (
    <Page
      title={t('staff.title')}
      intro={t('staff.intro')}
      actions={mayWrite && <NewButton label="staff.new" onClick={() => setForm('new')} />}
    >
      <DataList<StaffRow>
        resource="staffMembers"
        label={t('staff.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        search
        empty={
          <EmptyState title={t('staff.empty.title')} picture={<ListPicture />}>
            {t('staff.empty.text')}
          </EmptyState>
        }
      />
      <StaffForm person={form} onClose={() => setForm(undefined)} />
      <FormDialog<{ password: string }>
        open={resetting !== undefined}
        title={resetting ? format.pair(t('staff.setPassword'), resetting.name) : ''}
        action={t('staff.setPassword')}
        maxWidth="xs"
        onClose={() => setResetting(undefined)}
        onSubmit={async ({ password }) => {
          const { payload, errors } = await setPassword({ id: resetting?.id ?? '', password });
          if (payload) notify('staff.passwordSet', { type: 'success' });
          return errors;
        }}
      >
        <Typography>{t('staff.setPasswordText')}</Typography>
        <TextInput
          source="password"
          type="password"
          label={t('staff.newPassword')}
          helperText={t('staff.passwordHint')}
          validate={minLength(10)}
          autoComplete="new-password"
        />
      </FormDialog>
    </Page>
  );
}
