import { SelectInput, type SelectInputProps } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { StaffNamesDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

/** Chooses who is in charge, among those who may work on it, or nobody. */
export function StaffInput(props: Omit<SelectInputProps, 'choices'>) {
  const t = useWords();
  const people = useRead(StaffNamesDocument, {}).data?.staffMembers.nodes ?? [];
  return (
    <SelectInput
      {...props}
      choices={people.map(({ id, name }) => ({ id, name }))}
      emptyText={t('shell.nobody')}
      helperText={false}
    />
  );
}
