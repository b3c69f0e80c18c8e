import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { CHARGE_KINDS } from '@perennial/domain/claims/charges';
import { useId, useState } from 'react';
import type { ApiError } from '../api/errors.ts';
import { useRefusalText } from '../api/useRefusalText.ts';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { minorUnits } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';
import {
  ClaimChargesCheckDocument,
  ClaimChargesSetDocument,
  type ChargeKind,
  type ClaimChargesCheckQuery,
} from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { Part } from '../ui/Part.tsx';
import { Verdict } from './Verdict.tsx';
import type { Claim } from './claim.ts';

interface Entered {
  key: number;
  code: string;
  description: string;
  kind: ChargeKind;
  /** As typed, in the major unit. */
  amount: string;
}

type Trial = NonNullable<ClaimChargesCheckQuery['claimChargesCheck']>;

const stated = (rows: readonly Entered[], currency: string) =>
  rows
    .filter(({ code, amount }) => code.trim() !== '' && Number.isFinite(Number(amount)))
    .map(({ code, description, kind, amount }) => ({
      code: code.trim(),
      description,
      kind,
      amount: Math.round(Number(amount) * minorUnits(currency)),
      currency,
    }));

/** The charges of a claim, checked against what was disclosed while they are typed. */
export function EditCharges({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const language = useLanguage();
  const disclosed = useRead(ClaimChargesCheckDocument, {
    id: claim.id,
    charges: [],
    language: graphqlLanguage(language),
  });
  // fees are charged in the money in which they were disclosed
  const currency = disclosed.data?.claimChargesCheck?.currency ?? claim.refund.currency;
  const [rows, setRows] = useState<Entered[]>(() =>
    claim.charges.nodes.map((charge, key) => ({
      key,
      code: charge.code,
      description: charge.description,
      kind: charge.kind,
      amount: String(charge.amount.amount / minorUnits(charge.amount.currency)),
    })),
  );
  const charges = stated(rows, currency);
  const read = useRead(
    ClaimChargesCheckDocument,
    { id: claim.id, charges, language: graphqlLanguage(language) },
    { keep: true },
  );
  const refusal = useRefusal();
  const [error, setError] = useState<ApiError | undefined>();
  const [save, busy] = useWrite(ClaimChargesSetDocument, { say: false, onRefusal: setError });
  const submit = async () => {
    const { payload } = await save({ id: claim.id, version: claim.version, charges });
    if (payload) onClose();
  };
  const change = (key: number, part: Partial<Entered>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const blocked = read.data?.claimChargesCheck?.checks.some(({ verdict }) => verdict === 'BLOCK') ?? false;
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="md" fullWidth>
      <DialogTitle id={id}>{t('claims.charges.edit')}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {error && <Alert severity="error">{refusal(error)}</Alert>}
          <Part of={disclosed} height={60}>
            {({ claimChargesCheck }) => claimChargesCheck && <Disclosed trial={claimChargesCheck} />}
          </Part>
          {rows.map((row, index) => {
            const place = charges.findIndex((_, at) => at === rows.slice(0, index + 1).filter(isStated).length - 1);
            const check = isStated(row) ? read.data?.claimChargesCheck?.checks[place] : undefined;
            return (
              <Box
                key={row.key}
                role="group"
                aria-label={t('claims.charges.line', { n: index + 1 })}
                sx={{ display: 'grid', gap: 1, borderTop: 1, borderColor: 'divider', pt: 2 }}
              >
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                  <TextField
                    label={t('claims.charges.code')}
                    value={row.code}
                    onChange={(event) => change(row.key, { code: event.target.value })}
                    sx={{ width: 140 }}
                  />
                  <TextField
                    label={t('claims.charges.description')}
                    value={row.description}
                    onChange={(event) => change(row.key, { description: event.target.value })}
                    sx={{ flex: '1 1 180px' }}
                  />
                  <TextField
                    select
                    label={t('claims.charges.kind')}
                    value={row.kind}
                    onChange={(event) => change(row.key, { kind: event.target.value as ChargeKind })}
                    slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
                    sx={{ width: 180 }}
                  >
                    {CHARGE_KINDS.map((kind) => (
                      <option key={kind} value={kind}>
                        {t(`values.ChargeKind.${kind}`)}
                      </option>
                    ))}
                  </TextField>
                  <TextField
                    type="number"
                    label={`${t('claims.charges.amount')} (${currency})`}
                    value={row.amount}
                    onChange={(event) => change(row.key, { amount: event.target.value })}
                    slotProps={{ htmlInput: { min: 0, step: 1 / minorUnits(currency) } }}
                    sx={{ width: 140 }}
                  />
                  <Button onClick={() => setRows(rows.filter((each) => each.key !== row.key))}>
                    {t('claims.charges.remove')}
                  </Button>
                </Box>
                {check && <Verdict verdict={check.verdict} sentences={check.sentences} />}
              </Box>
            );
          })}
          <Box>
            <Button
              variant="outlined"
              onClick={() =>
                setRows([
                  ...rows,
                  {
                    key: 1 + Math.max(-1, ...rows.map(({ key }) => key)),
                    code: '',
                    description: '',
                    kind: 'FEE',
                    amount: '',
                  },
                ])
              }
            >
              {t('claims.charges.add')}
            </Button>
          </Box>
          {blocked && <Alert severity="warning">{t('claims.charges.blocked')}</Alert>}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.form.cancel')}</Button>
        <Button variant="contained" disabled={busy || blocked} onClick={() => void submit()}>
          {t('claims.charges.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const isStated = ({ code, amount }: Entered): boolean => code.trim() !== '' && Number.isFinite(Number(amount));

function useRefusal(): (error: ApiError) => string {
  const said = useRefusalText();
  return (error) => said(error.problems[0] ?? error);
}

/** What may be charged at all. */
function Disclosed({ trial }: { trial: Trial }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Box>
      <Typography variant="h3">{t('claims.charges.disclosed')}</Typography>
      {trial.schedule.length === 0 ? (
        <Typography>{t('claims.charges.nothingDisclosed')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {trial.schedule.map((fee) => (
            <li key={fee.code}>
              {format.pair(`${fee.label || fee.code} (${fee.code})`, format.money(fee.amount, trial.currency))}
              {fee.consent && ` · ${t('values.ChargeVerdict.NEEDS_CONSENT')}`}
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
}
