import { Box, Button, Paper, TextField } from '@mui/material';
import { COMPLEXITIES } from '@perennial/domain/catalog/product';
import { EVERYTHING, type Applicability } from '@perennial/domain/policies/applicability';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { minorUnits } from '../../format/format.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { KindFields } from './KindFields.tsx';
import { ListField } from './ListField.tsx';

interface Props {
  term: Term;
  onChange: (term: Term) => void;
  onRemove: () => void;
}

const narrow = (to: Applicability): boolean => JSON.stringify(to) !== JSON.stringify(EVERYTHING);

/** One term: what is promised, and to which purchases. */
export function TermEditor({ term, onChange, onRemove }: Props) {
  const t = useWords();
  const language = useLanguage();
  const kind = kindOf(term.kind);
  const label = kind.label[language];
  const to = term.appliesTo;
  const scope = (change: Partial<Applicability>) => onChange({ ...term, appliesTo: { ...to, ...change } });
  return (
    <Paper component="section" aria-label={`${label} ${term.id}`} sx={{ p: 2, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
        <Box component="strong" sx={{ flex: 1, pt: 1 }}>
          {label}
        </Box>
        <Button size="small" color="secondary" onClick={onRemove}>
          {t('policies.editor.remove')}
        </Button>
      </Box>
      <KindFields form={kind.params} values={term.params} onChange={(params) => onChange({ ...term, params })} />
      <Box component="details" open={narrow(to)} sx={{ '& summary': { cursor: 'pointer', minHeight: 28 } }}>
        <summary>{t('policies.editor.scope')}</summary>
        <Box sx={{ display: 'grid', gap: 2, pt: 2 }}>
          <ListField
            label={t('policies.editor.regions')}
            value={to.regions}
            onChange={(regions) => scope({ regions })}
          />
          <ListField
            label={t('policies.editor.segments')}
            value={to.segments}
            onChange={(segments) => scope({ segments })}
          />
          <ListField
            label={t('policies.editor.productCodes')}
            value={to.productCodes}
            onChange={(productCodes) => scope({ productCodes })}
          />
          <ListField
            label={t('policies.editor.categories')}
            value={to.categories}
            onChange={(categories) => scope({ categories })}
          />
          <TextField
            select
            label={t('policies.editor.complexity')}
            value={to.complexity[0] ?? ''}
            onChange={(event) => scope({ complexity: COMPLEXITIES.filter((each) => each === event.target.value) })}
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          >
            <option value="">{t('shell.list.all')}</option>
            {COMPLEXITIES.map((each) => (
              <option key={each} value={each}>
                {t(`values.ProductComplexity.${each}`)}
              </option>
            ))}
          </TextField>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' }}>
            <Amount
              label={t('policies.editor.minValue')}
              value={to.minValue}
              onChange={(minValue) => scope({ minValue })}
            />
            <Amount
              label={t('policies.editor.maxValue')}
              value={to.maxValue}
              onChange={(maxValue) => scope({ maxValue })}
            />
          </Box>
          <TextField
            label={t('policies.editor.id')}
            value={term.id}
            helperText={t('policies.editor.idHint')}
            onChange={(event) => onChange({ ...term, id: event.target.value })}
          />
        </Box>
      </Box>
    </Paper>
  );
}

function Amount({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const { currency } = useBusiness();
  const unit = minorUnits(currency);
  return (
    <TextField
      type="number"
      label={`${label} (${currency})`}
      value={value === null ? '' : value / unit}
      onChange={(event) => onChange(event.target.value === '' ? null : Math.round(Number(event.target.value) * unit))}
      slotProps={{ htmlInput: { min: 0, step: 1 / unit } }}
    />
  );
}
