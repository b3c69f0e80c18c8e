import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Typography } from '@mui/material';
import { SHARING_PURPOSES } from '@perennial/domain/customers/relationship';
import { useState } from 'react';
import { DateInput, SelectInput, TextInput, required } from 'react-admin';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite } from '../../auth/useStaff.ts';
import { useFormat } from '../../format/useFormat.ts';
import {
  ConsentRecordDocument,
  ConsentWithdrawDocument,
  PartnerNamesDocument,
  type ConsentRecordInput,
} from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { customerName } from '../customerName.ts';
import type { CustomerFile } from './customer.ts';

type Consent = CustomerFile['consents']['nodes'][number];

/** What the customer allowed to be shared, with whom and what for (S10). */
export function Consents({ customer }: { customer: CustomerFile }) {
  const t = useWords();
  const format = useFormat();
  const mayWrite = useMayWrite('customers');
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Consent | undefined>();
  const [record] = useWrite(ConsentRecordDocument, { say: false });
  const [withdraw] = useWrite(ConsentWithdrawDocument);
  const partners = useRead(PartnerNamesDocument, {}).data?.partners.nodes ?? [];
  const partnerName = (id: string | null) =>
    id
      ? (partners.find((each) => each.id === id || each.id === `Partner_${id}`)?.name ?? '')
      : t('customers.consents.anyPartner');
  const consents = customer.consents.nodes;
  return (
    <Panel
      title={t('customers.consents.title')}
      action={
        mayWrite && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {t('customers.consents.add')}
          </Button>
        )
      }
    >
      {consents.length === 0 && <Typography color="textSecondary">{t('customers.consents.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {consents.map((consent) => (
          <Box component="li" key={consent.id}>
            <Box sx={{ fontWeight: 600 }}>
              {t(`values.SharingPurpose.${consent.purpose}`)} · {partnerName(consent.partnerId)}
            </Box>
            <Box sx={{ color: 'text.secondary' }}>
              {t(`values.ConsentStatus.${consent.status}`)} {format.day(consent.givenAt)},{' '}
              {consent.expiresAt
                ? t('customers.consents.until', { date: format.day(consent.expiresAt) })
                : t('customers.consents.open')}
            </Box>
            <Box sx={{ color: 'text.secondary' }}>{consent.source}</Box>
            {mayWrite && consent.status === 'GRANTED' && (
              <Button size="small" color="secondary" onClick={() => setWithdrawing(consent)} sx={{ ml: -0.75 }}>
                {t('customers.consents.withdraw')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      <FormDialog<Omit<ConsentRecordInput, 'customerId'>>
        open={adding}
        title={t('customers.consents.add')}
        values={{ purpose: 'SERVICE' }}
        onClose={() => setAdding(false)}
        onSubmit={async ({ expiresAt, ...values }) =>
          (
            await record({
              ...values,
              customerId: customer.id,
              ...(expiresAt ? { expiresAt: new Date(expiresAt).toISOString() } : {}),
            })
          ).errors
        }
      >
        <SelectInput
          source="purpose"
          label={t('customers.consents.purpose')}
          helperText={false}
          choices={SHARING_PURPOSES.map((id) => ({ id, name: t(`values.SharingPurpose.${id}`) }))}
        />
        <SelectInput
          source="partnerId"
          label={t('customers.consents.partner')}
          helperText={false}
          emptyText={t('customers.consents.anyPartner')}
          choices={partners.map(({ id, name }) => ({ id, name }))}
        />
        <TextInput
          source="source"
          label={t('customers.consents.source')}
          helperText={t('customers.consents.sourceHint')}
          validate={required()}
        />
        <DateInput source="expiresAt" label={t('customers.consents.expires')} helperText={false} />
      </FormDialog>
      <ConfirmDialog
        open={withdrawing !== undefined}
        title={t('customers.consents.withdrawTitle')}
        action={t('customers.consents.withdrawAction')}
        danger
        onConfirm={() => withdraw({ id: withdrawing?.id ?? '' })}
        onClose={() => setWithdrawing(undefined)}
      >
        {t('customers.consents.withdrawText', {
          name: customerName(customer, t),
          purpose: withdrawing ? t(`values.SharingPurpose.${withdrawing.purpose}`) : '',
        })}
      </ConfirmDialog>
    </Panel>
  );
}
