import { useQueryClient } from '@tanstack/react-query';
import { Alert, Box, Step, StepLabel, Stepper, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { ForRoles } from '../auth/ForRoles.tsx';
import { ImportBatchDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { Columns } from './Columns.tsx';
import { failureKey } from './failure.ts';
import { Report } from './Report.tsx';
import { Running } from './Running.tsx';
import { Undone } from './Undone.tsx';
import type { Batch } from './batch.ts';

const STEPS = ['file', 'columns', 'check', 'report'] as const;

/** One import: columns and dry run, progress, report. It goes on by itself when the page is left. */
export default function ImportPage() {
  return (
    <ForRoles page="importing">
      <OneImport />
    </ForRoles>
  );
}

function OneImport() {
  const { id = '' } = useParams();
  const read = useRead(ImportBatchDocument, { id });
  const queries = useQueryClient();
  const { refetch } = read;
  const refresh = useCallback(() => void refetch(), [refetch]);
  // an import goes on by itself: everything read before its end is of before
  const renew = useCallback(() => void queries.invalidateQueries(), [queries]);
  return (
    <PagePart of={read}>
      {({ importBatch }) =>
        importBatch ? <Loaded key={importBatch.id} batch={importBatch} refresh={refresh} renew={renew} /> : <NotFound />
      }
    </PagePart>
  );
}

interface Props {
  batch: Batch;
  refresh: () => void;
  renew: () => void;
}

function Loaded({ batch, refresh, renew }: Props) {
  const t = useWords();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const { status } = batch;
  const at = status === 'COMPLETE' || status === 'UNDONE' ? 4 : status === 'RUNNING' ? 3 : batch.preview ? 2 : 1;
  return (
    <Page title={batch.fileName} intro={t(`importing.status.${status}`)}>
      <Stepper activeStep={at} alternativeLabel={phone} sx={{ mb: 3, maxWidth: 720 }}>
        {STEPS.map((step) => (
          <Step key={step}>
            <StepLabel slotProps={{ label: { sx: { color: 'text.primary' } } }}>
              {t(`importing.steps.${step}`)}
            </StepLabel>
          </Step>
        ))}
      </Stepper>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {batch.failure && status !== 'RUNNING' && <Failure code={batch.failure} />}
        {(status === 'PREVIEW' || status === 'FAILED') && <Columns batch={batch} refresh={refresh} />}
        {status === 'RUNNING' && (
          <Running batchId={batch.id} title={t('importing.running.title', { name: batch.fileName })} onEnd={renew} />
        )}
        {status === 'UNDONE' && <Undone batch={batch} />}
        {status === 'COMPLETE' && <Report batch={batch} />}
      </Box>
    </Page>
  );
}

function Failure({ code }: { code: string }) {
  const t = useWords();
  const translate = useTranslate();
  const known = (key: string) => translate(key, { _: '' }) !== '';
  return <Alert severity="warning">{t('importing.failure', { reason: translate(failureKey(code, known)) })}</Alert>;
}
