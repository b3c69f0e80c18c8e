import { DateInput, TextInput, required } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';
import { StaffInput } from '../staff/StaffInput.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';

interface Props {
  currency: string;
  /** A plan may lose its owner; it is not begun without one. */
  ownerRequired?: boolean;
}

/** What a plan says of itself: name, goal, owner, first day and budget. */
export function PlanFields({ currency, ownerRequired = false }: Props) {
  const t = useWords();
  return (
    <>
      <TextInput source="name" label={t('plans.name')} validate={required()} helperText={false} />
      <TextInput source="goal" label={t('plans.goal')} validate={required()} helperText={false} multiline minRows={2} />
      <StaffInput source="ownerId" label={t('plans.owner')} {...(ownerRequired ? { validate: required() } : {})} />
      <DateInput source="startsOn" label={t('plans.begins')} validate={required()} helperText={false} />
      <MoneyInput source="budget" label={t('plans.money.budget')} currency={currency} />
    </>
  );
}
