import { Alert, Box, Button, Typography } from '@mui/material';
import { lineCounts, setAside } from '@perennial/domain/importing/counts';
import { importMapping, type ImportMapping } from '@perennial/domain/importing/mapping';
import { useCallback, useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import {
  ImportCheckDocument,
  ImportDiscardDocument,
  ImportPreviewDocument,
  ImportStartDocument,
} from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import type { Batch } from './batch.ts';
import { LineTable } from './LineTable.tsx';
import { Mapping } from './Mapping.tsx';
import { PreviewRows } from './PreviewRows.tsx';
import { Running } from './Running.tsx';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Steps two and three: which column is what with the first lines beside it, then a dry run, then the real thing. */
export function Columns({ batch, refresh }: { batch: Batch; refresh: () => void }) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const navigate = useNavigate();
  const mayWrite = useMayWrite('importing');
  const [changed, setChanged] = useState<ImportMapping | undefined>();
  const [checking, setChecking] = useState<ImportMapping | undefined>();
  const preview = useRead(
    ImportPreviewDocument,
    { id: batch.id, mapping: changed ?? null },
    { keep: true, enabled: mayWrite },
  );
  const [check, checkBusy] = useWrite(ImportCheckDocument);
  const [start, startBusy] = useWrite(ImportStartDocument);
  const [discard] = useWrite(ImportDiscardDocument);
  const guessed = importMapping.safeParse(preview.data?.importPreview?.mapping).data;
  const mapping = changed ?? guessed;
  const done = lineCounts.safeParse(batch.preview).data;
  // Read by the same schema, so that the order in which the database keeps the keys does not matter.
  const checked = importMapping.safeParse(batch.mapping).data;
  const fresh = done !== undefined && same(checked, mapping);
  // The dry run is over when its result, made with these very columns, is on the batch.
  const running = checking !== undefined && !(done && same(checked, checking)) && !batch.failure;
  const end = useCallback(() => refresh(), [refresh]);
  const missing = preview.data?.importPreview?.missing ?? [];

  const dryRun = async () => {
    if (!mapping) return;
    const { payload } = await check({ id: batch.id, mapping });
    if (payload) setChecking(mapping);
  };
  const throwAway = async () => {
    const { payload } = await discard({ id: batch.id });
    if (!payload) return;
    notify('importing.discarded', { type: 'info' });
    await navigate('/import');
  };
  if (!mayWrite) return <Typography>{t('importing.status.PREVIEW')}</Typography>;
  return (
    <>
      <Part of={preview} height={480}>
        {() =>
          mapping && (
            <SideBySide shape="340px minmax(0, 1fr)" from="lg">
              <Mapping mapping={mapping} missing={missing} onChange={setChanged} />
              <PreviewRows mapping={mapping} rows={preview.data?.importPreview?.rows ?? []} />
            </SideBySide>
          )
        }
      </Part>
      {running && checking && <Running batchId={batch.id} title={t('importing.running.check')} onEnd={end} dry />}
      {done && !running && (
        <Panel title={t('importing.check.title')}>
          <Typography color="textSecondary" gutterBottom>
            {t('importing.check.hint')}
          </Typography>
          {!fresh && <Alert severity="warning">{t('importing.check.stale')}</Alert>}
          <LineTable counts={done} dry />
        </Panel>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {fresh && done ? (
          <Button
            variant="contained"
            disabled={startBusy || running}
            onClick={() => void start({ id: batch.id, mapping })}
          >
            {t('importing.check.start', { count: format.number(done.lines - setAside(done)) })}
          </Button>
        ) : (
          <Button
            variant="contained"
            disabled={checkBusy || running || !mapping || missing.length > 0}
            onClick={() => void dryRun()}
          >
            {t(done ? 'importing.check.again' : 'importing.check.run')}
          </Button>
        )}
        {!fresh && mapping && missing.length === 0 && (
          <Button
            color="secondary"
            disabled={startBusy || running}
            onClick={() => void start({ id: batch.id, mapping })}
          >
            {t('importing.check.skip')}
          </Button>
        )}
        <Button color="secondary" disabled={running} onClick={() => void throwAway()}>
          {t('importing.check.discard')}
        </Button>
      </Box>
    </>
  );
}
