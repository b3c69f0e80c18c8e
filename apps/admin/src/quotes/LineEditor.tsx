import CloseIcon from '@mui/icons-material/Close';
import { Box, IconButton, TextField, Typography } from '@mui/material';
import { quotedAmount } from '@perennial/domain/quotes/rules';
import { UNIT_PRICE_SCALE } from '@perennial/domain/shared/money';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { ChooseProduct } from './ChooseProduct.tsx';

/** A line as it is being written; `unitPrice` null: not said yet. */
export interface LineDraft {
  key: string;
  productId: string;
  code: string;
  description: string;
  quantity: number;
  unitPrice: number | null;
  extras: readonly string[];
}

/** What a line's refusal can name. */
export type LineField = 'productId' | 'description' | 'quantity' | 'unitPrice';

interface Props {
  lines: readonly LineDraft[];
  currency: string;
  /** Said while there is no line. */
  empty?: string;
  /** What was refused about a field of the line that stands there. */
  problem?: (index: number, field: LineField) => string | undefined;
  onChange: (lines: LineDraft[]) => void;
}

const whole = (text: string): number => Math.max(0, Math.round(Number(text)) || 0);

/** The lines of an offer or a sale: products, how many, at what price. */
export function LineEditor({ lines, currency, empty, problem, onChange }: Props) {
  const t = useWords();
  const change = (key: string, values: Partial<LineDraft>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...values } : line)));
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {lines.length === 0 && <Typography color="textSecondary">{empty ?? t('quotes.lines.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {lines.map((line, index) => (
          <LineFields
            key={line.key}
            line={line}
            problem={(field) => problem?.(index, field)}
            currency={currency}
            onChange={(values) => change(line.key, values)}
            onRemove={() => onChange(lines.filter((each) => each.key !== line.key))}
          />
        ))}
      </Box>
      <ChooseProduct
        label={t('quotes.lines.add')}
        hint={t('quotes.lines.productHint')}
        onChoose={({ id, code, name, price, extras }) =>
          onChange([
            ...lines,
            {
              key: crypto.randomUUID(),
              productId: id,
              code,
              description: name,
              quantity: 1,
              unitPrice: price,
              extras: extras ?? [],
            },
          ])
        }
      />
    </Box>
  );
}

interface FieldsProps {
  line: LineDraft;
  currency: string;
  problem: (field: LineField) => string | undefined;
  onChange: (values: Partial<LineDraft>) => void;
  onRemove: () => void;
}

function LineFields({ line, currency, problem, onChange, onRemove }: FieldsProps) {
  const t = useWords();
  const format = useFormat();
  const { quantity, unitPrice } = line;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 1,
        rowGap: 1,
        alignItems: 'start',
        gridTemplateColumns: { xs: '1fr 1fr 48px', sm: 'minmax(0, 1fr) 88px 120px 110px 48px' },
      }}
    >
      <TextField
        label={`${t('quotes.lines.description')} (${line.code})`}
        value={line.description}
        onChange={(event) => onChange({ description: event.target.value })}
        size="small"
        multiline
        sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}
        error={(problem('productId') ?? problem('description')) !== undefined}
        helperText={
          problem('productId') ??
          problem('description') ??
          (line.extras.length > 0 && t('quotes.lines.extras', { list: format.list(line.extras) }))
        }
      />
      <TextField
        label={t('quotes.lines.quantity')}
        type="number"
        value={quantity}
        onChange={(event) => onChange({ quantity: whole(event.target.value) })}
        size="small"
        error={problem('quantity') !== undefined}
        helperText={problem('quantity')}
        slotProps={{ htmlInput: { min: 1, step: 1 } }}
      />
      <TextField
        label={`${t('quotes.lines.price')} (${currency})`}
        type="number"
        value={unitPrice === null ? '' : unitPrice / UNIT_PRICE_SCALE}
        onChange={(event) =>
          onChange({
            unitPrice: event.target.value === '' ? null : Math.round(Number(event.target.value) * UNIT_PRICE_SCALE),
          })
        }
        size="small"
        error={problem('unitPrice') !== undefined}
        helperText={problem('unitPrice')}
        slotProps={{ htmlInput: { min: 0, step: 'any' } }}
      />
      <Typography sx={{ textAlign: 'right', pt: 1, gridColumn: { xs: '1 / 3', sm: 'auto' } }}>
        {unitPrice === null ? '–' : format.money(quotedAmount({ quantity, unitPrice }, currency), currency)}
      </Typography>
      <IconButton aria-label={t('quotes.lines.remove', { name: line.description })} onClick={onRemove}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
