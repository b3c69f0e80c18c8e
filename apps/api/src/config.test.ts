import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      PORT: 4000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      PROXIES: 0,
      LOG_LEVEL: 'warn',
      PERENNIAL_SAMPLE: 'yes',
    });
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' }).PORT).toBe(4000);
  });

  it('reads what is set', () => {
    const config = readConfig({
      PORT: '8080',
      DATABASE_URL: 'postgres://me:secret@db/perennial',
      PUBLIC_URL: 'https://crm.example.com',
      ALLOWED_ORIGINS: 'http://localhost:5173, http://localhost:5174',
    });
    expect(config.PORT).toBe(8080);
    expect(config.ALLOWED_ORIGINS).toEqual(['http://localhost:5173', 'http://localhost:5174']);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'not a host'],
    ['PERENNIAL_ADMIN_EMAIL', 'owner'],
    ['PUBLIC_URL', 'https://crm.example.com/path'],
    ['PUBLIC_URL', 'crm.example.com'],
    ['ALLOWED_ORIGINS', 'http://localhost:5173,*'],
    ['PROXIES', '9'],
    ['LOG_LEVEL', 'loud'],
    ['PERENNIAL_SAMPLE', 'maybe'],
  ])('says what to write instead (%s=%s)', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringMatching(new RegExp(`^${name} is ".*": set it to .+\\.$`)) as string,
      }),
    );
  });

  it.each([
    ['PERENNIAL_ADMIN_PASSWORD', 'short-one'],
    ['DATABASE_URL', 'mysql://me:short-one@db/x'],
  ])('does not print the secret in %s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('short-one') as string }),
    );
  });

  it('names every fault at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT is.*\nLOG_LEVEL is/);
  });
});
