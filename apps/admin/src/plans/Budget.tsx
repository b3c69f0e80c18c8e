import { Box, Typography } from '@mui/material';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { Facts } from '../ui/Facts.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Plan } from './plan.ts';

/** What the plan may cost, what its steps are planned to cost and what those cost that are done; once it is over, only these. */
export function Budget({ plan }: { plan: Plan }) {
  const t = useWords();
  const format = useFormat();
  const { amount, currency } = plan.budget;
  const ended = plan.status === 'DONE' || plan.status === 'STOPPED';
  const [planned, done] = [plan.spent.amount, plan.costDone.amount];
  const left = amount - planned;
  const money = (value: number) => format.money(value, currency);
  const share = amount > 0 ? Math.min(1, (ended ? done : planned) / amount) : 0;
  return (
    <Panel title={t('plans.money.title')} tone={left < 0 ? 'error' : undefined}>
      <Typography gutterBottom>
        {ended
          ? t('plans.money.spentOf', { amount: money(done), budget: money(amount) })
          : left < 0
            ? t('plans.money.over', { amount: money(-left), budget: money(amount) })
            : t('plans.money.left', { amount: money(left), budget: money(amount) })}
      </Typography>
      <Box aria-hidden sx={{ height: 8, borderRadius: 1, bgcolor: 'action.hover', mb: 1.5 }}>
        <Box
          sx={{
            height: 8,
            borderRadius: 1,
            bgcolor: left < 0 ? 'error.main' : 'primary.main',
            width: `${share * 100}%`,
          }}
        />
      </Box>
      <Facts
        rows={[
          [t('plans.money.spent'), money(planned)],
          [t('plans.money.costDone'), money(done)],
          [
            t('plans.money.reserved'),
            <>
              {money(plan.reserved.amount)}
              <Typography variant="caption" color="textSecondary" component="div">
                {t('plans.money.reservedHint')}
              </Typography>
            </>,
          ],
        ]}
      />
    </Panel>
  );
}
