import { SHARING_PURPOSES } from '@perennial/domain/customers/relationship';
import { DEFAULT_MINIMUM_COUNT } from '@perennial/domain/partners/agreement';
import { SelectInput } from 'react-admin';
import { useNavigate } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { AgreementCreateDocument, type AgreementCreateInput } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { TermInputs } from './agreement/TermInputs.tsx';
import type { Partner } from './partner.ts';

interface Props {
  partner: Partner;
  open: boolean;
  onClose: () => void;
}

/** Drafts an agreement: what for, of whom, until when. What is granted is chosen on its page; nothing is shared yet. */
export function NewAgreement({ partner, open, onClose }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const [create] = useWrite(AgreementCreateDocument, { say: false });
  return (
    <FormDialog<Omit<AgreementCreateInput, 'partnerId'>>
      open={open}
      title={t('partners.agreement.create')}
      action={t('partners.agreement.createAction')}
      values={{
        // Agreements run by the real calendar, not by the business's as-of date.
        regions: [],
        segments: [],
        validFrom: new Date().toISOString().slice(0, 10),
        minimumCount: DEFAULT_MINIMUM_COUNT,
      }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { payload, errors } = await create({ ...values, partnerId: partner.id });
        if (payload?.agreement) await navigate(`/agreements/${encodeURIComponent(payload.agreement.id)}`);
        return errors;
      }}
    >
      <SelectInput
        source="purpose"
        label={t('partners.agreement.purpose')}
        helperText={false}
        choices={SHARING_PURPOSES.map((id) => ({ id, name: t(`values.SharingPurpose.${id}`) }))}
      />
      <TermInputs />
    </FormDialog>
  );
}
