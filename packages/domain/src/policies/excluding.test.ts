import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Applicability } from './applicability.ts';
import { excluding } from './excluding.ts';
import type { Term } from './terms.ts';

const declared = (id: string, matters: string[], appliesTo: Partial<Applicability> = {}, referTo = ''): Term => ({
  id,
  kind: 'exclusions',
  params: { matters, referTo },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const french = { ...EVERYTHING, regions: ['France'] };

describe('C48 declaring one more matter as not served', () => {
  it('takes nothing back of what was declared for the same purchases, here or in another policy', () => {
    const draft = [declared('all', ['engraving'], {}, 'Anna'), declared('key', ['sewing'], { segments: ['KEY'] })];
    const others = [declared('other', ['Dyeing'])];
    expect(excluding(['Piano tuning', 'dyeing '], french, draft, others)).toEqual({
      kind: 'exclusions',
      params: { matters: ['engraving', 'Dyeing', 'Piano tuning'], referTo: 'Anna' },
      appliesTo: french,
    });
  });

  it('adds to what holds, not to what a narrower declaration had replaced', () => {
    const draft = [declared('all', ['engraving']), declared('french', ['sewing'], { regions: ['France', 'Spain'] })];
    expect(excluding(['tuning'], french, draft).params.matters).toEqual(['sewing', 'tuning']);
  });

  it('writes on the term that is for the very same purchases', () => {
    const draft = [declared('all', ['engraving']), declared('fr', ['sewing'], { regions: ['France'] })];
    expect(excluding(['tuning'], french, draft)).toMatchObject({ id: 'fr', params: { matters: ['sewing', 'tuning'] } });
  });
});
