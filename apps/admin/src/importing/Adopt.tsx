import { Alert, Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { BusinessUpdateDocument, DealingsDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  /** Those of the file. */
  currency: string;
  timeZone: string;
}

/**
 * What the file's money means for a business that counts in other money: one click makes it the business's while that
 * still can be, and says that afterwards it cannot; later it says what becomes of such sales.
 */
export function Adopt({ currency, timeZone }: Props) {
  const t = useWords();
  const notify = useNotify();
  const business = useBusiness();
  const owner = useMayWrite('settings');
  const dealings = useRead(DealingsDocument, {}).data?.dealings;
  const [update, busy] = useWrite(BusinessUpdateDocument);
  if (!dealings) return null;
  const values = { business: business.currency, file: currency, zone: business.timezone, fileZone: timeZone };
  const otherMoney = currency !== business.currency;
  if (dealings.currencyFixed) {
    return otherMoney ? <Alert severity="warning">{t('importing.origin.fixed', values)}</Alert> : null;
  }
  const otherClock = timeZone !== business.timezone;
  if (!otherMoney && !otherClock) {
    return <Typography color="textSecondary">{t('importing.origin.first', values)}</Typography>;
  }
  const adopt = async () => {
    const { payload } = await update({ version: business.version, currency, timezone: timeZone });
    if (payload) notify('importing.origin.adopted', { type: 'success', messageArgs: values });
  };
  const which = otherMoney ? (otherClock ? 'both' : 'money') : 'clock';
  return (
    <Alert severity={otherMoney ? 'warning' : 'info'}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {otherMoney && <span>{t('importing.origin.differs', values)}</span>}
        {otherClock && <span>{t('importing.origin.otherClock', values)}</span>}
        {owner ? (
          <Button size="small" variant="outlined" disabled={busy} onClick={() => void adopt()}>
            {t(`importing.origin.adopt.${which}`, values)}
          </Button>
        ) : (
          <span>{t('importing.origin.askOwner')}</span>
        )}
      </Box>
    </Alert>
  );
}
