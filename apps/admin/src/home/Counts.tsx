import { Box, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../format/useFormat.ts';
import type { HomeFiguresQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { targetPath } from './targetPath.ts';

/** The few counts one wants to know, each leading to its list. */
export function Counts({ counts }: { counts: HomeFiguresQuery['home']['counts'] }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Panel title={t('home.counts.title')}>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))',
          gap: 1,
        }}
      >
        {counts.map((figure) => (
          <li key={figure.name}>
            <Link
              component={RouterLink}
              to={targetPath(figure.target)}
              color="textPrimary"
              sx={{
                display: 'block',
                p: 1,
                borderRadius: 1,
                textDecoration: 'none',
                '&:hover': { bgcolor: 'action.hover' },
              }}
            >
              <Box component="span" sx={{ display: 'block', fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.2 }}>
                {format.number(figure.count)}
              </Box>
              <Box
                component="span"
                sx={{ color: 'text.secondary', textDecoration: 'underline', textUnderlineOffset: 3 }}
              >
                {t(`home.counts.${figure.name}`, { smart_count: figure.count })}
              </Box>
            </Link>
          </li>
        ))}
      </Box>
    </Panel>
  );
}
