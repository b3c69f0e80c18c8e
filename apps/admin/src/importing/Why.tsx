import { Typography } from '@mui/material';
import { useFormat } from '../format/useFormat.ts';
import type { ImportPreviewQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

type Row = NonNullable<ImportPreviewQuery['importPreview']>['rows'][number];

/** What exactly is wrong with a line that is set aside, and with which of its values. */
export function Why({ of: { fault, field, currency } }: { of: Pick<Row, 'fault' | 'field' | 'currency'> }) {
  const t = useWords();
  const format = useFormat();
  const wrong = currency ? t('importing.inCurrency', { currency }) : fault ? t(`importing.fault.${fault}`) : null;
  return wrong ? (
    <Typography variant="caption" color="textSecondary" component="div">
      {field ? format.pair(t(`importing.target.${field}`), wrong) : wrong}
    </Typography>
  ) : null;
}
