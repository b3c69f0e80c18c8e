import { describe, expect, it } from 'vitest';
import { termKinds } from '../policies/kinds/all.ts';
import { answeringKinds, kindsAsked } from './answering-kinds.ts';
import type { ClaimKind } from './claim.ts';
import type { ClaimSaid } from './decide-claim.ts';

const say = (kind: ClaimSaid['kind'], on: string, details: ClaimSaid['details'] = {}): ClaimSaid => ({
  kind,
  on,
  details,
});

describe('which promises answer a claim', () => {
  it('follows the kind of claim; what is asked besides has to be said', () => {
    expect(answeringKinds(say('RETURN', '2011-03-02'))).toEqual(['returns']);
    expect(answeringKinds(say('RETURN', '2011-03-02', { remedy: {} })).sort()).toEqual(['remedy', 'returns']);
    expect(answeringKinds(say('REPAIR', '2011-03-02')).sort()).toEqual(['remedy', 'warranty']);
    expect(answeringKinds(say('SERVICE', '2011-03-02', { training: {} }))).toEqual(['training']);
    for (const bad of [say('RETURN', '2011-03-02', { training: {} }), say('SERVICE', '2011-03-02', { fees: {} })]) {
      expect(() => answeringKinds(bad)).toThrow(expect.objectContaining({ code: 'BAD_CLAIM_DETAILS' }));
    }
  });

  it('what is said for a kind is a record, or is refused by its name', () => {
    for (const kind of ['warranty', 'exclusions', 'response-target']) {
      for (const nothing of ['x', [1], 1, true, null]) {
        expect(() => answeringKinds(say('REPAIR', '2011-03-02', { [kind]: nothing }))).toThrow(
          expect.objectContaining({ code: 'BAD_CLAIM_DETAILS', path: ['details', kind] }),
        );
      }
    }
    expect(() => answeringKinds(say('REPAIR', '2011-03-02', { warranty: 'x' }))).toThrow(
      'details.warranty is "x"; it takes an object that may hold cause, part, newOwner.',
    );
  });

  it('a form can ask for every kind of term that answers any claim', () => {
    const asked = (['RETURN', 'REPAIR', 'REPLACEMENT', 'MAINTENANCE', 'SERVICE'] as const).flatMap((kind) => {
      const forms = kindsAsked(kind);
      return [...forms.always, ...forms.asked].map((each) => each.kind);
    });
    const silent = ['fees', 'exclusions'];
    expect([...new Set(asked)].sort()).toEqual(
      termKinds
        .map((each) => each.kind)
        .filter((kind) => !silent.includes(kind))
        .sort(),
    );
  });

  it('the kinds that answer anyway, and those that want to be told something', () => {
    const names = (kind: ClaimKind) => {
      const { always, asked } = kindsAsked(kind);
      return [always, asked].map((kinds) => kinds.map((each) => each.kind).sort());
    };
    expect(names('RETURN')).toEqual([['returns'], ['remedy']]);
    expect(names('REPAIR')).toEqual([['remedy', 'warranty'], []]);
    expect(names('REPLACEMENT')).toEqual([['remedy', 'warranty'], []]);
    expect(names('MAINTENANCE')).toEqual([['maintenance'], ['warranty']]);
    const [always, asked] = names('SERVICE');
    expect(always).toEqual([]);
    expect(asked).toContain('training');
    expect(asked).not.toContain('fees');
  });

  it('an error names the field, what stands there, and what can', () => {
    const refusal = (said: ClaimSaid) => {
      try {
        answeringKinds(said);
      } catch (error) {
        return error;
      }
      return undefined;
    };
    expect(refusal(say('RETURN', '2011-03-02', { training: {} }))).toMatchObject({
      code: 'BAD_CLAIM_DETAILS',
      message: 'details speaks of training; for this kind of claim it can speak of returns, remedy.',
      path: ['details', 'training'],
      params: { known: ['returns', 'remedy'] },
    });
    expect(refusal(say('SERVICE', '2011-03-02'))).toMatchObject({
      code: 'BAD_CLAIM_DETAILS',
      message: expect.stringContaining('details is empty; a claim for a service says which one:'),
      path: ['details'],
      params: { known: expect.arrayContaining(['training', 'installation']) },
    });
    expect(refusal(say('RETURN', '2011-03-02'))).toBeUndefined();
    expect(refusal(say('REPAIR', '2011-03-02', { warranty: 1 }))).toMatchObject({
      params: { known: ['cause', 'part', 'newOwner'] },
    });
    // left out is not given
    expect(refusal(say('REPAIR', '2011-03-02', { warranty: undefined }))).toBeUndefined();
  });
});
