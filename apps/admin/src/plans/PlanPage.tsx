import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { LookingBack } from '../business/LookingBack.tsx';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { useFormat } from '../format/useFormat.ts';
import { PlanActivateDocument, PlanPageDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import { Budget } from './Budget.tsx';
import { EditPlan } from './EditPlan.tsx';
import { EndPlan } from './EndPlan.tsx';
import { Resources } from './Resources.tsx';
import { Steps } from './Steps.tsx';
import type { Plan } from './plan.ts';

/** One plan: what we do, what it costs, whether it works (C52, C56). */
export default function PlanPage() {
  const { id = '' } = useParams();
  const read = useRead(PlanPageDocument, { id });
  return (
    <PagePart of={read}>
      {({ retentionPlan }) => (retentionPlan ? <Loaded plan={retentionPlan} /> : <NotFound />)}
    </PagePart>
  );
}

function Loaded({ plan }: { plan: Plan }) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const mayWrite = useMayWrite('plans') && (plan.status === 'DRAFT' || plan.status === 'ACTIVE');
  const [activate, busy] = useWrite(PlanActivateDocument);
  const [open, setOpen] = useState<'edit' | 'finish' | 'stop' | undefined>();
  const close = () => setOpen(undefined);
  const start = async () => {
    const { payload } = await activate({ id: plan.id, version: plan.version });
    if (payload) notify('plans.started', { type: 'success' });
  };
  const { customer } = plan;
  return (
    <Page
      title={plan.name}
      intro={t(`values.RetentionPlanStatus.${plan.status}`)}
      actions={
        mayWrite && (
          <>
            <Button color="secondary" onClick={() => setOpen('edit')}>
              {t('plans.edit')}
            </Button>
            <Button color="secondary" onClick={() => setOpen('stop')}>
              {t('plans.stop')}
            </Button>
            {plan.status === 'DRAFT' ? (
              <Button variant="contained" disabled={busy} onClick={() => void start()}>
                {t('plans.start')}
              </Button>
            ) : (
              <Button variant="contained" onClick={() => setOpen('finish')}>
                {t('plans.finish')}
              </Button>
            )}
          </>
        )
      }
    >
      <LookingBack of="plans" />
      <SideBySide shape="minmax(0, 1fr) 320px">
        <Steps plan={plan} mayWrite={mayWrite} />
        <Box sx={{ display: 'grid', gap: 2 }}>
          {(plan.status === 'DONE' || plan.status === 'STOPPED') && (
            <Panel title={t('plans.result.title')}>
              {plan.outcome && (
                <Typography sx={{ fontWeight: 600 }}>{t(`values.RetentionOutcome.${plan.outcome}`)}</Typography>
              )}
              {plan.outcomeNote && <Typography>{plan.outcomeNote}</Typography>}
              {plan.stopReason && <Typography>{t('plans.result.stopped', { reason: plan.stopReason })}</Typography>}
              {plan.endedOn && (
                <Typography color="textSecondary">
                  {t('plans.result.on', { date: format.date(plan.endedOn) })}
                </Typography>
              )}
            </Panel>
          )}
          <Panel title={t('plans.goal')}>
            <Typography gutterBottom>{plan.goal}</Typography>
            {plan.warning && (
              <Typography color="textSecondary" gutterBottom>
                {t('plans.warning', { score: plan.warning.score })}
              </Typography>
            )}
            <Facts
              rows={[
                ...(customer
                  ? [[t('plans.customer'), <CustomerLink key="customer" customer={customer} />] as [string, ReactNode]]
                  : []),
                [t('plans.owner'), plan.owner?.name ?? t('shell.nobody')],
                [t('plans.begins'), format.date(plan.startsOn)],
              ]}
            />
          </Panel>
          <Budget plan={plan} />
          <Resources plan={plan} mayWrite={mayWrite} />
        </Box>
      </SideBySide>
      <EditPlan plan={plan} open={open === 'edit'} onClose={close} />
      <EndPlan plan={plan} how={open === 'finish' || open === 'stop' ? open : undefined} onClose={close} />
    </Page>
  );
}
