import { createContext, useContext, type ReactNode } from 'react';
import { NameOf } from '../audit/Subject.tsx';
import { useAuditWords } from '../audit/useAuditWords.ts';
import { BothSides } from './BothSides.tsx';
import type { Rival, Side } from './join.ts';

/** What waits for a choice in the form around, and what the form is about. */
export interface FormConflict {
  /** The kind of thing, by the schema's name. */
  of?: string | undefined;
  rivals: readonly Rival[];
  /** What the field holds here by now. */
  mineOf: (field: string) => unknown;
  settle: (rival: Rival, whose: Side) => void;
}

export const FormConflictContext = createContext<FormConflict | undefined>(undefined);

/** A thing by its key, as choices of a form hold it. */
const KEY = /^[A-Z]\w*_[0-9a-f-]{36}$/;

/** What somebody else saved for fields of this form that were changed here too, beside what stands here. */
export function FormRivals() {
  const words = useAuditWords();
  const conflict = useContext(FormConflictContext);
  if (!conflict?.of) return null;
  const { of, rivals, mineOf, settle } = conflict;
  const say = (field: string, value: unknown): ReactNode =>
    typeof value === 'string' && KEY.test(value) ? <NameOf subject={value} /> : words.value(of, field, value, null);
  return (
    <BothSides
      disputes={rivals.map((rival) => ({
        key: rival.field,
        title: words.field(of, rival.field),
        mine: say(rival.field, mineOf(rival.field)),
        theirs: say(rival.field, rival.theirs),
        settle: (whose) => settle(rival, whose),
      }))}
    />
  );
}
