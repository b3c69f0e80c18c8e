import { Typography } from '@mui/material';
import { useFormat } from '../format/useFormat.ts';
import type { ImportPreviewQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

type Row = NonNullable<ImportPreviewQuery['importPreview']>['rows'][number];

type Told = Pick<Row, 'fault' | 'field' | 'currency'> & ({ outcome: string | null } | { reason: string });

const OTHER_KIND: ReadonlySet<string | null> = new Set(['SALE_ON_RECORD', 'RETURN_ON_RECORD']);

/** Of the invoice that it is of, or of the line itself. */
function inAnother(field: Told['field'], currency: string | null) {
  if (field === 'invoice') return 'importing.inCurrency';
  return currency === null ? 'importing.inAnother' : 'importing.inOther';
}

/** What exactly is wrong with a line that is set aside, and with which of its values. */
export function Why({ of: { fault, field, currency, ...line } }: { of: Told }) {
  const t = useWords();
  const format = useFormat();
  const why = 'reason' in line ? line.reason : line.outcome;
  const otherKind = OTHER_KIND.has(why) ? t('importing.otherKind') : null;
  const other = why === 'OTHER_CURRENCY' ? inAnother(field, currency) : null;
  const wrong = other ? t(other, { currency: currency ?? '' }) : fault ? t(`importing.fault.${fault}`) : otherKind;
  return wrong ? (
    <Typography variant="caption" color="textSecondary" component="div">
      {field ? format.pair(t(`importing.target.${field}`), wrong) : wrong}
    </Typography>
  ) : null;
}
