import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  BASE62,
  KEY_PREFIX_LENGTH,
  KEY_REFUSALS,
  KEY_SECRET_LENGTH,
  formatApiKey,
  readApiKey,
  type KeyRefusal,
} from '@perennial/domain/partners/api-key';
import type { PartnerActor } from '@perennial/kernel/auth/actor';
import type { PartnerRefusal } from '@perennial/kernel/auth/partner';
import type { Database } from '@perennial/kernel/db/database';

/** Random characters without bias: bytes above the last whole multiple of 62 are thrown away. */
function randomWord(length: number): string {
  let word = '';
  while (word.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 248 && word.length < length) word += BASE62.charAt(byte % 62);
    }
  }
  return word;
}

/** A new API key: `text` is shown once, `hash` and `prefix` are stored. */
export function makeApiKey(): { text: string; prefix: string; hash: string } {
  const prefix = randomWord(KEY_PREFIX_LENGTH);
  const text = formatApiKey(prefix, randomWord(KEY_SECRET_LENGTH));
  return { text, prefix, hash: hashApiKey(text) };
}

/** SHA-256 in hex. A slow hash would defend guessable passwords; 190 random bits need none. */
export function hashApiKey(text: string): string {
  return createHash('sha256').update(text.trim()).digest('hex');
}

/** The two paddings of HMAC-SHA-256 (64 bytes each, hex) for a 32-byte key; see `agreements.ref_inner`. */
export function hmacPads(key: Buffer): { inner: string; outer: string } {
  const block = Buffer.alloc(64);
  key.copy(block);
  return {
    inner: Buffer.from(block.map((byte) => byte ^ 0x36)).toString('hex'),
    outer: Buffer.from(block.map((byte) => byte ^ 0x5c)).toString('hex'),
  };
}

/** A fresh random agreement key, already padded. */
export function newReferenceKey(): { inner: string; outer: string } {
  return hmacPads(randomBytes(32));
}

/** What the database computes set-based, in JavaScript: the agreement's own reference for a customer. */
export function referenceOf(key: Buffer, customerId: string): string {
  const mac = createHmac('sha256', key)
    .update(Buffer.from(customerId.replaceAll('-', ''), 'hex'))
    .digest('hex');
  return [mac.slice(0, 8), mac.slice(8, 12), mac.slice(12, 16), mac.slice(16, 20), mac.slice(20, 32)].join('-');
}

/** See `PartnerActor.rowKey`; the statement below makes the same. */
export function rowKeyOf(refInner: string): string {
  return createHash('sha256').update(`rows ${refInner}`).digest('hex');
}

interface Recognised {
  actor: PartnerActor;
  until: number;
  generation: number;
}

let generation = 0;

/**
 * To be called with every change of agreements and keys, so that this process looks keys up again at once. Other
 * processes do so when the two seconds are over; until then their reads are turned away as stale, never answered.
 */
export function forgetKeys(): void {
  generation += 1;
}

/** How long a recognised key is not looked up again. Short: the read's own transaction checks it in any case. */
const REMEMBER_MS = 2_000;
const REMEMBER_KEYS = 1_000;

const FIND_KEY = `
  select json_build_object('keyId', k.id, 'agreementId', a.id, 'partnerId', a.partner_id, 'purpose', a.purpose,
    'grants', a.fields, 'minimumCount', a.minimum_count, 'grantsVersion', a.grants_version,
    'rowKey', encode(sha256(convert_to('rows ' || a.ref_inner, 'UTF8')), 'hex'),
    'refusal', case
      when k.revoked_at is not null then 'KEY_REVOKED'
      when k.expires_at <= now() then 'KEY_EXPIRED'
      when a.status <> 'ACTIVE' or a.starts_at > now() or a.ends_at <= now() then 'AGREEMENT_NOT_ACTIVE'
    end)::text
  from api_keys k join agreements a on a.id = k.agreement_id
  where k.hash = $1`;

/**
 * Recognises a partner by its key. A mistyped key is told apart by its checksum, without asking the database; only
 * who holds the whole key learns that it was revoked or has expired.
 *
 * Recognised keys are remembered for two seconds per database, so that a busy partner costs no extra statement; what
 * was revoked or changed meanwhile is caught by the read's own transaction.
 */
export async function authenticatePartner(
  db: Database,
  bearer: string,
  now: Date,
): Promise<PartnerActor | PartnerRefusal> {
  if ('refusal' in readApiKey(bearer)) return refuse('KEY_MALFORMED');
  const hash = hashApiKey(bearer);
  const known = memoryOf(db);
  const hit = known.get(hash);
  if (hit && hit.generation === generation && now.getTime() < hit.until) return hit.actor;
  known.delete(hash);

  const asked = generation;
  const found = await db.readText(FIND_KEY, [hash], { prepare: true });
  if (found === null) return refuse('KEY_UNKNOWN');
  const { refusal, ...row } = JSON.parse(found) as Omit<PartnerActor, 'kind' | 'keyHash'> & {
    refusal: KeyRefusal | null;
  };
  if (refusal) return refuse(refusal);
  const actor: PartnerActor = { kind: 'partner', ...row, keyHash: hash };
  if (known.size >= REMEMBER_KEYS) known.clear();
  known.set(hash, { actor, until: now.getTime() + REMEMBER_MS, generation: asked });
  return actor;
}

const memories = new WeakMap<Database, Map<string, Recognised>>();

function memoryOf(db: Database): Map<string, Recognised> {
  let memory = memories.get(db);
  if (!memory) memories.set(db, (memory = new Map()));
  return memory;
}

function refuse(reason: KeyRefusal): PartnerRefusal {
  return { refused: reason, message: KEY_REFUSALS[reason] };
}
