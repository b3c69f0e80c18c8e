import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { SelectInput, TextInput, email, useNotify } from 'react-admin';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite } from '../../auth/useStaff.ts';
import { ContactAddDocument, ContactRemoveDocument, type ContactAddInput } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { CustomerFile } from './customer.ts';

const ROLES = ['BUYER', 'USER', 'DECIDER', 'FINANCE', 'OTHER'] as const;

/** The people at the customer, with their roles (C43). */
export function Contacts({ customer }: { customer: CustomerFile }) {
  const t = useWords();
  const notify = useNotify();
  const mayWrite = useMayWrite('customers');
  const [adding, setAdding] = useState(false);
  const [add] = useWrite(ContactAddDocument, { say: false });
  const [remove] = useWrite(ContactRemoveDocument);
  const people = customer.contacts.nodes;
  return (
    <Panel
      title={t('customers.contacts.title')}
      action={
        mayWrite && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {t('customers.contacts.add')}
          </Button>
        )
      }
    >
      {people.length === 0 && <Typography color="textSecondary">{t('customers.contacts.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {people.map((person) => {
          const name = person.name ?? t('customers.contacts.unnamed');
          return (
            <Box component="li" key={person.id} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                <Box sx={{ fontWeight: 600 }}>{name}</Box>
                <Box sx={{ color: 'text.secondary' }}>{t(`values.ContactRole.${person.role}`)}</Box>
                {person.email && <Link href={`mailto:${person.email}`}>{person.email}</Link>}
                {person.phone && (
                  <Box>
                    <Link href={`tel:${person.phone}`}>{person.phone}</Link>
                  </Box>
                )}
              </Box>
              {mayWrite && (
                <IconButton
                  size="small"
                  aria-label={t('customers.contacts.remove', { name })}
                  onClick={async () => {
                    const { payload } = await remove({ id: person.id });
                    if (payload) notify('customers.contacts.removed', { type: 'success' });
                  }}
                >
                  <CloseIcon fontSize="small" />
                </IconButton>
              )}
            </Box>
          );
        })}
      </Box>
      <FormDialog<Omit<ContactAddInput, 'customerId'>>
        open={adding}
        title={t('customers.contacts.add')}
        values={{ role: 'BUYER' }}
        onClose={() => setAdding(false)}
        onSubmit={async (values) => (await add({ ...values, customerId: customer.id })).errors}
      >
        <SelectInput
          source="role"
          label={t('customers.contacts.role')}
          helperText={false}
          choices={ROLES.map((id) => ({ id, name: t(`values.ContactRole.${id}`) }))}
        />
        <TextInput source="name" label={t('customers.contacts.name')} helperText={false} />
        <TextInput
          source="email"
          type="email"
          label={t('customers.contacts.email')}
          helperText={false}
          validate={email()}
        />
        <TextInput source="phone" type="tel" label={t('customers.contacts.phone')} helperText={false} />
      </FormDialog>
    </Panel>
  );
}
