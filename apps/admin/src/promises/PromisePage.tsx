import { Box, Link, Typography } from '@mui/material';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { Link as RouterLink, useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { segmentWord } from '../customers/useCustomerWords.ts';
import { LookingBack } from '../business/LookingBack.tsx';
import { useFormat } from '../format/useFormat.ts';
import { KeptPromiseDocument, type KeptPromiseQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Copy } from '../ui/Copy.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import type { Held } from './held.ts';
import { MovePromise } from './MovePromise.tsx';
import { Schedule } from './Schedule.tsx';

type Kept = NonNullable<KeptPromiseQuery['promiseKept']>;

/** What one purchase was promised, word for word as frozen at the sale (S1). */
export default function PromisePage() {
  const { id = '' } = useParams();
  const language = useLanguage();
  const read = useRead(KeptPromiseDocument, { id, language: graphqlLanguage(language) });
  return (
    <PagePart of={read}>
      {({ entitlement, promiseKept }) =>
        entitlement && promiseKept ? <Loaded held={entitlement} kept={promiseKept} /> : <NotFound />
      }
    </PagePart>
  );
}

function Loaded({ held, kept }: { held: Held; kept: Kept }) {
  const t = useWords();
  const format = useFormat();
  const mayMove = useMayWrite('policies');
  const { customer, invoice, policy } = held;
  const moved = held.moves.nodes
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return (
    <Page
      title={t('promises.title', { policy: kept.policy, number: kept.number })}
      intro={
        <>
          {customer && <CustomerLink customer={customer} />}
          {' · '}
          {invoice && (
            <Link component={RouterLink} to={`/invoices/${encodeURIComponent(invoice.id)}/show`}>
              {t('policies.invoices.one', { number: invoice.number })}
            </Link>
          )}
          {' · '}
          {t('promises.since', { date: format.date(held.grantedOn) })}
        </>
      }
    >
      <LookingBack of="promises" />
      <SideBySide shape="minmax(0, 2fr) minmax(0, 1fr)">
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Panel title={t('promises.words')}>
            <Words kept={kept} />
          </Panel>
          {invoice && held.policyVersion && <Schedule invoiceId={invoice.id} policyVersionId={held.policyVersion.id} />}
        </Box>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Panel title={moved ? t('promises.frozenMoved') : t('promises.frozen')}>
            <Typography variant="body2" gutterBottom>
              {moved ? t('promises.checkedMoved', { date: format.day(moved) }) : t('promises.checked')}
            </Typography>
            <Facts rows={rowsOf(kept, t, format)} />
            <Box sx={{ mt: 1 }}>
              <Copy text={kept.hash} label={t('promises.copyHash')} />
            </Box>
          </Panel>
          {policy && (mayMove || held.moves.nodes.length > 0) && <MovePromise held={held} mayMove={mayMove} />}
        </Box>
      </SideBySide>
    </Page>
  );
}

function Words({ kept }: { kept: Kept }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {POLICY_STAGES.filter((stage) => kept.terms.some((term) => term.stage === stage)).map((stage) => (
        <section key={stage}>
          <Typography variant="h3" gutterBottom>
            {t(`values.PolicyStage.${stage}`)}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
            {kept.terms
              .filter((term) => term.stage === stage)
              .map((term) => (
                <li key={`${term.kind} ${term.termId}`}>{format.sentences(term.sentences)}</li>
              ))}
          </Box>
        </section>
      ))}
    </Box>
  );
}

interface Frozen {
  region: string | null;
  segment: string | null;
  tenureMonths: number | null;
}

function rowsOf(kept: Kept, t: ReturnType<typeof useWords>, format: ReturnType<typeof useFormat>): [string, string][] {
  const facts = kept.facts as Frozen;
  return [
    [t('promises.region'), facts.region ?? '–'],
    [t('promises.segment'), facts.segment ? segmentWord(facts.segment, t) : '–'],
    [t('promises.tenure'), facts.tenureMonths === null ? '–' : format.number(facts.tenureMonths)],
    [t('promises.calendar'), kept.calendar ?? t('promises.noCalendar')],
    [t('promises.hash'), kept.hash.slice(0, 16)],
  ];
}
