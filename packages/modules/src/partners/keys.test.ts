import { createHash, createHmac, randomBytes } from 'node:crypto';
import { keyBeginning, readApiKey } from '@perennial/domain/partners/api-key';
import { describe, expect, test } from 'vitest';
import { hashApiKey, hmacPads, makeApiKey } from './keys.ts';

describe('making keys', () => {
  test('every key is new, can be read, and its hash does not hold it', () => {
    const keys = Array.from({ length: 200 }, makeApiKey);
    expect(new Set(keys.map((key) => key.text)).size).toBe(200);
    for (const { text, prefix, hash } of keys) {
      expect(readApiKey(text)).toEqual({ prefix });
      expect(text.startsWith(`${keyBeginning(prefix)}_`)).toBe(true);
      expect(hash).toBe(hashApiKey(` ${text}\n`));
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('characters are drawn evenly: none of the 62 is missing or favoured', () => {
    const counts = new Map<string, number>();
    const secrets = Array.from({ length: 2000 }, () => makeApiKey().text.slice(14, 46)).join('');
    for (const letter of secrets) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(62);
    // 64,000 draws: 1,032 each; ten standard deviations leave room for chance and none for a bias
    for (const n of counts.values()) expect(Math.abs(n - 64_000 / 62)).toBeLessThan(320);
  });

  test('the stored paddings make HMAC-SHA-256', () => {
    const key = randomBytes(32);
    const message = randomBytes(16);
    const { inner, outer } = hmacPads(key);
    const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const made = sha(Buffer.from(outer, 'hex'), sha(Buffer.from(inner, 'hex'), message));
    expect(made.equals(createHmac('sha256', key).update(message).digest())).toBe(true);
  });
});
