import { DomainError } from '@perennial/domain/shared/errors';
import { newId } from '@perennial/kernel/db/ids';
import { eq } from 'drizzle-orm';
import { forgetKeys, makeApiKey } from './keys.ts';
import type { Writing } from './service.ts';
import { agreements, apiKeys } from './table.ts';

/** Makes a key for an agreement. `text` is shown to the caller once and kept nowhere. */
export async function createApiKey(
  ctx: Writing,
  input: { agreementId: string; label: string; expiresAt?: Date | null | undefined },
): Promise<{ id: string; text: string }> {
  const [agreement] = await ctx.tx
    .select({ status: agreements.status })
    .from(agreements)
    .where(eq(agreements.id, input.agreementId));
  if (!agreement) {
    throw new DomainError(
      'NOT_FOUND',
      'There is no such agreement; pass an id that the API gave you in "agreementId".',
      {
        path: ['agreementId'],
        params: { type: 'Agreement' },
      },
    );
  }
  if (agreement.status === 'ENDED') {
    throw new DomainError('AGREEMENT_STATUS', 'The agreement has ended: make a new agreement and a key for that one.', {
      path: ['agreementId'],
      params: { from: 'ENDED' },
    });
  }
  if (input.expiresAt && input.expiresAt <= ctx.now) {
    throw new DomainError(
      'KEY_EXPIRY_PAST',
      'The key would be expired already: set "expiresAt" to a later time, or leave it out.',
      {
        path: ['expiresAt'],
      },
    );
  }
  const key = makeApiKey();
  const id = newId();
  await ctx.tx.insert(apiKeys).values({
    id,
    agreementId: input.agreementId,
    label: input.label,
    prefix: key.prefix,
    hash: key.hash,
    createdAt: ctx.now,
    expiresAt: input.expiresAt ?? null,
  });
  ctx.audit({
    subject: `ApiKey_${id}`,
    after: { agreementId: input.agreementId, label: input.label, prefix: key.prefix },
  });
  return { id, text: key.text };
}

/** Revokes a key at once; doing it twice changes nothing. */
export async function revokeApiKey(ctx: Writing, id: string): Promise<void> {
  const [before] = await ctx.tx.select().from(apiKeys).where(eq(apiKeys.id, id)).for('update');
  if (!before) {
    throw new DomainError('NOT_FOUND', 'There is no such key; pass an id that the API gave you in "id".', {
      path: ['id'],
      params: { type: 'ApiKey' },
    });
  }
  if (before.revokedAt) return;
  await ctx.tx.update(apiKeys).set({ revokedAt: ctx.now }).where(eq(apiKeys.id, id));
  forgetKeys();
  ctx.audit({ subject: `ApiKey_${id}`, before: { revokedAt: null }, after: { revokedAt: ctx.now } });
}
