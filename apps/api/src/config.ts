import { DomainError } from '@perennial/domain/shared/errors';
import { z } from 'zod';

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));

const webAddress = z.string().refine((value) => {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === value.replace(/\/$/, '');
});

/** Each setting with what to write instead of a wrong value. The sentence never repeats a secret. */
const settings = {
  PORT: { type: whole(0, 65_535), otherwise: '4000', remedy: 'a whole number from 0 to 65535, e.g. PORT=4000' },
  HOST: {
    type: z.string().regex(/^[\w.:-]{1,253}$/),
    otherwise: '127.0.0.1',
    remedy: 'a network address of this machine: 127.0.0.1 for this machine only, 0.0.0.0 for the whole network',
  },
  DATA_DIR: {
    type: z.string().max(4_000),
    otherwise: './data',
    remedy: 'a folder this program may write to, e.g. DATA_DIR=./data',
  },
  DATABASE_URL: {
    type: z.string().regex(/^postgres(ql)?:\/\/.+/),
    otherwise: undefined,
    remedy:
      'the address of a PostgreSQL 16 or newer, e.g. postgres://user:password@host:5432/perennial, or leave it out to use the built-in database',
    secret: true,
  },
  PERENNIAL_ADMIN_EMAIL: {
    type: z.email().max(254),
    otherwise: undefined,
    remedy: 'an e-mail address, e.g. owner@example.com',
  },
  PERENNIAL_ADMIN_PASSWORD: {
    type: z.string().min(10).max(200),
    otherwise: undefined,
    remedy: '10 to 200 characters',
    secret: true,
  },
  PUBLIC_URL: {
    type: webAddress,
    otherwise: undefined,
    remedy: 'where browsers reach this server, without a path, e.g. https://crm.example.com',
  },
  ALLOWED_ORIGINS: {
    type: z
      .string()
      .transform((list) => list.split(',').map((origin) => origin.trim()))
      .pipe(z.array(webAddress)),
    otherwise: undefined,
    remedy: 'web addresses separated by commas, e.g. http://localhost:5173',
  },
  PROXIES: {
    type: whole(0, 5),
    otherwise: '0',
    remedy: 'how many proxies of your own stand in front of this server, 0 to 5',
  },
  LOG_LEVEL: {
    type: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    otherwise: 'warn',
    remedy: 'one of debug, info, warn, error, silent',
  },
  PERENNIAL_SAMPLE: {
    type: z.enum(['yes', 'no']),
    otherwise: 'yes',
    remedy: 'yes to fill an empty database with the sample, no to leave it empty',
  },
} as const satisfies Record<
  string,
  { type: z.ZodType; otherwise: string | undefined; remedy: string; secret?: boolean }
>;

type Settings = typeof settings;
type Value<K extends keyof Settings> =
  | z.output<Settings[K]['type']>
  | (Settings[K]['otherwise'] extends string ? never : undefined);
export type Config = { readonly [K in keyof Settings]: Value<K> };

/**
 * Reads the configuration from environment variables; an empty one counts as not set.
 * @throws DomainError CONFIG_INVALID with one line per wrong setting, saying what to write instead
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const given = env[name]?.trim() || undefined;
    const value = given ?? setting.otherwise;
    if (value === undefined) continue;
    const read = setting.type.safeParse(value);
    if (read.success) config[name] = read.data;
    else
      faults.push(`${name} ${'secret' in setting ? 'cannot be used' : `is "${given}"`}: set it to ${setting.remedy}.`);
  }
  if (faults.length) throw new DomainError('CONFIG_INVALID', faults.join('\n'));
  return config as Config;
}
