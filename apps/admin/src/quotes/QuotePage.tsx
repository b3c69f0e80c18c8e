import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { stateOn } from '@perennial/domain/quotes/rules';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { LookingBack } from '../business/LookingBack.tsx';
import { customerName } from '../customers/customerName.ts';
import { useFormat } from '../format/useFormat.ts';
import { QuoteAcceptDocument, QuotePageDocument, QuoteReviseDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { DeclineQuote } from './DeclineQuote.tsx';
import { editedOf, type Unsaved } from './edited.ts';
import { Overtaken } from './Overtaken.tsx';
import { Promised } from './Promised.tsx';
import type { Quote } from './quote.ts';
import { RevisionEditor } from './RevisionEditor.tsx';
import { RevisionView } from './RevisionView.tsx';

/** One quote: its rounds side by side, what the customer will be promised, and their answer (C3). */
export default function QuotePage() {
  const { id = '' } = useParams();
  const read = useRead(QuotePageDocument, { id });
  return <PagePart of={read}>{({ quote }) => (quote ? <Loaded quote={quote} /> : <NotFound />)}</PagePart>;
}

/** What is only for the screen. */
const NOT_PRINTED = { '@media print': { display: 'none' } } as const;

function Loaded({ quote }: { quote: Quote }) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const business = useBusiness();
  const { latestDay } = business;
  const mayWrite = useMayWrite('quotes') && quote.status === 'OPEN';
  const [asking, setAsking] = useState<'accept' | 'decline' | undefined>();
  const [unsaved, setUnsaved] = useState<Unsaved | undefined>();
  const [accept] = useWrite(QuoteAcceptDocument);
  const [revise, revising] = useWrite(QuoteReviseDocument);
  const revisions = quote.revisions.nodes;
  const draft = revisions.find((each) => each.status === 'DRAFT');
  const edited = editedOf(revisions, mayWrite, unsaved);
  const offered = revisions.find((each) => each.status === 'SENT' || each.status === 'ACCEPTED');
  const state = stateOn(quote, offered ?? null, latestDay);
  const close = () => setAsking(undefined);
  const name = quote.customer ? customerName(quote.customer, t) : '';
  return (
    <Page
      title={quote.title}
      intro={
        <>
          {t('quotes.number', { number: quote.number })} · {t(`quotes.state.${state}`)}
          {quote.customer && (
            <>
              {' · '}
              <Link component={RouterLink} to={`/customers/${encodeURIComponent(quote.customer.id)}/show`}>
                {name}
              </Link>
            </>
          )}
          {quote.owner && <> · {quote.owner.name}</>}
        </>
      }
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ...NOT_PRINTED }}>
          {offered && (
            <Button color="secondary" onClick={() => window.print()}>
              {t('quotes.print')}
            </Button>
          )}
          {mayWrite && (
            <>
              <Button color="secondary" onClick={() => setAsking('decline')}>
                {t('quotes.decline')}
              </Button>
              {!draft && (
                <Button variant="outlined" disabled={revising} onClick={() => void revise({ id: quote.id })}>
                  {t('quotes.revise')}
                </Button>
              )}
              {offered && state === 'OPEN' && (
                // while the next round is being written, that is the work at hand
                <Button variant={draft ? 'outlined' : 'contained'} onClick={() => setAsking('accept')}>
                  {t('quotes.accept')}
                </Button>
              )}
            </>
          )}
        </Box>
      }
    >
      <Typography sx={{ display: 'none', '@media print': { display: 'block', mb: 2 } }}>{business.name}</Typography>
      <Box sx={NOT_PRINTED}>
        <LookingBack of="quotes" until={latestDay} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {state === 'EXPIRED' && <Alert severity="warning">{t('quotes.expired')}</Alert>}
        {quote.invoice && (
          <Alert severity="success">
            <Link component={RouterLink} to={`/invoices/${encodeURIComponent(quote.invoice.id)}/show`}>
              {t('quotes.purchase', { number: quote.invoice.number, date: format.date(quote.closedOn ?? latestDay) })}
            </Link>
          </Alert>
        )}
        {quote.status === 'DECLINED' && (
          <Alert severity="info">
            {t('quotes.declined', {
              date: format.date(quote.closedOn ?? latestDay),
              reason: quote.declinedReason ?? '',
            })}
          </Alert>
        )}
        {edited && (
          <Box sx={NOT_PRINTED}>
            {/* the same for the round that takes the place of one: what is typed goes on into it */}
            <RevisionEditor key={quote.id} revision={edited} onUnsaved={setUnsaved}>
              {(edited !== draft || !mayWrite) && (
                <Overtaken
                  number={edited.number}
                  discarded={!revisions.includes(edited)}
                  onTake={mayWrite ? () => void revise({ id: quote.id }) : undefined}
                  busy={revising}
                  onDrop={() => setUnsaved(undefined)}
                />
              )}
            </RevisionEditor>
          </Box>
        )}
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: { md: 'repeat(auto-fit, minmax(320px, 1fr))' },
          }}
        >
          {revisions
            .filter((each) => each !== draft || !mayWrite)
            .map((revision) => (
              <Box key={revision.id} sx={revision === offered ? {} : NOT_PRINTED}>
                <RevisionView revision={revision} />
              </Box>
            ))}
        </Box>
        {offered && <Promised revision={offered} />}
        {draft && mayWrite && !offered && (
          <Box sx={NOT_PRINTED}>
            <Promised revision={draft} unsaved={unsaved?.of.id === draft.id && unsaved.lines} />
          </Box>
        )}
      </Box>
      {offered && (
        <ConfirmDialog
          open={asking === 'accept'}
          title={t('quotes.acceptTitle', { number: offered.number })}
          action={t('quotes.acceptAction')}
          onConfirm={async () => {
            const { payload } = await accept({ id: quote.id, version: quote.version, revisionId: offered.id });
            if (payload) notify('quotes.accepted', { type: 'success' });
          }}
          onClose={close}
        >
          {t('quotes.acceptText', { name, total: format.money(offered.total.amount, offered.currency) })}
        </ConfirmDialog>
      )}
      <DeclineQuote quote={quote} open={asking === 'decline'} onClose={close} />
    </Page>
  );
}
