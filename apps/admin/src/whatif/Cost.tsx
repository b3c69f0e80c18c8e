import { Typography } from '@mui/material';
import type { Range, WhatIfResult } from '@perennial/domain/whatif/tally';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { Facts } from '../ui/Facts.tsx';
import { Panel } from '../ui/Panel.tsx';

/** What the goods taken back are worth, as a range; and how many of the year's purchases are promised less or more. */
export function Cost({ result }: { result: WhatIfResult }) {
  const t = useWords();
  const format = useFormat();
  const { cost, currency, purchases } = result;
  const money = (value: number) => format.money(value, currency);
  const range = ({ low, high }: Range) =>
    low === high ? money(low) : t('whatIf.cost.range', { low: money(low), high: money(high) });
  return (
    <Panel title={t('whatIf.cost.title')}>
      <Facts
        rows={[
          [t('whatIf.outcomes.before'), range(cost.before)],
          [t('whatIf.outcomes.after'), range(cost.after)],
        ]}
      />
      <Typography color="textSecondary" variant="body2" sx={{ mt: 1 }}>
        {t('whatIf.cost.note')}
      </Typography>
      <Typography variant="h3" sx={{ mt: 2 }}>
        {t('whatIf.purchases.title')}
      </Typography>
      <Facts
        rows={[
          [
            t('whatIf.purchases.less'),
            t('whatIf.purchases.count', {
              count: format.number(purchases.less),
              all: format.number(purchases.seen),
            }),
          ],
          [
            t('whatIf.purchases.more'),
            t('whatIf.purchases.count', {
              count: format.number(purchases.more),
              all: format.number(purchases.seen),
            }),
          ],
        ]}
      />
      <Typography color="textSecondary" variant="body2" sx={{ mt: 1 }}>
        {t('whatIf.purchases.note')}
      </Typography>
    </Panel>
  );
}
