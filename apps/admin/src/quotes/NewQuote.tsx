import { TextInput, required } from 'react-admin';
import { useNavigate } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { QuoteCreateDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';

interface Props {
  customerId: string;
  /** What the customer is called. */
  name: string;
  open: boolean;
  onClose: () => void;
}

/** Begins a quote for a customer. */
export function NewQuote({ customerId, name, open, onClose }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const [create] = useWrite(QuoteCreateDocument, { say: false });
  return (
    <FormDialog<{ title: string }>
      open={open}
      title={t('quotes.newFor', { name })}
      action={t('quotes.create')}
      maxWidth="xs"
      onClose={onClose}
      onSubmit={async ({ title }) => {
        const { payload, errors } = await create({ customerId, title });
        if (!payload?.quote) return errors;
        await navigate(`/quotes/${encodeURIComponent(payload.quote.id)}/show`);
        return undefined;
      }}
    >
      <TextInput source="title" label={t('quotes.field.title')} validate={required()} helperText={false} autoFocus />
    </FormDialog>
  );
}
