import { Box, Button, Link, Paper, Typography } from '@mui/material';
import { suggest } from '@perennial/domain/retention/playbook';
import { sayReason } from '@perennial/domain/retention/words';
import { useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { customerName } from '../customers/customerName.ts';
import { useFormat } from '../format/useFormat.ts';
import { PlanStartDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { reasonsOf } from '../retention/reasons.ts';
import { Health } from '../ui/Health.tsx';
import { AssignWarning } from './AssignWarning.tsx';
import { DismissWarning } from './DismissWarning.tsx';
import type { WarningRow } from './row.ts';

/** How many reasons are read; the rest weigh little. */
const REASONS = 3;

/** One warning: reasons in words, change since last week, one suggested step, and what can be done about it. */
export function WarningCard({ warning }: { warning: WarningRow }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const { asOf, standsOn } = useBusiness();
  const mayWrite = useMayWrite('warnings');
  const [start, busy] = useWrite(PlanStartDocument);
  const [dismissing, setDismissing] = useState(false);
  const { customer, valueAtRisk } = warning;
  if (!customer) return null;
  const name = customerName(customer, t);
  const reasons = reasonsOf(warning.reasons);
  const step = suggest({ reasons, valueAtRisk: valueAtRisk.amount }, asOf, language).actions[0];
  const overdue = warning.status === 'OPEN' && warning.dueOn < standsOn;
  const plan = warning.plans.nodes[0];
  const assignable = warning.status === 'OPEN' && mayWrite;
  const begin = async () => {
    const { payload } = await start({ warningId: warning.id, language: graphqlLanguage(language) });
    if (payload?.plan) await navigate(`/plans/${encodeURIComponent(payload.plan.id)}/show`);
  };
  return (
    <Paper
      component="li"
      sx={{
        p: 2,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '220px minmax(0, 1fr) auto' },
      }}
    >
      <Box>
        <Typography variant="h2">
          <Link component={RouterLink} to={`/customers/${encodeURIComponent(customer.id)}/show`} color="textPrimary">
            {name}
          </Link>
        </Typography>
        <Health health={warning.score} />
        <Typography variant="body2" color="textSecondary">
          {warning.change === 0
            ? t('warnings.noChange')
            : t('warnings.change', { change: format.change(warning.change) })}
        </Typography>
        <Typography variant="body2">
          {t('warnings.atRisk', { amount: format.money(valueAtRisk.amount, valueAtRisk.currency, 'whole') })}
        </Typography>
      </Box>
      <Box>
        <Box component="ul" sx={{ m: 0, pl: 2.5, listStyle: 'disc' }}>
          {reasons.slice(0, REASONS).map((reason) => (
            <li key={reason.signal}>{sayReason(reason, language)}</li>
          ))}
        </Box>
        {warning.status === 'OPEN' && step && (
          <Typography sx={{ mt: 1 }}>
            <Box component="strong">{t('warnings.suggested')}</Box> {step.description}
          </Typography>
        )}
        {warning.dismissedReason && (
          <Typography sx={{ mt: 1 }}>{t('warnings.dismissed', { reason: warning.dismissedReason })}</Typography>
        )}
        <Typography variant="body2" sx={{ mt: 1, color: overdue ? 'error.main' : 'text.secondary' }}>
          {t(`values.WarningSeverity.${warning.severity}`)}
          {warning.status === 'OPEN' && (
            <> · {t(overdue ? 'warnings.overdue' : 'warnings.due', { date: format.date(warning.dueOn) })}</>
          )}
          {warning.owner && !assignable && <> · {format.pair(t('warnings.owner'), warning.owner.name)}</>}
        </Typography>
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexDirection: { md: 'column' },
          flexWrap: 'wrap',
          gap: 1,
          alignItems: { md: 'stretch' },
        }}
      >
        {assignable && <AssignWarning warning={warning} name={name} />}
        {plan ? (
          <Button variant="outlined" component={RouterLink} to={`/plans/${encodeURIComponent(plan.id)}/show`}>
            {t('warnings.plan')}
          </Button>
        ) : (
          assignable && (
            <>
              <Button variant="outlined" disabled={busy} onClick={() => void begin()}>
                {t('warnings.start')}
              </Button>
              <Button color="secondary" onClick={() => setDismissing(true)}>
                {t('warnings.dismiss')}
              </Button>
            </>
          )
        )}
      </Box>
      <DismissWarning warning={warning} name={name} open={dismissing} onClose={() => setDismissing(false)} />
    </Paper>
  );
}
