import { useNavigate } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { MyStaffIdDocument, PlanCreateDocument, type PlanCreateInput } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { PlanFields } from './PlanFields.tsx';

interface Props {
  customerId: string;
  /** What the customer is called. */
  name: string;
  open: boolean;
  onClose: () => void;
}

/** Begins a plan for a customer nobody was warned about: a good one is looked after before it cools (C56). */
export function NewPlan({ customerId, name, open, onClose }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const { asOf, currency } = useBusiness();
  const me = useRead(MyStaffIdDocument, {}).data?.me.id ?? null;
  const [create] = useWrite(PlanCreateDocument, { say: false });
  return (
    <FormDialog<Omit<PlanCreateInput, 'customerId'>>
      open={open}
      title={t('plans.newFor', { name })}
      action={t('plans.create')}
      values={{ startsOn: asOf, ownerId: me, budget: 0 }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { payload, errors } = await create({ ...values, customerId });
        if (!payload?.plan) return errors;
        await navigate(`/plans/${encodeURIComponent(payload.plan.id)}/show`);
        return undefined;
      }}
    >
      <PlanFields currency={currency} ownerRequired />
    </FormDialog>
  );
}
