import type { Consent, Contact, Touchpoint } from '@perennial/domain/customers/relationship';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { and, eq, sql } from 'drizzle-orm';
import { lockCustomer, type Ref } from './rows.ts';
import { consents, contacts, customers, touchpoints } from './table.ts';

type ContactInput = Partial<Pick<Contact, 'role' | 'name' | 'email' | 'phone'>>;
type TouchpointInput = Pick<Touchpoint, 'at' | 'channel' | 'direction' | 'tag' | 'subject'> & {
  note?: string | null | undefined;
};

/** Adds a contact person. A contact says at least one of name, e-mail and phone: `CONTACT_EMPTY`. */
export async function addContact(ctx: WriteContext, customer: Ref, input: ContactInput): Promise<Ref> {
  const { customerId } = await lockCustomer(ctx.tx, customer);
  if (!input.name && !input.email && !input.phone) {
    throw new DomainError('CONTACT_EMPTY', 'Give the contact a name, an e-mail address or a phone number.', {
      path: ['name'],
    });
  }
  const ref = { customerId, id: newId() };
  await ctx.tx.insert(contacts).values({ ...ref, ...input, role: input.role ?? 'OTHER', createdAt: ctx.now });
  ctx.audit({ subject: `Contact_${customerId}_${ref.id}`, after: { role: input.role ?? 'OTHER' } });
  return ref;
}

export async function removeContact(ctx: WriteContext, ref: Ref): Promise<void> {
  await removeRow(ctx.tx, contacts, ref, 'contact');
  ctx.audit({ subject: `Contact_${ref.customerId}_${ref.id}` });
}

/**
 * Records a contact with the customer (接觸點, C27). One in the future is refused (`TOUCH_IN_FUTURE`): what is yet to
 * come belongs into a plan.
 */
export async function addTouchpoint(ctx: WriteContext, customer: Ref, input: TouchpointInput): Promise<Ref> {
  const { customerId } = await lockCustomer(ctx.tx, customer);
  if (input.at > ctx.now) {
    throw new DomainError(
      'TOUCH_IN_FUTURE',
      'The contact lies in the future; enter when it took place, or plan it as an action.',
      { path: ['at'] },
    );
  }
  const ref = { customerId, id: newId() };
  await ctx.tx.insert(touchpoints).values({ ...ref, ...input, createdAt: ctx.now });
  await renewLastTouch(ctx, customerId);
  ctx.audit({
    subject: `Touchpoint_${customerId}_${ref.id}`,
    after: { at: input.at, channel: input.channel, tag: input.tag },
  });
  return ref;
}

/** Takes a touchpoint back, e.g. to undo a slip. */
export async function removeTouchpoint(ctx: WriteContext, ref: Ref): Promise<Ref> {
  const { customerId } = await lockCustomer(ctx.tx, ref);
  await removeRow(ctx.tx, touchpoints, ref, 'touchpoint');
  await renewLastTouch(ctx, customerId);
  ctx.audit({ subject: `Touchpoint_${customerId}_${ref.id}` });
  return { customerId };
}

async function renewLastTouch(ctx: WriteContext, customerId: string): Promise<void> {
  await ctx.tx
    .update(customers)
    .set({
      lastTouchAt: sql`(select max(t.at) from touchpoints t where t.customer_id = ${customerId}::uuid)`,
      updatedAt: ctx.now,
    })
    .where(eq(customers.customerId, customerId));
  await ctx.hook('customers.changed', { customerIds: [customerId] });
}

interface ConsentInput {
  partnerId?: string | null | undefined;
  purpose: Consent['purpose'];
  expiresAt?: Date | null | undefined;
  source: string;
}

/** Records what a customer consented to; from this commit on, agreements of that purpose may show them (S10). */
export async function recordConsent(ctx: WriteContext, customer: Ref, input: ConsentInput): Promise<Ref> {
  const { customerId } = await lockCustomer(ctx.tx, customer);
  if (input.expiresAt && input.expiresAt <= ctx.now) {
    throw new DomainError(
      'CONSENT_EXPIRED',
      'The consent would already have ended; choose a later day or leave it open.',
      { path: ['expiresAt'] },
    );
  }
  const ref = { customerId, id: newId() };
  await ctx.tx.insert(consents).values({
    ...ref,
    partnerId: input.partnerId ?? null,
    purpose: input.purpose,
    status: 'GRANTED',
    givenAt: ctx.now,
    expiresAt: input.expiresAt ?? null,
    source: input.source,
  });
  ctx.audit({
    subject: `Consent_${customerId}_${ref.id}`,
    after: { purpose: input.purpose, partnerId: input.partnerId ?? null },
  });
  await ctx.hook('customers.changed', { customerIds: [customerId] });
  return ref;
}

/**
 * Ends a consent at this very commit: what partners see changes with it. Doing it twice changes nothing: the first
 * moment stands, or a second click would silence what the customer said since. Errors: `NOT_FOUND`.
 */
export async function withdrawConsent(ctx: WriteContext, ref: Ref): Promise<Ref> {
  const { customerId } = await lockCustomer(ctx.tx, ref);
  const row = and(eq(consents.customerId, customerId), eq(consents.id, ref.id ?? ''));
  const [before] = await ctx.tx.select({ status: consents.status }).from(consents).where(row);
  if (!before) throw missing('consent');
  if (before.status === 'WITHDRAWN') return { customerId, id: ref.id };
  await ctx.tx.update(consents).set({ status: 'WITHDRAWN', withdrawnAt: ctx.now }).where(row);
  ctx.audit({
    subject: `Consent_${customerId}_${ref.id}`,
    before: { status: 'GRANTED' },
    after: { status: 'WITHDRAWN' },
  });
  await ctx.hook('customers.changed', { customerIds: [customerId] });
  return { customerId, id: ref.id };
}

async function removeRow(tx: Orm, table: typeof contacts | typeof touchpoints, ref: Ref, what: string): Promise<void> {
  const condition = and(eq(table.customerId, ref.customerId ?? ''), eq(table.id, ref.id ?? ''));
  const removed = await tx.delete(table).where(condition).returning({ id: table.id });
  if (!removed.length) throw missing(what);
}

function missing(what: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no such ${what}; it may have been removed.`, {
    path: ['id'],
    params: { what },
  });
}
