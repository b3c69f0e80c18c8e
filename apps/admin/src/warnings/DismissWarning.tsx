import { TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { WarningDismissDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { WarningRow } from './row.ts';

interface Props {
  warning: WarningRow;
  name: string;
  open: boolean;
  onClose: () => void;
}

/** "Not a risk because …": a warning is put away only with a reason a colleague can read. */
export function DismissWarning({ warning, name, open, onClose }: Props) {
  const t = useWords();
  const [dismiss] = useWrite(WarningDismissDocument, { say: false });
  return (
    <FormDialog<{ reason: string }>
      open={open}
      title={t('warnings.dismissTitle', { name })}
      action={t('warnings.dismissAction')}
      maxWidth="xs"
      onClose={onClose}
      onSubmit={async ({ reason }) => (await dismiss({ id: warning.id, version: warning.version, reason })).errors}
    >
      <TextInput
        source="reason"
        label={t('warnings.dismissReason')}
        helperText={t('warnings.dismissHint')}
        validate={required()}
        multiline
        minRows={2}
        autoFocus
      />
    </FormDialog>
  );
}
