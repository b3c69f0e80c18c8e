import { DomainError } from '@perennial/domain/shared/errors';
import type { PartnerActor } from '@perennial/kernel/auth/actor';
import type { Database } from '@perennial/kernel/db/database';
import { eq } from 'drizzle-orm';
import { rowKeyOf } from './keys.ts';
import { coverageOf, type Coverage } from './sharing.ts';
import { agreements } from './table.ts';

/** An agreement as the partner endpoint would see its key's holder, for a look by `previewBy` (a member of staff). */
export async function previewActor(db: Database, agreementId: string, previewBy: string): Promise<PartnerActor> {
  const [row] = await db.orm.select().from(agreements).where(eq(agreements.id, agreementId));
  if (!row) throw unknownAgreement();
  return {
    kind: 'partner',
    agreementId,
    keyId: '',
    keyHash: '',
    partnerId: row.partnerId,
    purpose: row.purpose,
    grants: row.fields,
    minimumCount: row.minimumCount,
    grantsVersion: row.grantsVersion,
    rowKey: rowKeyOf(row.refInner),
    previewBy,
  };
}

/** Customers in the population, with consent, and visible now. Error: `NOT_FOUND`. */
export async function agreementCoverage(db: Database, agreementId: string): Promise<Coverage> {
  const [row] = await db.orm.select({ id: agreements.id }).from(agreements).where(eq(agreements.id, agreementId));
  if (!row) throw unknownAgreement();
  return coverageOf(db.orm, agreementId);
}

function unknownAgreement(): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'There is no such agreement; pass an id that the API gave you in "agreementId".',
    {
      path: ['agreementId'],
      params: { type: 'Agreement' },
    },
  );
}
