import AddIcon from '@mui/icons-material/Add';
import DoneIcon from '@mui/icons-material/CheckCircle';
import OpenIcon from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Button, Typography } from '@mui/material';
import { signalLabel } from '@perennial/domain/retention/words';
import { useState } from 'react';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { PlanActionReopenDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Plan, Step } from './plan.ts';
import { StepDone } from './StepDone.tsx';
import { StepForm } from './StepForm.tsx';

/** The steps on a line, by the day on which they are due. */
export function Steps({ plan, mayWrite }: { plan: Plan; mayWrite: boolean }) {
  const t = useWords();
  const [form, setForm] = useState<Step | 'new' | undefined>();
  const [finishing, setFinishing] = useState<Step | undefined>();
  const steps = plan.actions.nodes;
  /** As it is stored by now, which may be newer than when it was opened. */
  const newest = (one: typeof form) => (typeof one === 'object' ? (steps.find(({ id }) => id === one.id) ?? one) : one);
  return (
    <Panel
      title={t('plans.steps.title')}
      action={
        mayWrite && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setForm('new')} data-shortcut="new">
            {t('plans.steps.add')}
          </Button>
        )
      }
    >
      {steps.length === 0 && <Typography color="textSecondary">{t('plans.steps.none')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map((step) => (
          <StepLine
            key={step.id}
            step={step}
            mayWrite={mayWrite && !step.doneOn}
            ended={plan.status === 'DONE' || plan.status === 'STOPPED'}
            mayFinish={mayWrite && plan.status === 'ACTIVE'}
            onEdit={() => setForm(step)}
            onDone={() => setFinishing(step)}
          />
        ))}
      </Box>
      <StepForm plan={plan} step={newest(form)} onClose={() => setForm(undefined)} />
      <StepDone step={finishing} onClose={() => setFinishing(undefined)} />
    </Panel>
  );
}

interface LineProps {
  step: Step;
  mayWrite: boolean;
  /** The plan is over: what is not done is no longer due. */
  ended: boolean;
  /** May say that it is done, and that it is not after all. */
  mayFinish: boolean;
  onEdit: () => void;
  onDone: () => void;
}

function StepLine({ step, mayWrite, ended, mayFinish, onEdit, onDone }: LineProps) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { standsOn } = useBusiness();
  const [reopen, busy] = useWrite(PlanActionReopenDocument);
  const overdue = !step.doneOn && !ended && step.dueOn < standsOn;
  const open = ended ? 'plans.steps.notDone' : overdue ? 'plans.steps.overdue' : 'plans.steps.due';
  const when = step.doneOn
    ? t('plans.steps.done', { date: format.date(step.doneOn) })
    : t(open, { date: format.date(step.dueOn) });
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        pb: 2,
        position: 'relative',
        '&:not(:last-of-type)::before': {
          content: '""',
          position: 'absolute',
          left: 11,
          top: 26,
          bottom: 2,
          borderLeft: 2,
          borderColor: 'divider',
        },
      }}
    >
      {step.doneOn ? (
        <DoneIcon color="success" aria-hidden />
      ) : (
        <OpenIcon aria-hidden sx={{ color: overdue ? 'error.main' : 'text.secondary' }} />
      )}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{step.description}</Typography>
        <Typography variant="body2" sx={{ color: overdue ? 'error.main' : 'text.secondary' }}>
          {when} · {step.owner?.name ?? t('shell.nobody')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t(`values.PlanActionKind.${step.kind}`)}
          {step.cost.amount > 0 && <> · {format.money(step.cost.amount, step.cost.currency)}</>}
          {step.why && <> · {t('plans.steps.answers', { signal: signalLabel(step.why, language) })}</>}
        </Typography>
        {step.result && <Typography>{step.result}</Typography>}
        {(mayWrite || mayFinish) && (
          <Box sx={{ display: 'flex', gap: 1, ml: -0.75 }}>
            {mayFinish && !step.doneOn && (
              <Button size="small" onClick={onDone}>
                {t('plans.steps.markDone')}
              </Button>
            )}
            {mayFinish && step.doneOn && (
              <Button
                size="small"
                color="secondary"
                disabled={busy}
                onClick={() => void reopen({ id: step.id, version: step.version })}
              >
                {t('plans.steps.reopen')}
              </Button>
            )}
            {mayWrite && (
              <Button size="small" color="secondary" onClick={onEdit}>
                {t('plans.steps.edit')}
              </Button>
            )}
          </Box>
        )}
      </Box>
    </Box>
  );
}
