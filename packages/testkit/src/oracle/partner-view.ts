import { createHash } from 'node:crypto';
import type { PartnerActor } from '@perennial/kernel/auth/actor';
import {
  consentUntil,
  isInForce,
  type ConsentStatement,
  type SharingAgreement,
} from '@perennial/domain/partners/visibility';
import type { OracleView } from './interpret.ts';
import type { Row, World } from './world.ts';

/**
 * What a partner should see, worked out customer by customer with the domain's rule (S10): the sharing index, its copies
 * and the database's row-level security have no part in it.
 */
export function partnerView(world: World, actor: PartnerActor, now: Date): OracleView {
  const agreement = world.get('Agreement')?.find((row) => row['id'] === actor.agreementId);
  if (!agreement) throw new Error('the agreement is not in the world');
  const visible = new Set<unknown>();
  for (const customer of world.get('Customer') ?? [])
    if (covers(world, agreement, customer, now)) visible.add(customer['customerId']);
  return {
    minimumCount: Number(agreement['minimumCount']),
    sees: (row) => visible.has(row['customerId']),
    refOf: (customerId) => reference(String(agreement['refInner']), String(agreement['refOuter']), customerId),
  };
}

function covers(world: World, row: Row, customer: Row, now: Date): boolean {
  const agreement = row as unknown as SharingAgreement;
  const among = (list: unknown, value: unknown): boolean =>
    !(list as string[]).length || (list as unknown[]).includes(value);
  const consents = (world.get('Consent') ?? []).filter((each) => each['customerId'] === customer['customerId']);
  return (
    isInForce(agreement, now) &&
    among(row['regions'], customer['region']) &&
    among(row['segments'], customer['segment']) &&
    consentUntil(consents as unknown as ConsentStatement[], agreement, now) !== null
  );
}

/** HMAC-SHA-256 written out: hash of the outer pad and of the hash of the inner pad and the id. */
function reference(inner: string, outer: string, customerId: string): string {
  const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
  const id = Buffer.from(customerId.replaceAll('-', ''), 'hex');
  const mac = sha(Buffer.from(outer, 'hex'), sha(Buffer.from(inner, 'hex'), id)).toString('hex');
  return [mac.slice(0, 8), mac.slice(8, 12), mac.slice(12, 16), mac.slice(16, 20), mac.slice(20, 32)].join('-');
}
