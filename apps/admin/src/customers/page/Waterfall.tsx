import { Box } from '@mui/material';
import { useWords } from '../../i18n/useWords.ts';

interface Step {
  label: string;
  points: number;
}

const ROW = 22;
const LABEL = 108;
const WIDTH = 300;
const BAR = WIDTH - LABEL - 36;

/** From full health down to the score, one falling bar a reason. The sentences below say the same in words. */
export function Waterfall({ score, steps }: { score: number; steps: readonly Step[] }) {
  const t = useWords();
  const x = (value: number) => LABEL + (value / 100) * BAR;
  let left = 100;
  const rows = [
    { label: t('customers.health.start'), from: 0, to: 100, said: '100', colour: 'var(--whole)' },
    ...steps.map((step) => {
      const from = left - step.points;
      const row = { label: step.label, from, to: left, said: `−${step.points}`, colour: 'var(--loss)' };
      left = from;
      return row;
    }),
    { label: t('customers.health.result'), from: 0, to: score, said: String(score), colour: 'var(--rest)' },
  ];
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`}
      aria-hidden
      sx={(theme) => ({
        display: 'block',
        width: '100%',
        mb: 1.5,
        fontSize: 12,
        fill: theme.palette.text.primary,
        '--whole': theme.palette.divider,
        // Okabe–Ito vermilion and bluish green: told apart by all common kinds of colour vision.
        '--loss': '#D55E00',
        '--rest': '#009E73',
      })}
    >
      {rows.map((row, index) => (
        <g key={row.label} transform={`translate(0 ${index * ROW})`}>
          <text x="0" y="15">
            {row.label}
          </text>
          <rect
            x={x(row.from)}
            y="5"
            width={Math.max(1, x(row.to) - x(row.from))}
            height="12"
            rx="2"
            fill={row.colour}
          />
          <text x={x(row.to) + 4} y="15" fontWeight={600}>
            {row.said}
          </text>
          {index < rows.length - 1 && (
            <path
              d={`M${x(index === 0 ? 100 : row.from)} 17V27`}
              stroke="currentColor"
              strokeDasharray="2 2"
              opacity="0.5"
            />
          )}
        </g>
      ))}
    </Box>
  );
}
