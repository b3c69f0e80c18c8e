import { Typography } from '@mui/material';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { Facts } from '../ui/Facts.tsx';
import { Panel } from '../ui/Panel.tsx';

/** Every return invoice there is: judged, judged in part, or not and why. The lines add up to all of them. */
export function Unjudged({ result: { invoices } }: { result: WhatIfResult }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Panel title={t('whatIf.invoices.title')}>
      <Facts
        rows={[
          [t('whatIf.invoices.judged'), format.number(invoices.judged)],
          [t('whatIf.invoices.partly'), format.number(invoices.partly)],
          ...invoices.notJudged.map(({ reason, invoices: count }): [string, string] => [
            t(`whatIf.invoices.reason.${reason}`),
            format.number(count),
          ]),
          [t('whatIf.invoices.all'), <strong key="all">{format.number(invoices.all)}</strong>],
        ]}
      />
      <Typography color="textSecondary" variant="body2" sx={{ mt: 1 }}>
        {t('whatIf.invoices.note')}
      </Typography>
    </Panel>
  );
}
