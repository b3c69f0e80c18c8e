import { describe, expect, test } from 'vitest';
import { checkTexts } from './storable-text.ts';

const LONE = '\ud83d';

describe('a text that no database can keep', () => {
  test('is refused with its field and what to do, at any depth', () => {
    for (const bad of ['\0', `a\0b`, LONE, `x${LONE}x`, '\udc4d\ud83d']) {
      expect(() => checkTexts({ lines: [{ note: 'fine' }, { note: bad }] })).toThrow(
        expect.objectContaining({
          code: 'TEXT_UNREADABLE',
          path: ['lines', '1', 'note'],
          params: { field: 'note' },
          message: expect.stringMatching(/^lines\.1\.note: .*take it out/),
        }),
      );
    }
  });

  test('and so is one as a name within a document', () => {
    expect(() => checkTexts({ details: { [`a${LONE}`]: 1 } })).toThrow(
      expect.objectContaining({ code: 'TEXT_UNREADABLE', path: ['details'] }),
    );
    expect(() => checkTexts({ '\0': 1 })).toThrow(expect.objectContaining({ path: [], params: { field: '' } }));
  });

  test('whatever else is said stands', () => {
    const said = { a: '👍 “誠信”\n\t\u0001', b: null, c: undefined, d: 1, e: true, f: [new Date(0), ['']], g: {} };
    expect(() => checkTexts(said)).not.toThrow();
  });
});
