import { Box, Button, TextField } from '@mui/material';
import type { ChargeKind } from '@perennial/domain/policies/kinds/charge-kinds';
import { chargeKind } from '@perennial/domain/claims/fee-schedule';
import { minorDigits } from '@perennial/domain/shared/money';
import { minorUnits } from '../format/format.ts';
import { useWords } from '../i18n/useWords.ts';
import { ChargeCode } from './ChargeCode.tsx';
import { Verdict } from './Verdict.tsx';
import { amountIn, feeWithCode, kindsToName, lacksCode, type Disclosed, type Entered } from './charges.ts';

interface Props {
  row: Entered;
  /** Its place among the rows, from 1. */
  n: number;
  disclosed: Disclosed | undefined;
  currency: string;
  check: Disclosed['checks'][number] | undefined;
  onChange: (part: Partial<Entered>) => void;
  onRemove: () => void;
}

/** One charge being entered, and what the guard says of it. */
export function ChargeRow({ row, n, disclosed, currency, check, onChange, onRemove }: Props) {
  const t = useWords();
  const wrong = amountIn(row, currency) === undefined;
  const fee = feeWithCode(disclosed?.schedule ?? [], row.code);
  return (
    <Box
      role="group"
      aria-label={t('claims.charges.line', { n })}
      sx={{ display: 'grid', gap: 1, borderTop: 1, borderColor: 'divider', pt: 2 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 1.5 }}>
        {/* what was said of one code is not said of another */}
        <ChargeCode
          disclosed={disclosed}
          code={row.code}
          missing={lacksCode(row)}
          onChange={(code) => onChange(code === row.code ? {} : { code, kind: undefined })}
        />
        <TextField
          label={t('claims.charges.description')}
          value={row.description}
          // what the customer reads where nothing is said
          placeholder={fee?.label ?? ''}
          onChange={(event) => onChange({ description: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ flex: '2 1 180px', '& input::placeholder': { color: 'text.secondary', opacity: 1 } }}
        />
        <TextField
          select
          label={t('claims.charges.kind')}
          value={chargeKind(row.kind, fee)}
          onChange={(event) => onChange({ kind: event.target.value as ChargeKind })}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          sx={{ flex: '1 1 150px' }}
        >
          {kindsToName(fee).map((kind) => (
            <option key={kind} value={kind}>
              {t(`values.ChargeKind.${kind}`)}
            </option>
          ))}
        </TextField>
        <TextField
          type="number"
          label={`${t('claims.charges.amount')} (${currency})`}
          value={row.amount}
          onChange={(event) => onChange({ amount: event.target.value })}
          error={wrong}
          helperText={wrong && t('shell.form.badAmount', { digits: minorDigits(currency) })}
          slotProps={{ htmlInput: { min: 0, step: 1 / minorUnits(currency) } }}
          sx={{ flex: '1 1 120px' }}
        />
        <Button onClick={onRemove}>{t('claims.charges.remove')}</Button>
      </Box>
      {check && <Verdict verdict={check.verdict} sentences={check.sentences} />}
    </Box>
  );
}
