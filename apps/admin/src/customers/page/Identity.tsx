import EditIcon from '@mui/icons-material/EditOutlined';
import { Button, Typography } from '@mui/material';
import { CUSTOMER_STAGES } from '@perennial/domain/customers/customer';
import { useState } from 'react';
import { SelectInput, TextInput } from 'react-admin';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite } from '../../auth/useStaff.ts';
import { useFormat } from '../../format/useFormat.ts';
import { CustomerElsewhereDocument, CustomerUpdateDocument, type CustomerUpdateInput } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { customerName } from '../customerName.ts';
import { useSegmentWord } from '../useCustomerWords.ts';
import type { CustomerFile } from './customer.ts';

/** Who they are and what they bring. */
export function Identity({ customer }: { customer: CustomerFile }) {
  const t = useWords();
  const format = useFormat();
  const segment = useSegmentWord();
  const mayWrite = useMayWrite('customers');
  const [editing, setEditing] = useState(false);
  const { id, value, orders } = customer;
  const others = useRead(CustomerElsewhereDocument, { id, currency: value.currency }).data?.customer?.invoices;
  const elsewhere = others?.totalCount ?? 0;
  return (
    <Panel
      title={t('customers.who.title')}
      action={
        mayWrite && (
          <Button size="small" startIcon={<EditIcon />} onClick={() => setEditing(true)}>
            {t('customers.who.edit')}
          </Button>
        )
      }
    >
      <Facts
        rows={[
          [t('customers.column.number'), customer.number],
          [t('customers.column.kind'), t(`values.CustomerKind.${customer.kind}`)],
          [t('customers.column.country'), customer.country],
          [t('customers.column.region'), customer.region],
          [t('customers.column.segment'), segment(customer.segment)],
          [t('customers.column.stage'), t(`values.CustomerStage.${customer.stage}`)],
          [t('customers.value.since'), format.date(customer.since)],
          [
            t('customers.value.revenue'),
            <>
              {format.money(value.amount, value.currency)}
              <Typography variant="caption" color="textSecondary" component="div">
                {t('customers.value.revenueHint')}
                {elsewhere > 0 && (
                  <>
                    {format.gap}
                    {t('customers.value.elsewhere', {
                      smart_count: elsewhere,
                      count: format.number(elsewhere),
                      currency: value.currency,
                    })}
                  </>
                )}
              </Typography>
            </>,
          ],
          [t('customers.value.orders'), format.number(orders)],
          // orders count in every currency, so that only with a single one is there an average
          ...(orders > 0 && others?.totalCount === 0
            ? [
                [t('customers.value.average'), format.money(Math.round(value.amount / orders), value.currency)] as [
                  string,
                  string,
                ],
              ]
            : []),
          [
            t('customers.column.lastPurchase'),
            customer.lastPurchaseAt ? format.day(customer.lastPurchaseAt) : t('shell.never'),
          ],
          [t('customers.column.lastTouch'), customer.lastTouchAt ? format.day(customer.lastTouchAt) : t('shell.never')],
          ...(customer.internalNote ? [[t('customers.column.note'), customer.internalNote] as [string, string]] : []),
        ]}
      />
      <EditCustomer customer={customer} open={editing} onClose={() => setEditing(false)} />
    </Panel>
  );
}

function EditCustomer({ customer, open, onClose }: { customer: CustomerFile; open: boolean; onClose: () => void }) {
  const t = useWords();
  const segment = useSegmentWord();
  const [update] = useWrite(CustomerUpdateDocument, { say: false });
  const { id, version, name, kind, country, region, stage, internalNote } = customer;
  const segments = [...new Set(['KEY', 'STANDARD', 'PROSPECT', customer.segment])];
  return (
    <FormDialog<Omit<CustomerUpdateInput, 'id' | 'version'>>
      open={open}
      title={t('customers.who.editTitle', { name: customerName(customer, t) })}
      values={{ name, kind, country, region, stage, internalNote, segment: customer.segment }}
      of="Customer"
      version={version}
      onClose={onClose}
      onSubmit={async (values) => {
        // The segment is sent only when somebody chose another: a hand-set one is never overwritten by the system.
        const { segment: chosen, ...rest } = values;
        const input = { ...rest, ...(chosen === customer.segment ? {} : { segment: chosen }) };
        return (await update({ ...input, id, version })).errors;
      }}
    >
      <TextInput source="name" label={t('customers.column.name')} helperText={false} autoFocus />
      <SelectInput
        source="kind"
        label={t('customers.column.kind')}
        helperText={false}
        choices={(['PERSON', 'ORGANISATION', 'UNKNOWN'] as const).map((each) => ({
          id: each,
          name: t(`values.CustomerKind.${each}`),
        }))}
      />
      <TextInput source="country" label={t('customers.column.country')} helperText={false} />
      <TextInput source="region" label={t('customers.column.region')} helperText={false} />
      <SelectInput
        source="segment"
        label={t('customers.column.segment')}
        helperText={false}
        choices={segments.map((each) => ({ id: each, name: segment(each) }))}
      />
      <SelectInput
        source="stage"
        label={t('customers.column.stage')}
        helperText={false}
        choices={CUSTOMER_STAGES.map((each) => ({ id: each, name: t(`values.CustomerStage.${each}`) }))}
      />
      <TextInput
        source="internalNote"
        label={t('customers.column.note')}
        helperText={t('customers.who.noteHint')}
        multiline
        minRows={3}
      />
    </FormDialog>
  );
}
