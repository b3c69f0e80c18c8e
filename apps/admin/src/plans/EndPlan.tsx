import { Typography } from '@mui/material';
import { PLAN_OUTCOMES } from '@perennial/domain/retention/plan';
import { RadioButtonGroupInput, TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { PlanFinishDocument, PlanStopDocument, type RetentionOutcome } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Plan } from './plan.ts';

interface Props {
  plan: Plan;
  how: 'finish' | 'stop' | undefined;
  onClose: () => void;
}

/** Ends a plan: with what came of it, or before its time with the reason. */
export function EndPlan({ plan, how, onClose }: Props) {
  const t = useWords();
  const [finish] = useWrite(PlanFinishDocument, { say: false });
  const [stop] = useWrite(PlanStopDocument, { say: false });
  const { id, version } = plan;
  const open = plan.actions.nodes.filter(({ doneOn }) => !doneOn).length;
  return (
    <>
      <FormDialog<{ outcome: RetentionOutcome; note?: string }>
        open={how === 'finish'}
        title={t('plans.finishTitle')}
        action={t('plans.finishAction')}
        maxWidth="xs"
        onClose={onClose}
        onSubmit={async ({ outcome, note }) => (await finish({ id, version, outcome, note: note ?? null })).errors}
      >
        {open > 0 && <Typography role="note">{t('plans.steps.stillOpen', { smart_count: open })}</Typography>}
        <RadioButtonGroupInput
          source="outcome"
          label={t('plans.outcome')}
          validate={required()}
          row={false}
          helperText={false}
          choices={PLAN_OUTCOMES.map((each) => ({ id: each, name: t(`values.RetentionOutcome.${each}`) }))}
        />
        <TextInput source="note" label={t('plans.note')} helperText={false} multiline minRows={2} />
      </FormDialog>
      <FormDialog<{ reason: string }>
        open={how === 'stop'}
        title={t('plans.stopTitle')}
        action={t('plans.stopAction')}
        maxWidth="xs"
        onClose={onClose}
        onSubmit={async ({ reason }) => (await stop({ id, version, reason })).errors}
      >
        <TextInput
          source="reason"
          label={t('plans.stopReason')}
          validate={required()}
          helperText={false}
          multiline
          minRows={2}
        />
      </FormDialog>
    </>
  );
}
