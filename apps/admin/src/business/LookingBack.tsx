import { Typography } from '@mui/material';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { useBusiness } from './BusinessContext.tsx';

type Looked =
  | 'warnings'
  | 'home'
  | 'customers'
  | 'customers.page'
  | 'quotes'
  | 'fulfilment'
  | 'claims'
  | 'policies.invoices'
  | 'promises'
  | 'plans';

/**
 * While the business looks back at an earlier day: one sentence on what this page shows all the same as it is now.
 *
 * @param until the day that the page stands at; left out: the one by which work is judged.
 */
export function LookingBack({ of, until }: { of: Looked; until?: string }) {
  const t = useWords();
  const format = useFormat();
  const { asOf, standsOn } = useBusiness();
  const latest = until ?? standsOn;
  if (asOf >= latest) return null;
  return (
    <Typography role="note" sx={{ mb: 2, maxWidth: 720 }}>
      {t(`${of}.lookingBack`, { day: format.date(asOf), latest: format.date(latest) })}
    </Typography>
  );
}
