import { Box, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../format/useFormat.ts';
import type { HomeFiguresQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { OKABE_ITO } from '../ui/chartColours.ts';
import { ChartPanel } from '../ui/ChartPanel.tsx';
import { HealthShape } from '../ui/Health.tsx';
import { targetPath } from './targetPath.ts';

const COLOUR = {
  POOR: OKABE_ITO.vermilion,
  COOLING: OKABE_ITO.orange,
  FAIR: OKABE_ITO.sky,
  GOOD: OKABE_ITO.green,
  UNKNOWN: '#8B9088',
} as const;

/** How many customers are at risk, need care, are fair or healthy; every bar leads to them. */
export function HealthBars({ buckets }: { buckets: HomeFiguresQuery['home']['health'] }) {
  const t = useWords();
  const format = useFormat();
  const most = Math.max(1, ...buckets.map((bucket) => bucket.customers));
  const concern = buckets
    .filter(({ bucket }) => bucket === 'POOR' || bucket === 'COOLING')
    .reduce((sum, each) => sum + each.customers, 0);
  return (
    <ChartPanel
      title={t('home.health.title')}
      said={t('home.health.said', { smart_count: concern, count: format.number(concern) })}
      headings={[t('home.health.state'), t('home.health.customers')]}
      rows={buckets.map((bucket) => [
        { text: t(`values.HealthBucket.${bucket.bucket}`) },
        { text: format.number(bucket.customers), to: targetPath(bucket.target) },
      ])}
      picture={
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
          {buckets.map((bucket) => (
            <li key={bucket.bucket}>
              <Link
                component={RouterLink}
                to={targetPath(bucket.target)}
                color="textPrimary"
                sx={{
                  display: 'grid',
                  gridTemplateColumns: '140px 1fr',
                  gap: 1,
                  alignItems: 'center',
                  minHeight: 28,
                  textDecoration: 'none',
                  '&:hover': { bgcolor: 'action.hover' },
                }}
              >
                <Box
                  component="span"
                  sx={{
                    display: 'flex',
                    alignItems: 'center',
                    gap: 0.75,
                    textDecoration: 'underline',
                    textUnderlineOffset: 3,
                  }}
                >
                  <HealthShape bucket={bucket.bucket} />
                  {t(`values.HealthBucket.${bucket.bucket}`)}
                </Box>
                <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                  <Box
                    component="span"
                    sx={{
                      height: 14,
                      borderRadius: 0.5,
                      bgcolor: COLOUR[bucket.bucket],
                      flex: `0 0 ${(bucket.customers / most) * 78}%`,
                      minWidth: bucket.customers > 0 ? 3 : 0,
                    }}
                  />
                  {format.number(bucket.customers)}
                </Box>
              </Link>
            </li>
          ))}
        </Box>
      }
    />
  );
}
