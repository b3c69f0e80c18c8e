import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { useFormContext } from 'react-hook-form';
import { FormConflictContext, type FormConflict } from './FormRivals.tsx';
import { fieldsOf, joinFields, sameValue, type Fields, type Rival } from './join.ts';

interface Props {
  of: string | undefined;
  /** What is stored by now. */
  stored: object;
  version: number | undefined;
  /** What was stored as far as the form knows, or what was saved from it since. */
  base: RefObject<Fields>;
  /** Something is on its way to be saved: until it is known what became of it, nothing else is taken in. */
  sending: boolean;
  rivals: readonly Rival[];
  onRivals: (rivals: readonly Rival[]) => void;
  children: ReactNode;
}

/** Takes what is new in what is stored into the form around, beside what is typed in it (see `join.ts`). */
export function Following({ of, stored, version, base, sending, rivals, onRivals, children }: Props) {
  const { getValues, setValue, reset } = useFormContext();
  const state = JSON.stringify([version, stored]);
  const known = useRef(state);
  useEffect(() => {
    if (sending || known.current === state) return;
    known.current = state;
    const theirs = fieldsOf(stored);
    const joined = joinFields(base.current, fieldsOf(getValues()), theirs, rivals);
    base.current = theirs;
    // why it was not saved stays said
    reset(stored, { keepErrors: true, keepSubmitCount: true });
    for (const [field, value] of Object.entries(joined.values)) {
      if (!sameValue(value, theirs[field])) setValue(field, value, { shouldDirty: true });
    }
    // of a new thing, what changes is what it begins with: nobody else's
    onRivals(of === undefined ? [] : joined.rivals);
  }, [of, stored, state, base, sending, rivals, onRivals, getValues, setValue, reset]);
  const conflict = useMemo(
    (): FormConflict => ({
      of,
      rivals,
      mineOf: (field) => getValues(field),
      settle: (rival, whose) => {
        if (whose === 'theirs') setValue(rival.field, rival.theirs, { shouldDirty: true });
        onRivals(rivals.filter((each) => each !== rival));
      },
    }),
    [of, rivals, onRivals, getValues, setValue],
  );
  return <FormConflictContext value={conflict}>{children}</FormConflictContext>;
}
