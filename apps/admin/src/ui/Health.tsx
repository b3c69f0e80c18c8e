import { Box, Tooltip } from '@mui/material';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { healthBucket, type HealthBucket } from './health.ts';

const COLOUR = {
  UNKNOWN: 'text.secondary',
  GOOD: 'success.main',
  FAIR: 'info.main',
  COOLING: 'warning.main',
  POOR: 'error.main',
} as const satisfies Record<HealthBucket, string>;

/** The states differ in shape as well as in colour: nobody has to tell red from green. */
const SHAPE = {
  UNKNOWN: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2" />,
  GOOD: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  FAIR: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  COOLING: <path d="M6 0.8L11.2 6L6 11.2L0.8 6Z" fill="currentColor" />,
  POOR: <path d="M6 1L11.5 10.8H0.5Z" fill="currentColor" />,
} as const;

/** The shape of a health state; a word always stands beside it. */
export function HealthShape({ bucket }: { bucket: HealthBucket }) {
  return (
    <Box
      component="svg"
      viewBox="0 0 12 12"
      aria-hidden
      sx={{ width: 12, height: 12, flex: 'none', color: COLOUR[bucket] }}
    >
      {SHAPE[bucket]}
    </Box>
  );
}

interface Props {
  health: number;
  /** Change within the last week; 0 is not shown. */
  change?: number;
}

/** Health as shape, number and word, with its change of the last week. */
export function Health({ health, change = 0 }: Props) {
  const t = useWords();
  const format = useFormat();
  const word = healthBucket(health);
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap' }}>
      <HealthShape bucket={word} />
      {health >= 0 && <span>{format.number(health)}</span>}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t(`values.HealthBucket.${word}`)}
      </Box>
      {change !== 0 && (
        <Tooltip title={t('customers.healthChange', { change: format.change(change) })} describeChild>
          <Box component="span" sx={{ color: change < 0 ? 'error.main' : 'success.main', fontSize: '0.8125rem' }}>
            {change < 0 ? '▼' : '▲'} {format.change(change)}
          </Box>
        </Tooltip>
      )}
    </Box>
  );
}
