import { describe, expect, it } from 'vitest';
import { ASKED_NOTHING, saidOf } from './Asked.tsx';
import { namedIn } from './namedIn.ts';

describe('C5 what was asked for is told afterwards', () => {
  it('in the words of who asked, as the form says them', () => {
    const details = saidOf({ ...ASKED_NOTHING, matter: ' Gift wrapping on request ' }, 'SERVICE');
    expect(namedIn([{ details }])).toEqual(['Gift wrapping on request']);
  });

  it('once, though every line of the claim says it', () => {
    const asks = (...matter: string[]) => ({ details: { exclusions: { matter } } });
    expect(namedIn([asks('Engraving'), asks(' Engraving'), asks('Dyeing'), asks()])).toEqual(['Engraving', 'Dyeing']);
  });

  it('where nothing was asked for by a name, nothing is told', () => {
    const nothing = [
      {},
      null,
      'x',
      { exclusions: 'x' },
      { exclusions: { matter: 'x' } },
      { training: { topic: ['a'] } },
    ];
    expect(namedIn(nothing.map((details) => ({ details })))).toEqual([]);
  });
});
