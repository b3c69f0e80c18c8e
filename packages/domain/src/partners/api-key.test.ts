import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASE62, KEY_PREFIX_LENGTH, KEY_SECRET_LENGTH, formatApiKey, readApiKey } from './api-key.ts';

const word = (length: number) =>
  fc.array(fc.constantFrom(...BASE62), { minLength: length, maxLength: length }).map((c) => c.join(''));
const key = fc
  .tuple(word(KEY_PREFIX_LENGTH), word(KEY_SECRET_LENGTH))
  .map(([prefix, secret]) => ({ prefix, text: formatApiKey(prefix, secret) }));

describe('API keys', () => {
  test('a key that was made can be read back to its prefix', () => {
    fc.assert(
      fc.property(key, ({ prefix, text }) => {
        expect(readApiKey(text)).toEqual({ prefix });
      }),
    );
  });

  test('blanks around a pasted key do no harm', () => {
    const text = formatApiKey('A'.repeat(KEY_PREFIX_LENGTH), 'b'.repeat(KEY_SECRET_LENGTH));
    expect(readApiKey(` ${text}\n`)).toEqual({ prefix: 'A'.repeat(KEY_PREFIX_LENGTH) });
  });

  test('one wrong character anywhere is a typing error, not an unknown key', () => {
    fc.assert(
      fc.property(key, fc.nat(), fc.constantFrom(...BASE62), ({ text }, at, letter) => {
        const i = at % text.length;
        fc.pre(text[i] !== letter);
        expect(readApiKey(text.slice(0, i) + letter + text.slice(i + 1))).toEqual({ refusal: 'KEY_MALFORMED' });
      }),
    );
  });

  test('two neighbours swapped, a piece missing or doubled is a typing error', () => {
    fc.assert(
      fc.property(key, fc.nat(), ({ text }, at) => {
        const i = at % (text.length - 1);
        const swapped = text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2);
        if (swapped !== text) expect(readApiKey(swapped)).toEqual({ refusal: 'KEY_MALFORMED' });
        expect(readApiKey(text.slice(0, i) + text.slice(i + 1))).toEqual({ refusal: 'KEY_MALFORMED' });
        expect(readApiKey(text.slice(0, i) + text[i] + text.slice(i))).toEqual({ refusal: 'KEY_MALFORMED' });
      }),
    );
  });

  test('the secret holds at least 160 bits', () => {
    expect(KEY_SECRET_LENGTH * Math.log2(62)).toBeGreaterThanOrEqual(160);
  });
});
