import { Box } from '@mui/material';
import { useParams } from 'react-router';
import { useWords } from '../../i18n/useWords.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Trial } from './Trial.tsx';

/** What do we owe on this purchase? */
export default function TryPage() {
  const { lineId = '' } = useParams();
  const t = useWords();
  return (
    <Page title={t('policies.try.title')} intro={t('policies.try.intro')}>
      <Box sx={{ maxWidth: 640 }}>
        <Panel title={t('policies.try.purchase')}>
          <Trial lineId={lineId} />
        </Panel>
      </Box>
    </Page>
  );
}
