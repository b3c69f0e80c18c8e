import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDecision } from './cut.ts';
import { checkSlug, policyWords, slugOf } from './policy.ts';

describe('C5 the address of a policy', () => {
  it('is made of the letters and digits of its name', () => {
    expect(slugOf('Giftware service promise')).toBe('giftware-service-promise');
    expect(slugOf('  Après-vente: 30 Days! ')).toBe('apres-vente-30-days');
    expect(slugOf('服務承諾')).toBeNull();
    expect(slugOf('服務 A1')).toBe('a1');
    expect(slugOf('!!!')).toBeNull();
    expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
  });

  it('whatever the name, an address that was made is one that may be chosen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        const slug = slugOf(name);
        if (slug !== null) expect(() => checkSlug(slug)).not.toThrow();
      }),
    );
  });

  it('what cannot stand in a link is refused', () => {
    for (const slug of ['', 'A', 'a b', '-a', 'a-', 'a--b', 'a/b', 'ä']) {
      expect(() => checkSlug(slug), slug).toThrow(expect.objectContaining({ code: 'BAD_SLUG', path: ['slug'] }));
    }
    expect(() => checkSlug('a1-b2')).not.toThrow();
  });

  it('its words are in the languages there are', () => {
    expect(policyWords.safeParse({ 'zh-Hant': { name: '服務', description: '' } }).success).toBe(true);
    expect(policyWords.safeParse({}).success).toBe(true);
    expect(policyWords.safeParse({ fr: { name: 'Service', description: '' } }).success).toBe(false);
    expect(policyWords.safeParse({ en: { name: 'Service' } }).success).toBe(false);
  });
});

describe('S11 the second person', () => {
  it('is another one, and decides once', () => {
    const wish = { status: 'PENDING' as const, proposerId: 'me' };
    expect(() => checkDecision(wish, 'you')).not.toThrow();
    expect(() => checkDecision(wish, 'me')).toThrow(expect.objectContaining({ code: 'SAME_APPROVER', path: ['id'] }));
    for (const status of ['APPROVED', 'REJECTED'] as const) {
      expect(() => checkDecision({ ...wish, status }, 'you')).toThrow(
        expect.objectContaining({ code: 'CUT_DECIDED', path: ['id'], params: { status } }),
      );
    }
  });

  it('is not told that somebody decided where the draft was changed since', () => {
    expect(() => checkDecision({ status: 'VOID', proposerId: 'me' }, 'you')).toThrow(
      expect.objectContaining({ code: 'CUT_VOID', path: ['id'] }),
    );
  });
});
