import { momentOf, wallOf } from '@perennial/domain/shared/business-clock';
import { TextInput, required } from 'react-admin';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  source: string;
  label: string;
  needed?: boolean;
}

/**
 * A day and time on the clocks of the business, wherever the browser is: what was typed is what every page will show.
 * See {@link useWallTime} for the moments they stand for.
 */
export function MomentInput({ source, label, needed = false }: Props) {
  const t = useWords();
  const { timezone } = useBusiness();
  return (
    <TextInput
      source={source}
      type="datetime-local"
      label={label}
      helperText={t('shell.form.zone', { zone: timezone })}
      slotProps={{ inputLabel: { shrink: true } }}
      {...(needed ? { validate: required() } : {})}
    />
  );
}

/** Between moments, as the server has them, and what a {@link MomentInput} holds. */
export function useWallTime() {
  const { timezone } = useBusiness();
  return {
    /** @param moment ISO. */
    typed(moment: string): string {
      const { on, at } = wallOf(new Date(moment), timezone);
      return `${on}T${at}`;
    },
    /** @returns ISO, in UTC. */
    momentOf: (wall: string): string => momentOf(wall, timezone).toISOString(),
  };
}
