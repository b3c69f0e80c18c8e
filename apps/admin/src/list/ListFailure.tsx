import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';

/** A list that did not come, in words, with a second try. */
export function ListFailure({ error, retry }: { error: Error; retry: () => void }) {
  const t = useWords();
  const translate = useTranslate();
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={retry}>
          {t('shell.retry')}
        </Button>
      }
    >
      {translate(error.message, { _: t('shell.failed') })}
    </Alert>
  );
}
