import { describe, expect, it } from 'vitest';
import { editedOf } from './edited.ts';
import type { Revision } from './quote.ts';

const round = (id: string, status: Revision['status']) => ({ id, status });

describe('C3 the round whose editor is open', () => {
  const typed = { of: round('r1', 'DRAFT'), any: true, lines: false };

  it('is the draft, for those who may write it', () => {
    const rounds = [round('r1', 'SENT'), round('r2', 'DRAFT')];
    expect(editedOf(rounds, true)?.id).toBe('r2');
    expect(editedOf(rounds, false)).toBeUndefined();
  });

  it('stays the one that somebody else sent while something was typed in it, until there is a draft again', () => {
    expect(editedOf([round('r1', 'SENT')], true, typed)).toEqual(round('r1', 'SENT'));
    expect(editedOf([round('r1', 'SENT')], true, { ...typed, any: false })).toBeUndefined();
    expect(editedOf([round('r1', 'SENT'), round('r2', 'DRAFT')], true, typed)?.id).toBe('r2');
    // they had the quote answered meanwhile
    expect(editedOf([round('r1', 'ACCEPTED')], false, typed)?.id).toBe('r1');
  });

  it('stays the one that somebody else threw away while something was typed in it', () => {
    const gone = { ...typed, of: round('r2', 'DRAFT') };
    expect(editedOf([round('r1', 'SENT')], true, gone)?.id).toBe('r2');
    expect(editedOf([round('r1', 'SENT')], true, { ...gone, any: false })).toBeUndefined();
  });
});
