import { TextField } from '@mui/material';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { StaffNamesDocument, WarningAssignDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { ownerChoices } from './ownerChoices.ts';
import type { WarningRow } from './row.ts';

/** Who looks after this customer: chosen, it is theirs. */
export function AssignWarning({ warning, name }: { warning: WarningRow; name: string }) {
  const t = useWords();
  const people = useRead(StaffNamesDocument, {}).data?.staffMembers.nodes ?? [];
  const [assign, busy] = useWrite(WarningAssignDocument);
  return (
    <TextField
      select
      label={t('warnings.owner')}
      value={warning.owner?.id ?? ''}
      disabled={busy}
      onChange={({ target }) =>
        void assign({ id: warning.id, version: warning.version, ownerId: target.value === '' ? null : target.value })
      }
      slotProps={{
        select: { native: true },
        inputLabel: { shrink: true },
        htmlInput: { 'aria-label': t('warnings.ownerOf', { name }) },
      }}
    >
      <option value="">{t('shell.nobody')}</option>
      {ownerChoices(people, warning.owner).map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </TextField>
  );
}
