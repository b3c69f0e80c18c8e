import { Alert, Box, Button, Link, Typography } from '@mui/material';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { Link as RouterLink, useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import { WhatIfPageDocument, WhatIfStartDocument, type WhatIfPageQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { policyNameIn } from '../policies/policyIn.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { TimelinePicture } from '../ui/pictures.tsx';
import { Claims } from './Claims.tsx';
import { Cost } from './Cost.tsx';
import { Outcomes } from './Outcomes.tsx';
import { Replaying } from './Replaying.tsx';
import { Unjudged } from './Unjudged.tsx';
import { WhoChanges } from './WhoChanges.tsx';

type Version = NonNullable<WhatIfPageQuery['policyVersion']>;
export type Run = WhatIfPageQuery['whatIfRuns']['nodes'][number];

/** What a draft would have meant for everything that ever came back, before it is published. */
export default function WhatIfPage() {
  const { versionId = '' } = useParams();
  const read = useRead(WhatIfPageDocument, { versionId });
  return (
    <PagePart of={read}>
      {({ policyVersion, whatIfRuns }) =>
        policyVersion ? <Loaded version={policyVersion} run={whatIfRuns.nodes[0]} /> : <NotFound />
      }
    </PagePart>
  );
}

function Loaded({ version, run }: { version: Version; run: Run | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const format = useFormat();
  const mayWrite = useMayWrite('policies');
  const [start, busy] = useWrite(WhatIfStartDocument);
  const running = run?.status === 'RUNNING' || run?.status === 'WAITING';
  const again = (
    <Button
      variant={run ? 'outlined' : 'contained'}
      disabled={busy}
      onClick={() => void start({ policyVersionId: version.id })}
    >
      {t(run ? 'whatIf.again' : 'whatIf.start')}
    </Button>
  );
  const policy = version.policy;
  const stale = run && version.status === 'DRAFT' && version.updatedAt > run.startedAt;
  return (
    <Page
      title={t('whatIf.title')}
      intro={
        <>
          {policy && (
            <Link component={RouterLink} to={`/policies/${encodeURIComponent(policy.id)}/show`}>
              {t('whatIf.of', { policy: policyNameIn(policy, language), number: version.number })}
            </Link>
          )}
          {format.gap}
          {t('whatIf.intro')}
        </>
      }
      actions={mayWrite && run && !running && again}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        {stale && !running && <Alert severity="info">{t('whatIf.stale')}</Alert>}
        {!run && (
          <EmptyState title={t('whatIf.empty.title')} picture={<TimelinePicture />} action={mayWrite && again}>
            {t('whatIf.empty.text')}
          </EmptyState>
        )}
        {running && <Replaying runId={run.id} begin={run} mayStop={mayWrite} />}
        {run?.status === 'STOPPED' && <Alert severity="info">{t('whatIf.stopped')}</Alert>}
        {run?.status === 'FAILED' && (
          <Alert severity="warning">{t(run.failure === 'INTERRUPTED' ? 'whatIf.interrupted' : 'whatIf.failed')}</Alert>
        )}
        {run?.status === 'DONE' && run.result !== null && (
          <>
            <Result runId={run.id} result={run.result as unknown as WhatIfResult} />
            <Typography color="textSecondary" variant="body2">
              {t('whatIf.made', { by: run.startedBy, at: format.time(run.startedAt) })}
            </Typography>
          </>
        )}
      </Box>
    </Page>
  );
}

function Result({ runId, result }: { runId: string; result: WhatIfResult }) {
  return (
    <>
      <Outcomes result={result} />
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}
      >
        <WhoChanges runId={runId} result={result} />
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Cost result={result} />
          <Unjudged result={result} />
          <Claims result={result} />
        </Box>
      </Box>
    </>
  );
}
