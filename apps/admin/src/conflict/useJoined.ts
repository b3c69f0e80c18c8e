import { useState } from 'react';
import { answered, chosen, followed, isChanged, type Fields, type Joined, type Rival, type Side } from './join.ts';

/**
 * What is typed on something stored that others may change too. Whenever another version of it is read, however that
 * came about, what is new in it is taken in beside what is typed (see `join.ts`). `of`: what it is a
 * version of, where the form outlives that.
 */
export function useJoined(stored: Fields, version: number, of?: string) {
  const [now, set] = useState<Joined>({ seen: version, of, base: stored, values: stored, rivals: [] });
  const state = followed(now, stored, version, of);
  // before anything of the older state is drawn, or sent under the newer version
  if (state !== now) set(state);
  return {
    ...state,
    changed: isChanged(state),
    change: (field: string, value: unknown) => set((each) => ({ ...each, values: { ...each.values, [field]: value } })),
    settle: (rival: Rival, whose: Side) => set((each) => chosen(each, rival, whose)),
    /** Saves by `write`, which says whether it worked. */
    async save(write: () => Promise<boolean>): Promise<boolean> {
      set((each) => ({ ...each, sent: each.values }));
      const saved = await write();
      set((each) => answered(each, saved));
      return saved;
    },
  };
}
