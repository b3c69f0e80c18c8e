import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useNavigate, Link as RouterLink } from 'react-router';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite } from '../../auth/useStaff.ts';
import { useFormat } from '../../format/useFormat.ts';
import { PlanStartDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { NewPlan } from '../../plans/NewPlan.tsx';
import { graphqlLanguage } from '../../retention/graphqlLanguage.ts';
import { Panel } from '../../ui/Panel.tsx';
import { customerName } from '../customerName.ts';
import type { CustomerFile } from './customer.ts';

/** What comes next: the plan that is under way, or the warning that asks for one (C56). */
export function PlanPanel({ customer }: { customer: CustomerFile }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const mayWrite = useMayWrite('plans');
  const [start, busy] = useWrite(PlanStartDocument);
  const [drawing, setDrawing] = useState(false);
  const plan = customer.plans.nodes[0];
  const warning = customer.warnings.nodes[0];
  const next = plan?.actions.nodes.find((action) => !action.doneOn);
  return (
    <Panel title={t('customers.plan.title')} tone={warning && !plan ? 'warning' : undefined}>
      {plan ? (
        <Box>
          <Link component={RouterLink} to={`/plans/${encodeURIComponent(plan.id)}/show`}>
            {plan.name}
          </Link>
          <Typography color="textSecondary">{t(`values.RetentionPlanStatus.${plan.status}`)}</Typography>
          <Typography>
            {next
              ? t('customers.plan.next', { step: next.description, date: format.date(next.dueOn) })
              : t('customers.plan.done')}
          </Typography>
        </Box>
      ) : (
        <>
          <Typography gutterBottom>
            {warning ? t('customers.plan.warning', { date: format.date(warning.dueOn) }) : t('customers.plan.none')}
          </Typography>
          {warning && mayWrite && (
            <Button
              variant="outlined"
              size="small"
              disabled={busy}
              onClick={async () => {
                const { payload } = await start({ warningId: warning.id, language: graphqlLanguage(language) });
                if (payload?.plan) await navigate(`/plans/${encodeURIComponent(payload.plan.id)}/show`);
              }}
            >
              {t('customers.plan.start')}
            </Button>
          )}
          {!warning && mayWrite && (
            <Button variant="outlined" size="small" onClick={() => setDrawing(true)}>
              {t('plans.new')}
            </Button>
          )}
        </>
      )}
      {mayWrite && (
        <NewPlan
          customerId={customer.id}
          name={customerName(customer, t)}
          open={drawing}
          onClose={() => setDrawing(false)}
        />
      )}
    </Panel>
  );
}
