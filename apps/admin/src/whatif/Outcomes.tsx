import { Box, Typography } from '@mui/material';
import { changesIn, type Change } from '@perennial/domain/whatif/changes';
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
  const { currency } = result;
  const shown = result.outcomes.filter(({ before, after }) => before.claims + after.claims > 0);
  const most = Math.max(1, ...shown.flatMap(({ before, after }) => [before.claims, after.claims]));
  const money = (value: number) => format.money(value, currency);
  return (
    <ChartPanel
      title={t('whatIf.outcomes.title')}
      said={saidOf(result, t, format).map((sentence) => (
        <Box key={sentence}>{sentence}</Box>
      ))}
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

/** What changes among the returns that the bars count; what does among other claims; and what of it is only assumed. */
function saidOf(result: WhatIfResult, t: ReturnType<typeof useWords>, format: ReturnType<typeof useFormat>): string[] {
  const { returns, claims } = changesIn(result);
  const { assumed } = result;
  const told = ({ won, lost }: Change) => ({ won: format.number(won), lost: format.number(lost) });
  const parts = [
    returns.won + returns.lost + claims.won + claims.lost === 0
      ? t('whatIf.outcomes.same')
      : t('whatIf.outcomes.said', told(returns)),
  ];
  if (claims.won + claims.lost > 0) parts.push(t('whatIf.outcomes.besides', told(claims)));
  for (const side of ['before', 'after'] as const) {
    const doubtful = assumed?.[side];
    if (!assumed || !doubtful || doubtful.claims === 0) continue;
    const allowed = result.outcomes.find(({ outcome }) => outcome === 'ALLOWED');
    parts.push(
      t(`whatIf.outcomes.assumed.${side}`, {
        count: format.number(doubtful.claims),
        all: format.number(allowed?.[side].claims ?? 0),
        value: format.money(doubtful.value, result.currency),
        gained: format.number(assumed.gained.claims),
      }),
    );
  }
  return parts;
}
