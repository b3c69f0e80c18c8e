import { Box, Typography } from '@mui/material';
import type { Judgement } from '@perennial/domain/whatif/judge';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { OKABE_ITO } from '../ui/chartColours.ts';
import { ChartPanel } from '../ui/ChartPanel.tsx';

const COLOUR: Readonly<Record<Judgement, string>> = {
  ALLOWED: OKABE_ITO.green,
  REFUSED: OKABE_ITO.vermilion,
  NOT_COVERED: OKABE_ITO.orange,
  NO_PURCHASE: '#8B9088',
  UNDECIDABLE: OKABE_ITO.sky,
};

/** What is decided today beside what would be decided: a pair of bars per outcome, the figures in a table behind. */
export function Outcomes({ result }: { result: WhatIfResult }) {
  const t = useWords();
  const format = useFormat();
  const { winners, losers, currency } = result;
  const shown = result.outcomes.filter(({ before, after }) => before.claims + after.claims > 0);
  const most = Math.max(1, ...shown.flatMap(({ before, after }) => [before.claims, after.claims]));
  const money = (value: number) => format.money(value, currency);
  return (
    <ChartPanel
      title={t('whatIf.outcomes.title')}
      said={t(winners.claims + losers.claims === 0 ? 'whatIf.outcomes.same' : 'whatIf.outcomes.said', {
        won: format.number(winners.claims),
        lost: format.number(losers.claims),
      })}
      headings={[
        t('whatIf.outcomes.outcome'),
        t('whatIf.outcomes.before'),
        t('whatIf.outcomes.after'),
        t('whatIf.outcomes.valueBefore'),
        t('whatIf.outcomes.valueAfter'),
      ]}
      rows={shown.map(({ outcome, before, after }) => [
        { text: t(`whatIf.outcome.${outcome}`) },
        { text: format.number(before.claims) },
        { text: format.number(after.claims) },
        { text: money(before.value) },
        { text: money(after.value) },
      ])}
      picture={
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
          {shown.map(({ outcome, before, after }) => (
            <li key={outcome}>
              <Typography component="span" sx={{ fontWeight: 600 }}>
                {t(`whatIf.outcome.${outcome}`)}
              </Typography>
              {(['before', 'after'] as const).map((side) => {
                const { claims } = side === 'before' ? before : after;
                return (
                  <Box
                    key={side}
                    sx={{ display: 'grid', gridTemplateColumns: '96px 1fr', gap: 1, alignItems: 'center' }}
                  >
                    <span>{t(`whatIf.outcomes.${side}`)}</span>
                    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                      <Box
                        component="span"
                        aria-hidden
                        sx={{
                          height: 12,
                          borderRadius: 0.5,
                          bgcolor: COLOUR[outcome],
                          opacity: side === 'before' ? 0.55 : 1,
                          flex: `0 0 ${(claims / most) * 72}%`,
                          minWidth: claims > 0 ? 3 : 0,
                        }}
                      />
                      {format.number(claims)}
                    </Box>
                  </Box>
                );
              })}
            </li>
          ))}
        </Box>
      }
    />
  );
}
