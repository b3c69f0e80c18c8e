import CloseIcon from '@mui/icons-material/Close';
import { Box, IconButton, TextField, Typography } from '@mui/material';
import { quotedAmount } from '@perennial/domain/quotes/rules';
import { UNIT_PRICE_SCALE } from '@perennial/domain/shared/money';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { ChooseProduct } from './ChooseProduct.tsx';
import { listPriceIn, piecesOf, priceOf, typed, unitPriceOf, type LineDraft } from './typed.ts';

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
        onChoose={(product) => {
          const { id, code, name, price, extras } = product;
          onChange([
            ...lines,
            {
              key: crypto.randomUUID(),
              productId: id,
              code,
              description: name,
              quantity: '1',
              unitPrice: typed(price, UNIT_PRICE_SCALE),
              listPrice: listPriceIn(currency, product),
              extras: extras ?? [],
            },
          ]);
        }}
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

/** A number's field is no wider than its number; what is said below it takes all of that. */
const NARROW = { sx: { mx: 0 } };

function LineFields({ line, currency, problem, onChange, onRemove }: FieldsProps) {
  const t = useWords();
  const format = useFormat();
  const quantity = piecesOf(line.quantity);
  const unitPrice = priceOf(line);
  const unsaid = unitPriceOf(line.unitPrice) === null;
  const badQuantity = quantity === undefined ? t('errors.BAD_QUANTITY') : problem('quantity');
  const badPrice =
    unitPrice !== undefined
      ? problem('unitPrice')
      : unsaid
        ? t('errors.PRICE_MISSING', { code: line.code })
        : t('shell.form.badAmount', { digits: Math.log10(UNIT_PRICE_SCALE) });
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
        value={line.quantity}
        onChange={(event) => onChange({ quantity: event.target.value })}
        size="small"
        error={badQuantity !== undefined}
        helperText={badQuantity}
        slotProps={{ htmlInput: { min: 1, step: 1 }, formHelperText: NARROW }}
      />
      <TextField
        label={`${t('quotes.lines.price')} (${currency})`}
        type="number"
        value={line.unitPrice}
        onChange={(event) => onChange({ unitPrice: event.target.value })}
        size="small"
        error={badPrice !== undefined}
        helperText={badPrice ?? (unsaid && t('quotes.lines.listPrice'))}
        placeholder={typed(line.listPrice, UNIT_PRICE_SCALE)}
        slotProps={{
          htmlInput: { min: 0, step: 'any' },
          formHelperText: NARROW,
          // the list price that stands in an empty field is to be seen before anybody goes there
          inputLabel: { shrink: true },
        }}
      />
      <Typography sx={{ textAlign: 'right', pt: 1, gridColumn: { xs: '1 / 3', sm: 'auto' } }}>
        {quantity === undefined || unitPrice === undefined
          ? '–'
          : format.money(quotedAmount({ quantity, unitPrice }, currency), currency)}
      </Typography>
      <IconButton aria-label={t('quotes.lines.remove', { name: line.description })} onClick={onRemove}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
