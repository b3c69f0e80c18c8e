import { TextInput } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { PlanActionDoneDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Step } from './plan.ts';

/** Notes that a step was done and what came of it. */
export function StepDone({ step, onClose }: { step: Step | undefined; onClose: () => void }) {
  const t = useWords();
  const [done] = useWrite(PlanActionDoneDocument, { say: false });
  return (
    <FormDialog<{ result?: string }>
      open={step !== undefined}
      title={t('plans.steps.doneTitle')}
      action={t('plans.steps.markDone')}
      maxWidth="xs"
      onClose={onClose}
      onSubmit={async ({ result }) =>
        step ? (await done({ id: step.id, version: step.version, result: result ?? null })).errors : undefined
      }
    >
      <TextInput
        source="result"
        label={t('plans.steps.result')}
        helperText={t('plans.steps.resultHint')}
        multiline
        minRows={2}
        autoFocus
      />
    </FormDialog>
  );
}
