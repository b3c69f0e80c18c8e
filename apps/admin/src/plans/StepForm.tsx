import { ACTION_KINDS } from '@perennial/domain/retention/plan';
import { DateInput, SelectInput, TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { PlanActionAddDocument, PlanActionUpdateDocument, type PlanActionAddInput } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { StaffInput } from '../staff/StaffInput.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import type { Plan, Step } from './plan.ts';

interface Props {
  plan: Plan;
  step: Step | 'new' | undefined;
  onClose: () => void;
}

/** Adds a step or changes one. */
export function StepForm({ plan, step, onClose }: Props) {
  const t = useWords();
  const { asOf } = useBusiness();
  const [add] = useWrite(PlanActionAddDocument, { say: false });
  const [update] = useWrite(PlanActionUpdateDocument, { say: false });
  const old = step === 'new' ? undefined : step;
  return (
    <FormDialog<Omit<PlanActionAddInput, 'planId'>>
      key={old?.id ?? 'new'}
      open={step !== undefined}
      title={t(old ? 'plans.steps.edit' : 'plans.steps.add')}
      values={
        old
          ? {
              kind: old.kind,
              description: old.description,
              dueOn: old.dueOn,
              ownerId: old.owner?.id ?? null,
              cost: old.cost.amount,
            }
          : { kind: 'CARE', dueOn: asOf, ownerId: plan.owner?.id ?? null, cost: 0 }
      }
      {...(old ? { of: 'PlanAction', version: old.version } : {})}
      onClose={onClose}
      onSubmit={async (values) =>
        old
          ? (await update({ ...values, id: old.id, version: old.version })).errors
          : (await add({ ...values, planId: plan.id })).errors
      }
    >
      <TextInput
        source="description"
        label={t('plans.steps.description')}
        validate={required()}
        helperText={false}
        multiline
        autoFocus
      />
      <SelectInput
        source="kind"
        label={t('plans.steps.kind')}
        helperText={false}
        choices={ACTION_KINDS.map((id) => ({ id, name: t(`values.PlanActionKind.${id}`) }))}
      />
      <DateInput source="dueOn" label={t('plans.steps.dueOn')} validate={required()} helperText={false} />
      <StaffInput source="ownerId" label={t('plans.steps.owner')} />
      <MoneyInput source="cost" label={t('plans.steps.cost')} currency={plan.currency} />
    </FormDialog>
  );
}
