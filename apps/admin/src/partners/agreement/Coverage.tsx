import { Box } from '@mui/material';
import { useFormat } from '../../format/useFormat.ts';
import type { AgreementPageQuery } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';

const STEPS = ['everybody', 'population', 'consented', 'visible'] as const;

/** From all customers down to those the partner sees now, each step with its number. */
export function Coverage({ coverage }: { coverage: AgreementPageQuery['agreementCoverage'] }) {
  const t = useWords();
  const format = useFormat();
  if (!coverage) return null;
  const most = Math.max(1, coverage.everybody);
  return (
    <Panel title={t('partners.coverage.title')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
        {STEPS.map((step) => (
          <Box key={step} sx={{ display: 'grid', gridTemplateColumns: '1fr auto', columnGap: 2 }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {t(`partners.coverage.${step}`)}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: step === 'visible' ? 650 : 400 }}>
              {format.number(coverage[step])}
            </Box>
            <Box
              component="dd"
              aria-hidden
              sx={{ m: 0, gridColumn: '1 / -1', height: 6, borderRadius: 1, bgcolor: 'action.hover' }}
            >
              <Box
                sx={{
                  height: 6,
                  borderRadius: 1,
                  bgcolor: step === 'visible' ? 'primary.main' : 'text.secondary',
                  width: `${(coverage[step] / most) * 100}%`,
                }}
              />
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
