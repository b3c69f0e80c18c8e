import { Box, Typography } from '@mui/material';
import { sayReason, signalLabel } from '@perennial/domain/retention/words';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { reasonsOf } from '../../retention/reasons.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { CustomerFile } from './customer.ts';
import { Waterfall } from './Waterfall.tsx';

/** How they feel: the health score and the reasons that add up to it, in words (C55). */
export function HealthPanel({ customer }: { customer: CustomerFile }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const newest = customer.healthScores.nodes[0];
  // looking back adds nothing to the history: the week it holds may be another one than the day that is shown
  const score = newest?.score === customer.health ? newest : undefined;
  const reasons = reasonsOf(score?.reasons);
  const known = score !== undefined && score.score >= 0;
  return (
    <Panel title={t('customers.health.title')}>
      {known && (
        <Waterfall
          score={score.score}
          steps={reasons.map((each) => ({ label: signalLabel(each.signal, language), points: each.points }))}
        />
      )}
      {known && reasons.length === 0 && <Typography>{t('customers.health.healthy')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {reasons.map((reason) => (
          <Box component="li" key={reason.signal}>
            {reason.points > 0 && (
              <Box component="span" sx={{ fontWeight: 600, color: 'error.main', mr: 1 }}>
                {t('customers.health.points', { smart_count: reason.points, points: reason.points })}
              </Box>
            )}
            {sayReason(reason, language)}
          </Box>
        ))}
      </Box>
      {score ? (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 1 }}>
          {t('customers.health.asOf', { date: format.date(score.asOf) })}
        </Typography>
      ) : (
        <Typography color="textSecondary">
          {t(customer.health >= 0 ? 'customers.health.notKept' : 'values.HealthBucket.UNKNOWN')}
        </Typography>
      )}
    </Panel>
  );
}
