import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, useState } from 'react';
import type { ApiError } from '../api/errors.ts';
import { useRefusalText } from '../api/useRefusalText.ts';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { BothSides, type Dispute } from '../conflict/BothSides.tsx';
import { useJoined } from '../conflict/useJoined.ts';
import { ClaimChargesCheckDocument, ClaimChargesSetDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { Part } from '../ui/Part.tsx';
import { useCloseGuard } from '../ui/useCloseGuard.tsx';
import { ChargeRow } from './ChargeRow.tsx';
import { useFeeAmount } from './useFeeAmount.ts';
import {
  amountIn,
  anotherRow,
  enteredOf,
  isStated,
  lacksCode,
  statedOf,
  type Disclosed,
  type Entered,
} from './charges.ts';
import type { Claim } from './claim.ts';

/** The charges of a claim, checked against what was disclosed while they are typed. */
export function EditCharges({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const id = useId();
  const language = useLanguage();
  const disclosed = useRead(ClaimChargesCheckDocument, {
    id: claim.id,
    charges: [],
    language: graphqlLanguage(language),
  });
  const told = disclosed.data?.claimChargesCheck ?? undefined;
  // fees are charged in the money in which they were disclosed
  const currency = told?.currency ?? claim.refund.currency;
  const form = useJoined({ rows: enteredOf(claim) }, claim.version);
  const rows = form.values['rows'] as Entered[];
  const setRows = (changed: Entered[]) => form.change('rows', changed);
  const guard = useCloseGuard(() => form.changed, onClose);
  const charges = statedOf(rows, currency);
  const stated = (row: Entered) => isStated(row, currency);
  const wrong = rows.some((row) => amountIn(row, currency) === undefined || lacksCode(row));
  const read = useRead(
    ClaimChargesCheckDocument,
    { id: claim.id, charges, language: graphqlLanguage(language) },
    { keep: true },
  );
  const refusal = useRefusal();
  const [error, setError] = useState<ApiError | undefined>();
  const [save, busy] = useWrite(ClaimChargesSetDocument, { say: false, onRefusal: setError });
  const submit = async () => {
    const input = { id: claim.id, version: form.seen, charges };
    if (await form.save(async () => (await save(input)).payload !== undefined)) onClose();
  };
  const change = (key: number, part: Partial<Entered>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const rowInWords = (row: Entered) => {
    const amount = amountIn(row, currency);
    const kind = t(`values.ChargeKind.${row.kind ?? 'FEE'}`);
    return `${row.code} ${row.description} · ${kind} · ${amount === undefined ? row.amount : format.money(amount, currency)}`;
  };
  const inWords = (entered: unknown) => (entered as Entered[]).map(rowInWords).join('\n') || t('shell.form.none');
  const disputes = form.rivals.map(
    (rival): Dispute => ({
      key: rival.field,
      title: t('claims.charges.title'),
      mine: inWords(rows),
      theirs: inWords(rival.theirs),
      settle: (whose) => form.settle(rival, whose),
    }),
  );
  const checks = read.data?.claimChargesCheck?.checks ?? [];
  const blocked = checks.some(({ verdict }) => verdict === 'BLOCK');
  return (
    <Dialog open onClose={guard.onClose} aria-labelledby={id} maxWidth="md" fullWidth>
      <DialogTitle id={id}>{t('claims.charges.edit')}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {error && <Alert severity="error">{refusal(error)}</Alert>}
          <Part of={disclosed} height={60}>
            {({ claimChargesCheck }) => claimChargesCheck && <Schedule disclosed={claimChargesCheck} />}
          </Part>
          {rows.map((row, index) => (
            <ChargeRow
              key={row.key}
              row={row}
              n={index + 1}
              disclosed={told}
              currency={currency}
              check={stated(row) ? checks[rows.slice(0, index).filter(stated).length] : undefined}
              onChange={(part) => change(row.key, part)}
              onRemove={() => setRows(rows.filter((each) => each.key !== row.key))}
            />
          ))}
          <Box>
            <Button variant="outlined" onClick={() => setRows([...rows, anotherRow(rows)])}>
              {t('claims.charges.add')}
            </Button>
          </Box>
          <BothSides disputes={disputes} text={t('shell.conflict.wholeList')} />
          {blocked && <Alert severity="warning">{t('claims.charges.blocked')}</Alert>}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.form.cancel')}</Button>
        <Button
          variant="contained"
          disabled={busy || blocked || wrong || disputes.length > 0}
          onClick={() => void submit()}
        >
          {t('claims.charges.save')}
        </Button>
      </DialogActions>
      {guard.question}
    </Dialog>
  );
}

function useRefusal(): (error: ApiError) => string {
  const said = useRefusalText();
  return (error) => said(error.problems[0] ?? error);
}

/** What may be charged at all. */
function Schedule({ disclosed }: { disclosed: Disclosed }) {
  const t = useWords();
  const format = useFormat();
  const amountOf = useFeeAmount(disclosed.currency);
  return (
    <Box>
      <Typography variant="h3">{t('claims.charges.disclosed')}</Typography>
      {disclosed.schedule.length === 0 ? (
        <Typography>{t('claims.charges.nothingDisclosed')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {disclosed.schedule.map((fee) => (
            <li key={fee.code}>
              {format.pair(`${fee.label || fee.code} (${fee.code})`, amountOf(fee))}
              {fee.kinds.filter((kind) => kind !== 'FEE').map((kind) => ` · ${t(`values.ChargeKind.${kind}`)}`)}
              {fee.consent && ` · ${t('values.ChargeVerdict.NEEDS_CONSENT')}`}
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
}
