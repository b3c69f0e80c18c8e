import { describe, expect, it } from 'vitest';
import { hashPassword, makeUpPassword, verifyPassword } from './passwords.ts';

describe('passwords', () => {
  it('accepts the password it hashed and no other', async () => {
    const hash = await hashPassword('correct horse battery');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hash).not.toContain('correct');
    expect(await verifyPassword(hash, 'correct horse battery')).toBe(true);
    expect(await verifyPassword(hash, 'correct horse batterz')).toBe(false);
  });

  it('salts: the same password never gives the same hash', async () => {
    expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
  });

  it('treats the composed and decomposed form of a letter as one', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9'), 'cafe\u0301')).toBe(true);
  });

  it.each(['', 'plain', '$argon2i$v=19$m=8,t=1,p=1$c2FsdA$dGFn', '$2b$10$abc'])(
    'refuses %j as a hash',
    async (hash) => {
      expect(await verifyPassword(hash, 'x')).toBe(false);
    },
  );

  it('hashes more at once than it has slots for', async () => {
    const hashes = await Promise.all(Array.from({ length: 9 }, (_, i) => hashPassword(`p${i}`)));
    expect(new Set(hashes).size).toBe(9);
  });

  it('makes up passwords that differ and can be read aloud', () => {
    const made = Array.from({ length: 50 }, makeUpPassword);
    expect(new Set(made).size).toBe(50);
    for (const password of made) expect(password).toMatch(/^([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}$/);
  });
});
