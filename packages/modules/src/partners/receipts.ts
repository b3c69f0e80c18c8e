import { copiedFields } from '@perennial/domain/partners/sharing-index';
import type { PartnerActor } from '@perennial/kernel/auth/actor';
import { newId } from '@perennial/kernel/db/ids';
import type { PartnerRead, SharingPort, Statement } from '@perennial/kernel/graphql/sharing';

/**
 * Checked by the read itself, as the partner's database role, which sees only the agreement it was set to and its
 * keys. A key revoked a moment ago fails here although it was remembered.
 */
const VALIDATE_KEY = `
  select coalesce((
    select case
      when k.revoked_at is not null then 'KEY_REVOKED'
      when k.expires_at <= now() then 'KEY_EXPIRED'
      when a.status <> 'ACTIVE' or a.starts_at > now() or a.ends_at <= now() then 'AGREEMENT_NOT_ACTIVE'
      when a.grants_version <> $4 then 'STALE'
      else 'OK'
    end
    from api_keys k join agreements a on a.id = k.agreement_id
    where k.id = $1 and k.hash = $2 and a.id = $3), 'KEY_UNKNOWN')`;

/** A look through the partner's eyes has no key; the agreement must be in force all the same. */
const VALIDATE_PREVIEW = `
  select coalesce((
    select case
      when a.status <> 'ACTIVE' or a.starts_at > now() or a.ends_at <= now() then 'AGREEMENT_NOT_ACTIVE'
      when a.grants_version <> $2 then 'STALE'
      else 'OK'
    end
    from agreements a where a.id = $1), 'AGREEMENT_NOT_ACTIVE')`;

const RECEIPT = `
  insert into access_receipts
    (id, agreement_id, key_id, at, outcome, preview, preview_by, operation, document_hash, fields,
    refusal, customers, customer_ids)
  select $1::uuid, $2::uuid, $3::uuid, now(), $4, $5::boolean, $6, nullif($7, ''), $8, $9::text[], $11, cardinality(ids), ids
  from (select coalesce($10::uuid[], '{}') as ids) read`;

function validate(actor: PartnerActor): Statement {
  if (actor.previewBy !== undefined) {
    return { sql: VALIDATE_PREVIEW, params: [actor.agreementId, actor.grantsVersion] };
  }
  return { sql: VALIDATE_KEY, params: [actor.keyId, actor.keyHash, actor.agreementId, actor.grantsVersion] };
}

function receipt(actor: PartnerActor, read: PartnerRead): Statement {
  const preview = actor.previewBy !== undefined;
  return {
    sql: RECEIPT,
    params: [
      newId(),
      actor.agreementId,
      preview ? null : actor.keyId,
      read.outcome,
      preview,
      actor.previewBy ?? null,
      read.operation.slice(0, 200),
      read.documentHash,
      textArray(read.fields),
      read.customerIds,
      read.refusal?.slice(0, 60) ?? null,
    ],
  };
}

/** Names of types and fields need no escaping beyond the quotes. */
function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/g, '')}"`).join(',')}}`;
}

/** How the kernel's read path reaches the sharing index. */
export const sharingPort: SharingPort = {
  indexTable: 'shared_customers',
  copies: copiedFields.map((copy) => copy.column),
  agreementTables: [
    {
      table: 'agreements',
      agreementColumn: 'id',
      select: ['id', 'status', 'starts_at', 'ends_at', 'grants_version'],
      insert: false,
    },
    {
      table: 'api_keys',
      agreementColumn: 'agreement_id',
      select: ['id', 'agreement_id', 'hash', 'revoked_at', 'expires_at'],
      insert: false,
    },
    { table: 'access_receipts', agreementColumn: 'agreement_id', select: [], insert: true },
  ],
  validate,
  receipt,
};
