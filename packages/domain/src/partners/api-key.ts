import { entity } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/**
 * Key of one agreement, shown once: `pk_<prefix>_<secret>_<checksum>`, base62. The prefix finds the key and may be
 * shown; the secret has 190 bits; the checksum tells a slip of the pen from a wrong key without asking the database.
 */
export const apiKey = entity('ApiKey', {
  plural: 'apiKeys',
  owner: 'reference',
  fields: {
    agreementId: f.ref('Agreement', { filter: true, write: 'create' }),
    label: f.text({ max: 120, write: 'create' }),
    prefix: f.text({ max: 16, filter: true, write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    expiresAt: f.instant({ nullable: true, write: 'create' }),
    revokedAt: f.instant({ nullable: true, write: 'never' }),
  },
});

export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const KEY_PREFIX_LENGTH = 10;
export const KEY_SECRET_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const SHAPE = new RegExp(
  `^pk_([0-9A-Za-z]{${KEY_PREFIX_LENGTH}})_([0-9A-Za-z]{${KEY_SECRET_LENGTH}})_([0-9A-Za-z]{${CHECKSUM_LENGTH}})$`,
);

/** Why a caller is turned away, always with HTTP 401; `UNAUTHENTICATED` where no key was sent. */
export type KeyRefusal =
  | 'UNAUTHENTICATED'
  | 'KEY_MALFORMED'
  | 'KEY_UNKNOWN'
  | 'KEY_REVOKED'
  | 'KEY_EXPIRED'
  | 'AGREEMENT_NOT_ACTIVE';

/** Sentences for the caller; only a caller who holds the whole key learns that it was revoked or has expired. */
export const KEY_REFUSALS: Record<KeyRefusal, string> = {
  UNAUTHENTICATED: 'Send your key in the header "Authorization: Bearer pk_…".',
  KEY_MALFORMED: 'The key is not complete or has a typing error: copy it again from where you keep it.',
  KEY_UNKNOWN: 'The key is not known here: check that it belongs to this address.',
  KEY_REVOKED: 'The key was revoked: ask the business for a new one.',
  KEY_EXPIRED: 'The key has expired: ask the business for a new one.',
  AGREEMENT_NOT_ACTIVE: 'The data sharing agreement of this key is not in force: ask the business about it.',
};

/** What people see a key begin with: the part of it that may be shown. */
export const keyBeginning = (prefix: string): string => `pk_${prefix}`;

/** Puts a key together from random base62 parts; the caller brings the randomness. */
export function formatApiKey(prefix: string, secret: string): string {
  const body = `${keyBeginning(prefix)}_${secret}`;
  return `${body}_${checksum(body)}`;
}

/** Reads a key: its prefix, or why it cannot be one. CRC-32 finds every single wrong character and every swap of neighbours. */
export function readApiKey(text: string): { prefix: string } | { refusal: 'KEY_MALFORMED' } {
  const match = SHAPE.exec(text.trim());
  const [, prefix = '', secret = '', check] = match ?? [];
  if (!match || check !== checksum(`${keyBeginning(prefix)}_${secret}`)) return { refusal: 'KEY_MALFORMED' };
  return { prefix };
}

function checksum(body: string): string {
  let crc = 0xffffffff;
  for (let i = 0; i < body.length; i++) {
    crc ^= body.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  let rest = (crc ^ 0xffffffff) >>> 0;
  let out = '';
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    out = BASE62.charAt(rest % 62) + out;
    rest = Math.floor(rest / 62);
  }
  return out;
}
