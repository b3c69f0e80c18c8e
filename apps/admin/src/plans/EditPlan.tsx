import { useWrite } from '../api/useWrite.ts';
import { PlanUpdateDocument, type PlanUpdateInput } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { PlanFields } from './PlanFields.tsx';
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
      of="RetentionPlan"
      version={version}
      onClose={onClose}
      onSubmit={async (values) => (await update({ ...values, id, version })).errors}
    >
      <PlanFields currency={plan.currency} />
    </FormDialog>
  );
}
