import { Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useWords } from '../i18n/useWords.ts';
import { customerName } from './customerName.ts';

/** A customer by name, leading to their page. `plain`: among other columns of a list, where nothing has to stand out. */
export function CustomerLink({
  customer,
  plain = false,
}: {
  customer: { id: string; number: string; name?: string | null };
  plain?: boolean;
}) {
  const t = useWords();
  return (
    <Link
      component={RouterLink}
      to={`/customers/${encodeURIComponent(customer.id)}/show`}
      color={plain ? 'textPrimary' : 'primary'}
    >
      {customerName(customer, t)}
    </Link>
  );
}
