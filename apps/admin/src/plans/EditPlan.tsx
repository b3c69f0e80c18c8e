import { DateInput, TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { PlanUpdateDocument, type PlanUpdateInput } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { StaffInput } from '../staff/StaffInput.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import type { Plan } from './plan.ts';

/** Name, goal, owner, first day and budget. */
export function EditPlan({ plan, open, onClose }: { plan: Plan; open: boolean; onClose: () => void }) {
  const t = useWords();
  const [update] = useWrite(PlanUpdateDocument, { say: false });
  const { id, version, name, goal, startsOn, owner, budget } = plan;
  return (
    <FormDialog<Omit<PlanUpdateInput, 'id' | 'version'>>
      open={open}
      title={t('plans.edit')}
      values={{ name, goal, startsOn, ownerId: owner?.id ?? null, budget: budget.amount }}
      onClose={onClose}
      onSubmit={async (values) => (await update({ ...values, id, version })).errors}
    >
      <TextInput source="name" label={t('plans.name')} validate={required()} helperText={false} />
      <TextInput source="goal" label={t('plans.goal')} validate={required()} helperText={false} multiline minRows={2} />
      <StaffInput source="ownerId" label={t('plans.owner')} />
      <DateInput source="startsOn" label={t('plans.begins')} validate={required()} helperText={false} />
      <MoneyInput source="budget" label={t('plans.money.budget')} currency={plan.currency} />
    </FormDialog>
  );
}
