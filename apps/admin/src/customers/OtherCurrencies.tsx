import { Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { CustomersElsewhereDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

/** One quiet line on a page that ranks customers by money, about those whose money cannot be ranked; nothing without any. */
export function OtherCurrencies({ of }: { of: 'warnings' | 'customers' }) {
  const t = useWords();
  const format = useFormat();
  const { currency } = useBusiness();
  const { customers, invoices } = useRead(CustomersElsewhereDocument, { currency }).data ?? {};
  const count = customers?.totalCount ?? 0;
  // some of them may be of customers whose other purchases are in the business's currency
  const sold = of === 'customers' ? (invoices?.totalCount ?? 0) : 0;
  if (count === 0 && sold === 0) return null;
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mb: 2, maxWidth: 720 }}>
      {format.sentences([
        ...(sold > 0 ? [t('customers.oneCurrency', { smart_count: sold, count: format.number(sold), currency })] : []),
        ...(count > 0 ? [t(`${of}.elsewhere`, { smart_count: count, count: format.number(count), currency })] : []),
      ])}
      {of === 'customers' && count > 0 && (
        <>
          {format.gap}
          <Link component={RouterLink} to={`/customers?filter=${encodeURIComponent(JSON.stringify({ currency }))}`}>
            {t('customers.onlyIn', { currency })}
          </Link>
        </>
      )}
    </Typography>
  );
}
