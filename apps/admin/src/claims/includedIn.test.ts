import { describe, expect, it } from 'vitest';
import { includedIn } from './includedIn.ts';

const line = {
  code: 'COAT',
  extras: [{ code: 'EXTRAS_INCLUDED', params: { items: ['a hook'] } }],
  saleLine: { product: { extras: ['a cloth bag'] } },
};
const bought = (facts?: object) => ({ entitlements: { nodes: [{ facts }] } });

describe('C20 what is included in the price of a claimed line', () => {
  const promised = 'This belongs to it at no charge: a hook.';

  it('is what the promises say and what the product brings along', () => {
    expect(includedIn(line, bought({ goods: {} }), 'en')).toEqual([promised, 'a cloth bag']);
    expect(includedIn({ code: 'COAT', extras: [], saleLine: null }, bought(), 'en')).toEqual([]);
  });

  it('is what the product brought along at the sale, whatever became of it since', () => {
    const sold = bought({ goods: {}, extras: { COAT: ['two buttons'] } });
    expect(includedIn(line, sold, 'en')).toEqual([promised, 'two buttons']);
    expect(includedIn({ ...line, code: 'HAT' }, sold, 'en')).toEqual([promised]);
  });
});
