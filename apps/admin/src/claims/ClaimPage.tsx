import { Alert, Box, Button } from '@mui/material';
import { claimSentencesOf } from '@perennial/domain/claims/sentences';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { LookingBack } from '../business/LookingBack.tsx';
import { useFormat } from '../format/useFormat.ts';
import { ClaimPageDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { traceOf } from '../policies/traceOf.ts';
import { productWords } from '../products/productWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import { About } from './About.tsx';
import { Charges } from './Charges.tsx';
import { ClaimClock } from './ClaimClock.tsx';
import { Decided } from './Decided.tsx';
import { EndClaim, type Ending } from './EndClaim.tsx';
import { includedIn } from './includedIn.ts';
import { Referred } from './Referral.tsx';
import { receiptPath, type Claim } from './claim.ts';

/** One claim: what was decided by which promise, what is charged, and its receipt. */
export default function ClaimPage() {
  const { id = '' } = useParams();
  const read = useRead(ClaimPageDocument, { id });
  return <PagePart of={read}>{({ claim }) => (claim ? <Loaded claim={claim} /> : <NotFound />)}</PagePart>;
}

const TONE = {
  ALLOWED: 'success',
  PARTLY: 'warning',
  REFUSED: 'error',
  NOT_COVERED: 'info',
  NO_PURCHASE: 'info',
} as const;

function Loaded({ claim }: { claim: Claim }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const mayWrite = useMayWrite('claims');
  const [ending, setEnding] = useState<Ending | undefined>();
  const { customer, status } = claim;
  const allowed = claim.outcome === 'ALLOWED' || claim.outcome === 'PARTLY';
  const running = status === 'OPEN' || status === 'DECIDED';
  return (
    <Page
      title={t('claims.one', { number: claim.number })}
      intro={
        <>
          {t(`values.ClaimKind.${claim.kind}`)} ·{' '}
          {claim.claimedAt ? format.time(claim.claimedAt) : format.date(claim.claimedOn)}
          {customer && (
            <>
              {' · '}
              <CustomerLink customer={customer} />
            </>
          )}
        </>
      }
      actions={
        <>
          {mayWrite && running && (
            <Button color="secondary" onClick={() => setEnding('withdraw')}>
              {t('claims.withdraw.action')}
            </Button>
          )}
          <Button color="secondary" href={receiptPath(claim)} target="_blank" rel="noreferrer">
            {t('claims.receipt.open')}
          </Button>
          {mayWrite && status === 'OPEN' && (
            <Button variant="contained" onClick={() => setEnding('review')}>
              {t('claims.review.action')}
            </Button>
          )}
          {mayWrite && status === 'DECIDED' && allowed && (
            <Button variant="contained" onClick={() => setEnding('settle')}>
              {t('claims.settle.action')}
            </Button>
          )}
        </>
      }
    >
      <LookingBack of="claims" />
      <SideBySide shape="minmax(0, 1fr) 320px">
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Panel title={t('claims.decision')}>
            <Alert severity={status === 'OPEN' ? 'warning' : TONE[claim.outcome]} sx={{ mb: 2 }}>
              <strong>{t(status === 'OPEN' ? 'claims.review.waits' : `values.ClaimOutcome.${claim.outcome}`)}</strong>
              {claim.reason && <div>{claim.reason}</div>}
            </Alert>
            <Box sx={{ display: 'grid', gap: 2 }}>
              {claim.claimLines.nodes.map((line) => (
                <Decided
                  key={line.id}
                  title={productWords(line.code, line.saleLine?.description)}
                  line={line}
                  refund={line.refund ? format.money(line.refund.amount, line.refund.currency) : null}
                  sentences={claimSentencesOf(traceOf(line.trace), language)}
                  extras={includedIn(line, claim.invoice, language)}
                >
                  <Referred decision={line} />
                </Decided>
              ))}
            </Box>
          </Panel>
          <Charges claim={claim} mayWrite={mayWrite && running} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <ClaimClock claim={claim} mayWrite={mayWrite && running && !claim.closedAt} />
          <About claim={claim} />
        </Box>
      </SideBySide>
      <EndClaim claim={claim} how={ending} onClose={() => setEnding(undefined)} />
    </Page>
  );
}
