import { TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { QuoteDeclineDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Quote } from './quote.ts';

/** The customer said no: closes the quote with the reason, from which the next one is better. */
export function DeclineQuote({ quote, open, onClose }: { quote: Quote; open: boolean; onClose: () => void }) {
  const t = useWords();
  const [decline] = useWrite(QuoteDeclineDocument, { say: false });
  return (
    <FormDialog<{ reason: string }>
      open={open}
      title={t('quotes.declineTitle')}
      action={t('quotes.declineAction')}
      maxWidth="xs"
      onClose={onClose}
      onSubmit={async ({ reason }) => (await decline({ id: quote.id, version: quote.version, reason })).errors}
    >
      <TextInput
        source="reason"
        label={t('quotes.reason')}
        validate={required()}
        helperText={false}
        multiline
        minRows={2}
        autoFocus
      />
    </FormDialog>
  );
}
