import { describe, expect, it } from 'vitest';
import { namesIn } from './namesIn.ts';

const policies = [
  { name: 'Giftware service promise', words: { 'zh-Hant': { name: '禮品服務承諾', description: '' } } },
  { name: '維修服務承諾', words: {} },
];
const tie = {
  code: 'AMBIGUOUS_TERMS',
  params: { kind: 'returns', firstPolicy: 'Giftware service promise', secondPolicy: '維修服務承諾', policy: null },
};

describe('C12 a refusal names policies as its reader knows them', () => {
  it('in the words of the language, else in its own', () => {
    expect(namesIn(tie, policies, 'zh-Hant')).toEqual({
      ...tie,
      params: { ...tie.params, firstPolicy: '禮品服務承諾' },
    });
    expect(namesIn(tie, policies, 'en')).toEqual(tie);
  });

  it('leaves what it does not know, and refusals that name none', () => {
    expect(namesIn(tie, [], 'zh-Hant')).toEqual(tie);
    expect(namesIn({ code: 'NO_TERMS', params: null }, policies, 'zh-Hant')).toEqual({
      code: 'NO_TERMS',
      params: null,
    });
    const regions = { code: 'REGIONS_FIXED', params: { policy: 'Giftware service promise', count: 2 } };
    expect(namesIn(regions, policies, 'zh-Hant').params).toEqual({ policy: '禮品服務承諾', count: 2 });
  });
});
