import { Box, Link, Typography, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../format/useFormat.ts';
import type { HomeFiguresQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { OKABE_ITO } from '../ui/chartColours.ts';
import { ChartPanel } from '../ui/ChartPanel.tsx';
import { targetPath } from './targetPath.ts';

const H = 220;
const LEFT = 40;
const BOTTOM = 28;
const TOP = 10;
const RIGHT = 8;

/** The 80/20 curve (80/20法則, C41): customers from the most valuable on, and the share of revenue they bring together. */
export function Curve({ curve, currency }: { curve: HomeFiguresQuery['home']['curve']; currency: string }) {
  const t = useWords();
  const format = useFormat();
  // Drawn narrower on a phone, so that its words keep their size.
  const W = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'), { noSsr: true }) ? 320 : 560;
  const { customers, revenue, head, headPercent, elsewhere, points } = curve;
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const cut = { head: format.number(head), percent: headPercent };
  const x = (n: number) => LEFT + share(n, customers) * (W - LEFT - RIGHT);
  const y = (part: number) => TOP + (1 - part) * (H - TOP - BOTTOM);
  const path = points
    .map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.customers).toFixed(1)} ${y(share(p.revenue, revenue)).toFixed(1)}`)
    .join('');
  const sentence =
    customers === 0
      ? t('home.curve.none')
      : t('home.curve.said', {
          ...cut,
          smart_count: customers,
          customers: format.number(customers),
          share: format.percent(share(head, customers)),
        });
  return (
    <ChartPanel
      title={t('home.curve.title')}
      said={
        <>
          {sentence}
          {format.gap}
          {customers > 0 &&
            (curve.target ? (
              <Link component={RouterLink} to={targetPath(curve.target)}>
                {t('home.curve.link')}
              </Link>
            ) : (
              t('home.curve.noList')
            ))}
          {elsewhere > 0 && (
            <Typography variant="caption" color="textSecondary" component="div">
              {t('home.curve.elsewhere', { smart_count: elsewhere, count: format.number(elsewhere), currency })}
            </Typography>
          )}
        </>
      }
      headings={[t('home.curve.column.customers'), t('home.curve.column.share'), t('home.curve.column.revenue')]}
      rows={points
        .filter((_point, index) => index % 5 === 0 || index === points.length - 1)
        .map((p) => [
          { text: format.number(p.customers) },
          { text: format.percent(share(p.customers, customers)) },
          { text: format.percent(share(p.revenue, revenue)) },
        ])}
      picture={
        <Box
          component="svg"
          viewBox={`0 0 ${W} ${H}`}
          role="img"
          aria-label={sentence}
          sx={(theme) => ({
            display: 'block',
            width: '100%',
            fontSize: 12,
            fill: theme.palette.text.secondary,
            '--grid': theme.palette.divider,
            '--ink': theme.palette.text.primary,
          })}
        >
          {[0, 0.5, 1].map((part) => (
            <g key={part}>
              <path d={`M${LEFT} ${y(part)}H${W - RIGHT}`} stroke="var(--grid)" />
              <text x={LEFT - 6} y={y(part) + 4} textAnchor="end">
                {format.percent(part)}
              </text>
            </g>
          ))}
          <path d={`${path}V${y(0)}H${LEFT}Z`} fill={OKABE_ITO.green} opacity="0.14" />
          <path d={path} fill="none" stroke={OKABE_ITO.green} strokeWidth="2.5" />
          <path
            d={`M${x(head)} ${y(0)}V${y(headPercent / 100)}H${LEFT}`}
            fill="none"
            stroke="var(--ink)"
            strokeDasharray="4 3"
          />
          <circle cx={x(head)} cy={y(headPercent / 100)} r="4" fill="var(--ink)" />
          <text x={x(head) + 10} y={y(headPercent / 100) + 18} fill="var(--ink)" fontWeight={600}>
            {t('home.curve.cut', { ...cut, smart_count: head })}
          </text>
          <text x={LEFT} y={H - 8}>
            {t('home.curve.customers')}
          </text>
          <text x={W - RIGHT} y={H - 8} textAnchor="end">
            {format.number(customers)}
          </text>
        </Box>
      }
    />
  );
}
