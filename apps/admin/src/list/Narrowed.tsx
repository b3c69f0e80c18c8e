import CloseIcon from '@mui/icons-material/Close';
import { Box, Button } from '@mui/material';
import { HEALTH_BUCKETS } from '@perennial/domain/insights/health-buckets';
import type { ListControllerResult, RaRecord } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { customerName } from '../customers/customerName.ts';
import { useFormat } from '../format/useFormat.ts';
import { CustomerNameDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column, FilterField, View } from './column.ts';
import { choicesSaid, narrowings, viewOf, type Narrowing } from './narrowings.ts';

interface Props<Row extends RaRecord> {
  list: ListControllerResult<Row>;
  columns: readonly Column<Row>[];
  filters: readonly FilterField[];
  views: readonly View[];
}

/** What the list is narrowed by that no field and no view shows, each to be taken away: one sees what one counts. */
export function Narrowed<Row extends RaRecord>({ list, columns, filters, views }: Props<Row>) {
  const t = useWords();
  const values = (list.filterValues ?? {}) as Record<string, unknown>;
  const found = narrowings(
    values,
    filters.map(({ key }) => key),
    views,
  );
  const customer = found.find(({ field }) => field === 'customerId')?.value;
  const named = useRead(CustomerNameDocument, { id: String(customer) }, { enabled: customer !== undefined }).data;
  const format = useFormat();
  const say = useSaid();
  if (found.length === 0) return null;
  const words = (each: Narrowing) => {
    const view = viewOf(each, values, views);
    if (view) return t(view.label);
    if (each.field === 'currency') return String(each.value);
    if (each.field === 'id') return t('shell.list.chosen');
    if (each.field === 'customerId') {
      return named?.customer ? customerName(named.customer, t) : t('shell.list.oneCustomer');
    }
    const column = columns.find(({ key, sort }) => key === each.field || sort === each.field);
    const choices = choicesSaid(each, column?.choice);
    return choices ? format.list(choices) : say(each, column?.label);
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
      {found.map((each) => {
        const name = words(each);
        return (
          <Button
            key={each.field}
            size="small"
            variant="outlined"
            color="secondary"
            endIcon={<CloseIcon fontSize="small" aria-hidden />}
            aria-label={t('shell.list.removeFilter', { name })}
            onClick={() =>
              list.setFilters(Object.fromEntries(Object.entries(values).filter(([key]) => !each.keys.includes(key))))
            }
          >
            {name}
          </Button>
        );
      })}
    </Box>
  );
}

/** A range in words: days, money or numbers. What has no words says at least that the list is narrowed. */
function useSaid(): (narrowing: Narrowing, label: Column<never>['label'] | undefined) => string {
  const t = useWords();
  const format = useFormat();
  const { currency } = useBusiness();
  const value = (field: string, of: unknown): string => {
    if (typeof of === 'number') return field === 'value' ? format.money(of, currency) : format.number(of);
    const text = String(of);
    return text.includes('T') ? format.day(text) : format.date(text);
  };
  return ({ field, from, to }, label) => {
    const bucket = field === 'health' && HEALTH_BUCKETS.find((each) => each.from === from && each.to === to);
    let said: string | undefined;
    if (bucket) said = t(`values.HealthBucket.${bucket.name}`);
    else if (from !== undefined && to !== undefined) {
      said = t('shell.list.range', { from: value(field, from), to: value(field, to) });
    } else if (from !== undefined) said = t('shell.list.from', { from: value(field, from) });
    else if (to !== undefined) said = t('shell.list.upTo', { to: value(field, to) });
    if (said === undefined) return t('shell.list.narrowed');
    return label ? format.pair(t(label), said) : said;
  };
}
