import { Box, Button } from '@mui/material';
import { Link } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { LookingBack } from '../business/LookingBack.tsx';
import { HomeFiguresDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { Part } from '../ui/Part.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import { ListPicture } from '../ui/pictures.tsx';
import { Attention } from './Attention.tsx';
import { Counts } from './Counts.tsx';
import { Curve } from './Curve.tsx';
import { HealthBars } from './HealthBars.tsx';
import { Months } from './Months.tsx';

/** What needs attention today, and how the business does; every figure leads to the list behind it. */
export default function Today() {
  const t = useWords();
  const mayImport = useMayWrite('importing');
  const figures = useRead(HomeFiguresDocument, {});
  return (
    <Page title={t('home.title')}>
      <LookingBack of="home" {...(figures.data && { until: figures.data.home.standsOn })} />
      <Part of={figures} height={640}>
        {({ home }) =>
          home.counts.every((figure) => figure.count === 0) ? (
            <EmptyState
              title={t('home.empty.title')}
              picture={<ListPicture />}
              action={
                mayImport && (
                  <Button variant="contained" component={Link} to="/import">
                    {t('home.empty.action')}
                  </Button>
                )
              }
            >
              {t('home.empty.text')}
            </EmptyState>
          ) : (
            <SideBySide shape="minmax(0, 5fr) minmax(0, 7fr)" from="lg">
              <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
                <Attention home={home} />
                <Counts counts={home.counts} />
              </Box>
              <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
                <Curve curve={home.curve} currency={home.currency} />
                <Months months={home.months} currency={home.currency} elsewhere={home.invoicesElsewhere} />
                <HealthBars buckets={home.health} />
              </Box>
            </SideBySide>
          )
        }
      </Part>
    </Page>
  );
}
