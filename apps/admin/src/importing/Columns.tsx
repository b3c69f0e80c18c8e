import { Alert, Box, Typography } from '@mui/material';
import { lineCounts } from '@perennial/domain/importing/counts';
import { importMapping, type ImportMapping } from '@perennial/domain/importing/mapping';
import { useState } from 'react';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { ImportCheckDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import type { Batch } from './batch.ts';
import { LineTable } from './LineTable.tsx';
import { Mapping } from './Mapping.tsx';
import { NextStep } from './NextStep.tsx';
import { PreviewRows } from './PreviewRows.tsx';
import { Running } from './Running.tsx';
import { useMapping } from './useMapping.ts';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Steps two and three: which column is what with the first lines beside it, then a dry run, then the real thing. */
export function Columns({ batch, refresh }: { batch: Batch; refresh: () => void }) {
  const t = useWords();
  const mayWrite = useMayWrite('importing');
  const [checking, setChecking] = useState<ImportMapping | undefined>();
  const { mapping, faults, lines, behind, asksOrder, read, change } = useMapping(batch.id, mayWrite);
  const [check, checkBusy] = useWrite(ImportCheckDocument);
  const done = lineCounts.safeParse(batch.preview).data;
  // Read by the same schema, so that the order in which the database keeps the keys does not matter.
  const checked = importMapping.safeParse(batch.mapping).data;
  const fresh = done !== undefined && same(checked, mapping);
  // The dry run is over when its result, made with these very columns, is on the batch.
  const running = checking !== undefined && !(done && same(checked, checking)) && !batch.failure;

  const dryRun = async () => {
    if (!mapping) return;
    const { payload } = await check({ id: batch.id, mapping });
    if (payload) setChecking(mapping);
  };
  if (!mayWrite) return <Typography>{t('importing.status.PREVIEW')}</Typography>;
  return (
    <>
      {mapping && lines ? (
        <SideBySide shape="340px minmax(0, 1fr)" from="lg">
          <Mapping mapping={mapping} faults={faults} asksOrder={asksOrder} onChange={change} />
          <PreviewRows lines={lines} behind={behind} read={read} />
        </SideBySide>
      ) : (
        <Part of={read} height={480}>
          {() => null}
        </Part>
      )}
      {running && checking && <Running batchId={batch.id} title={t('importing.running.check')} onEnd={refresh} dry />}
      {done && !running && (
        <Panel title={t('importing.check.title')}>
          <Typography color="textSecondary" gutterBottom>
            {t('importing.check.hint')}
          </Typography>
          {!fresh && <Alert severity="warning">{t('importing.check.stale')}</Alert>}
          <LineTable counts={done} dry />
        </Panel>
      )}
      <Box>
        {faults.length > 0 && (
          <Typography color="error" sx={{ mb: 1 }}>
            {t('importing.check.faults')}
          </Typography>
        )}
        <NextStep
          batchId={batch.id}
          mapping={faults.length === 0 ? mapping : undefined}
          checked={fresh ? done : undefined}
          again={done !== undefined}
          busy={running || checkBusy}
          onCheck={() => void dryRun()}
        />
      </Box>
    </>
  );
}
