import { TextInput, email, required } from 'react-admin';
import { useNavigate } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { PartnerCreateDocument, PartnerUpdateDocument, type PartnerCreateInput } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Partner } from './partner.ts';

interface Props {
  partner?: Partner;
  open: boolean;
  onClose: () => void;
}

/** Adds a partner or changes one. */
export function PartnerForm({ partner, open, onClose }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const [create] = useWrite(PartnerCreateDocument, { say: false });
  const [update] = useWrite(PartnerUpdateDocument, { say: false });
  return (
    <FormDialog<PartnerCreateInput>
      open={open}
      title={partner?.name ?? t('partners.new')}
      action={t(partner ? 'shell.form.save' : 'partners.add')}
      values={
        partner
          ? { name: partner.name, website: partner.website, contactEmail: partner.contactEmail, note: partner.note }
          : {}
      }
      {...(partner ? { of: 'Partner', version: partner.version } : {})}
      onClose={onClose}
      onSubmit={async (values) => {
        if (partner) return (await update({ ...values, id: partner.id, version: partner.version })).errors;
        const { payload, errors } = await create(values);
        if (payload?.partner) await navigate(`/partners/${encodeURIComponent(payload.partner.id)}/show`);
        return errors;
      }}
    >
      <TextInput source="name" label={t('partners.name')} validate={required()} helperText={false} autoFocus />
      <TextInput source="website" label={t('partners.website')} helperText={false} />
      <TextInput source="contactEmail" type="email" label={t('partners.email')} validate={email()} helperText={false} />
      <TextInput source="note" label={t('partners.note')} helperText={false} multiline minRows={2} />
    </FormDialog>
  );
}
