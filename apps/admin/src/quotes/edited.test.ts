import { describe, expect, it } from 'vitest';
import { editedOf } from './edited.ts';
import type { Revision } from './quote.ts';

const round = (id: string, status: Revision['status']) => ({ id, status });

describe('S11 the round whose editor is open', () => {
  const typed = { of: 'r1', any: true, lines: false };

  it('is the draft, for those who may write it', () => {
    const rounds = [round('r1', 'SENT'), round('r2', 'DRAFT')];
    expect(editedOf(rounds, true)?.id).toBe('r2');
    expect(editedOf(rounds, false)).toBeUndefined();
  });

  it('stays the one that somebody else sent while something was typed in it, until there is a draft again', () => {
    expect(editedOf([round('r1', 'SENT')], true, typed)?.id).toBe('r1');
    expect(editedOf([round('r1', 'SENT')], true, { ...typed, any: false })).toBeUndefined();
    expect(editedOf([round('r1', 'SENT'), round('r2', 'DRAFT')], true, typed)?.id).toBe('r2');
    // they had the quote answered meanwhile
    expect(editedOf([round('r1', 'ACCEPTED')], false, typed)?.id).toBe('r1');
  });

  it('is none where the draft was thrown away', () => {
    expect(editedOf([round('r1', 'SENT')], true, { ...typed, of: 'r2' })).toBeUndefined();
  });
});
