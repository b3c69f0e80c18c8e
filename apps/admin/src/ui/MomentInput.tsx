import { momentOf, shownInstead, wallOf } from '@perennial/domain/shared/business-clock';
import { TextInput, required } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
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
  const hint = useMomentHint(useWatch({ name: source }) as unknown);
  return (
    <TextInput
      source={source}
      type="datetime-local"
      label={label}
      helperText={hint}
      slotProps={{ inputLabel: { shrink: true } }}
      {...(needed ? { validate: required() } : {})}
    />
  );
}

const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** What stands beside a day and time that is typed: whose clocks it is on, and what is taken for it where they skip it. */
export function useMomentHint(typed: unknown): string {
  const t = useWords();
  const format = useFormat();
  const { timezone } = useBusiness();
  const zone = t('shell.form.zone', { zone: timezone });
  if (typeof typed !== 'string' || !WALL.test(typed) || !shownInstead(typed, timezone)) return zone;
  const taken = format.time(momentOf(typed, timezone).toISOString());
  return format.sentences([zone, t('shell.form.skipped', { skipped: typed.slice(11, 16), taken })]);
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
