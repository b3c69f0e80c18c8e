import { Alert, Box, Button } from '@mui/material';
import { betterAsOf } from '@perennial/domain/business/business';
import { useNotify } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { BusinessUpdateDocument, DealingsDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

/** After an import of a past that ended long ago: looks at it from the day after, with one click of the owner. */
export function OldFigures() {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const { asOf, latestDay, version } = useBusiness();
  const owner = useMayWrite('settings');
  const newest = useRead(DealingsDocument, {}).data?.dealings.newestDay ?? null;
  const [update, busy] = useWrite(BusinessUpdateDocument);
  const better = betterAsOf(newest, asOf);
  if (newest === null || better === null) return null;
  const values = {
    newest: format.date(newest),
    asOf: format.date(asOf),
    better: format.date(better),
    latest: format.date(latestDay),
  };
  const look = async () => {
    const { payload } = await update({ version, asOf: better });
    if (payload) notify('importing.old.done', { type: 'success', messageArgs: values });
  };
  return (
    <Alert severity="info">
      <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
        <span>{t('importing.old.text', values)}</span>
        <span>{t(owner ? 'importing.old.back' : 'importing.old.askOwner', values)}</span>
        {owner && (
          <Button size="small" variant="outlined" disabled={busy} onClick={() => void look()}>
            {t('importing.old.action', values)}
          </Button>
        )}
      </Box>
    </Alert>
  );
}
