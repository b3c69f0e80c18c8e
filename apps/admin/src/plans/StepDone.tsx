import { TextInput, useNotify } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { PlanActionDoneDocument, PlanActionReopenDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { UndoAction } from '../ui/UndoAction.tsx';
import type { Step } from './plan.ts';

/** Notes that a step was done and what came of it. */
export function StepDone({ step, onClose }: { step: Step | undefined; onClose: () => void }) {
  const t = useWords();
  const notify = useNotify();
  const [done] = useWrite(PlanActionDoneDocument, { say: false });
  const [reopen] = useWrite(PlanActionReopenDocument);
  return (
    <FormDialog<{ result?: string }>
      open={step !== undefined}
      title={t('plans.steps.doneTitle')}
      action={t('plans.steps.markDone')}
      maxWidth="xs"
      onClose={onClose}
      onSubmit={async ({ result }) => {
        if (!step) return undefined;
        const { id, version } = step;
        const { payload, errors } = await done({ id, version, result: result ?? null });
        if (payload) {
          const undo = () => reopen({ id, version: version + 1 });
          notify(<UndoAction message={t('plans.steps.markedDone')} undo={undo} />, { type: 'success' });
        }
        return errors;
      }}
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
