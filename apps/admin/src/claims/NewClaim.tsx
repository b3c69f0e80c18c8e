import { Box, Button, TextField } from '@mui/material';
import { businessNow, momentOf, wallOf } from '@perennial/domain/shared/business-clock';
import { CLAIM_KINDS, CLAIM_LANGUAGES, type ClaimKind } from '@perennial/domain/claims/claim';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useRefusalText } from '../api/useRefusalText.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { useFormat } from '../format/useFormat.ts';
import { ClaimOpenDocument, ClaimPurchaseDocument, type ClaimPurchaseQuery, type Language } from '../gql/graphql.ts';
import { languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { piecesOf } from '../quotes/typed.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { LeaveDialog } from '../ui/LeaveDialog.tsx';
import { Page } from '../ui/Page.tsx';
import { useMomentHint } from '../ui/MomentInput.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import { useLeaveGuard } from '../ui/useLeaveGuard.ts';
import { Asked, ASKED_NOTHING, saidOf } from './Asked.tsx';
import { ClaimRows } from './ClaimRows.tsx';
import { LineChoice, type Chosen } from './LineChoice.tsx';
import { Preview, usePreview } from './Preview.tsx';

type Invoice = NonNullable<ClaimPurchaseQuery['invoice']>;

/** A claim on one purchase: what comes back or is broken, and, while it is filled in, what follows from the promise. */
export default function NewClaim() {
  const { invoiceId = '' } = useParams();
  const read = useRead(ClaimPurchaseDocument, { id: invoiceId });
  return (
    <PagePart of={read}>
      {({ invoice }) => (invoice?.kind === 'SALE' ? <Loaded invoice={invoice} /> : <NotFound />)}
    </PagePart>
  );
}

function Loaded({ invoice }: { invoice: Invoice }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const { asOf, timezone } = useBusiness();
  const mayWrite = useMayWrite('claims');
  const [kind, setKind] = useState<ClaimKind>('RETURN');
  const [now] = useState(() => {
    const wall = wallOf(businessNow({ asOf, timezone, now: new Date() }), timezone);
    return `${wall.on}T${wall.at}`;
  });
  const [claimedAt, setClaimedAt] = useState(now);
  const hint = useMomentHint(claimedAt);
  const [asked, setAsked] = useState(ASKED_NOTHING);
  const [told, setTold] = useState<Language>(graphqlLanguage(language));
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>({});
  const [open, busy] = useWrite(ClaimOpenDocument);
  const said = useRefusalText();
  const { customer } = invoice;
  const undated = claimedAt === '';
  const lines = invoice.invoiceLines.nodes.flatMap(({ id }) => {
    const said = chosen[id];
    if (!said) return [];
    const { pieces, serialFailed } = said;
    const details = { ...saidOf(asked, kind), ...said.details };
    return [{ lineId: id, quantity: piecesOf(pieces) ?? 0, details, serialFailed: serialFailed || null }];
  });
  const stated = {
    customerId: customer?.id ?? '',
    invoiceId: invoice.id,
    kind,
    // what was left as it was is left to the server, whose clock knows the seconds; emptied, nothing is asked of it
    claimedAt: undated || claimedAt === now ? null : momentOf(claimedAt, timezone).toISOString(),
    lines,
  };
  // nothing is decided for a number of pieces that nobody meant
  const wrong = lines.some(({ quantity }) => quantity === 0);
  const missing = undated ? 'undated' : lines.length === 0 ? 'chooseLines' : wrong ? 'mendPieces' : undefined;
  const preview = usePreview(stated, missing === undefined);
  const begun = lines.length > 0 || note !== '' || claimedAt !== now;
  const guard = useLeaveGuard(begun || asked.matter !== '' || Object.keys(asked.response).length > 0);
  if (!customer) return <NotFound />;
  const aboutPieces = (id: string): string | undefined => {
    if (lines.some(({ lineId, quantity }) => lineId === id && quantity === 0)) return t('errors.BAD_QUANTITY');
    const field = `lines.${lines.findIndex(({ lineId }) => lineId === id)}.quantity`;
    const problem = preview.problems.find(({ path }) => path?.join('.') === field);
    return problem && said(problem);
  };
  const submit = async () => {
    const { payload } = await open({ ...stated, language: told, note });
    if (!payload?.claim) return;
    guard.leave();
    void navigate(`/claims/${encodeURIComponent(payload.claim.id)}/show`);
  };
  return (
    <Page
      title={t('claims.new.title', { number: invoice.number })}
      intro={
        <>
          <CustomerLink customer={customer} /> · {format.sold(invoice.at)}
        </>
      }
    >
      <SideBySide shape="minmax(0, 1fr) minmax(0, 1fr)">
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Panel title={t('claims.new.what')}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
              <TextField
                select
                label={t('claims.column.kind')}
                value={kind}
                onChange={(event) => {
                  setKind(event.target.value as ClaimKind);
                  // what was said for one kind of claim says nothing for another
                  setChosen(
                    Object.fromEntries(Object.entries(chosen).map(([id, said]) => [id, { ...said, details: {} }])),
                  );
                }}
                slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
              >
                {CLAIM_KINDS.map((each) => (
                  <option key={each} value={each}>
                    {t(`values.ClaimKind.${each}`)}
                  </option>
                ))}
              </TextField>
              <TextField
                type="datetime-local"
                label={t('claims.new.at')}
                value={claimedAt}
                onChange={(event) => setClaimedAt(event.target.value)}
                error={undated}
                required
                helperText={undated ? t('claims.new.undated') : hint}
                slotProps={{ inputLabel: { shrink: true } }}
              />
            </Box>
            <Asked invoiceId={invoice.id} kind={kind} asked={asked} onChange={setAsked} />
          </Panel>
          <Panel title={t('claims.new.lines')}>
            <Box sx={{ display: 'grid', gap: 1 }}>
              {invoice.invoiceLines.nodes.map((line) => (
                <LineChoice
                  key={line.id}
                  line={line}
                  kind={kind}
                  chosen={chosen[line.id]}
                  badPieces={aboutPieces(line.id)}
                  onChange={(said) => {
                    const { [line.id]: _, ...others } = chosen;
                    setChosen(said ? { ...others, [line.id]: said } : others);
                  }}
                />
              ))}
            </Box>
          </Panel>
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0, position: { md: 'sticky' }, top: { md: 16 } }}>
          <Panel title={t('claims.new.follows')}>
            <Preview preview={preview} missing={missing} />
          </Panel>
          {mayWrite && (
            <Panel title={t('claims.new.enter')}>
              <Box sx={{ display: 'grid', gap: 2 }}>
                <TextField
                  select
                  label={t('claims.new.language')}
                  value={told}
                  onChange={(event) => setTold(event.target.value as Language)}
                  slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
                >
                  {CLAIM_LANGUAGES.map((each) => (
                    <option key={each} value={each}>
                      {languages.find(({ locale }) => locale.replace('-', '_') === each)?.name ?? each}
                    </option>
                  ))}
                </TextField>
                <TextField
                  label={t('claims.new.note')}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                  multiline
                  minRows={2}
                />
                <Box>
                  <Button
                    variant="contained"
                    disabled={busy || missing !== undefined || preview.refused}
                    onClick={() => void submit()}
                  >
                    {t('claims.new.submit')}
                  </Button>
                </Box>
              </Box>
            </Panel>
          )}
          {invoice.claims.nodes.length > 0 && (
            <Panel title={t('claims.new.earlier')}>
              <ClaimRows rows={invoice.claims.nodes} />
            </Panel>
          )}
        </Box>
      </SideBySide>
      <LeaveDialog guard={guard} />
    </Page>
  );
}
