import { Box, Button } from '@mui/material';
import { imported, type LineCounts } from '@perennial/domain/importing/counts';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { ImportDiscardDocument, ImportStartDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  batchId: string;
  /** Undefined while it cannot work. */
  mapping: ImportMapping | undefined;
  /** What a dry run by this very mapping said. */
  checked: LineCounts | undefined;
  /** There was a dry run, by whatever mapping. */
  again: boolean;
  busy: boolean;
  onCheck: () => void;
}

/** A dry run first, then the import; or neither. */
export function NextStep({ batchId, mapping, checked, again, busy, onCheck }: Props) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const navigate = useNavigate();
  const [start, starting] = useWrite(ImportStartDocument);
  const [discard] = useWrite(ImportDiscardDocument);
  const throwAway = async () => {
    const { payload } = await discard({ id: batchId });
    if (!payload) return;
    notify('importing.discarded', { type: 'info' });
    await navigate('/import');
  };
  const blocked = busy || starting || !mapping;
  const run = () => void start({ id: batchId, mapping });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {checked ? (
        <Button variant="contained" disabled={blocked} onClick={run}>
          {t('importing.check.start', {
            smart_count: imported(checked),
            count: format.number(imported(checked)),
          })}
        </Button>
      ) : (
        <Button variant="contained" disabled={blocked} onClick={onCheck}>
          {t(again ? 'importing.check.again' : 'importing.check.run')}
        </Button>
      )}
      {!checked && mapping && (
        <Button color="secondary" disabled={blocked} onClick={run}>
          {t('importing.check.skip')}
        </Button>
      )}
      <Button color="secondary" disabled={busy} onClick={() => void throwAway()}>
        {t('importing.check.discard')}
      </Button>
    </Box>
  );
}
