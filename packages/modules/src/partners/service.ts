import { noSuch } from '@perennial/kernel/db/owned';
import { sameVersion } from '@perennial/kernel/write/version';
import {
  checkActivation,
  checkMove,
  checkTerms,
  type AgreementStatus,
  type AgreementTerms,
} from '@perennial/domain/partners/agreement';
import { checkGrants, type GrantableField } from '@perennial/domain/partners/grants';
import { checkRoleScope, type PartnerRole } from '@perennial/domain/partners/partner';
import { checkWebsite } from '@perennial/domain/shared/website';
import { newId } from '@perennial/kernel/db/ids';
import type { JobContext, WriteContext } from '@perennial/kernel/write/context';
import { and, eq, sql, type SQLWrapper } from 'drizzle-orm';
import { forgetKeys, newReferenceKey } from './keys.ts';
import { refreshSharing } from './sharing.ts';
import { agreements, partnerProductRoles, partners } from './table.ts';

/** What these services need of a write: jobs (seeding) can offer it as well. */
export type Writing = Pick<WriteContext, 'tx' | 'now' | 'timezone' | 'audit'>;

export interface PartnerInput {
  name: string;
  website?: string | null | undefined;
  contactEmail?: string | null | undefined;
  note?: string | null | undefined;
}

/** Errors: `BAD_WEBSITE`. */
export async function createPartner(ctx: Writing, input: PartnerInput): Promise<string> {
  checkWebsite(input.website);
  const row = { id: newId(), ...input, createdAt: ctx.now, updatedAt: ctx.now };
  await ctx.tx.insert(partners).values(row);
  ctx.audit({ subject: `Partner_${row.id}`, after: input });
  return row.id;
}

/** Changes what is given. Errors: `NOT_FOUND`, `VERSION_CONFLICT`, `BAD_WEBSITE`. */
export async function updatePartner(
  ctx: Writing,
  id: string,
  version: number,
  change: { [K in keyof PartnerInput]?: PartnerInput[K] | undefined },
): Promise<void> {
  const before = (await ctx.tx.select().from(partners).where(eq(partners.id, id)).for('update'))[0];
  if (!before) throw noSuch('Partner', 'id');
  sameVersion(before, version);
  checkWebsite(change.website, before.website);
  await ctx.tx
    .update(partners)
    .set({ ...change, version: version + 1, updatedAt: ctx.now })
    .where(eq(partners.id, id));
  ctx.audit({ subject: `Partner_${id}`, before, after: change });
}

/** Complementor, competitor or both for one product or category (C59); set again, it replaces the former role. */
export async function setProductRole(
  ctx: Writing,
  input: {
    partnerId: string;
    productId: string | null;
    category: string | null;
    role: PartnerRole;
    reason?: string | null | undefined;
  },
): Promise<string> {
  checkRoleScope(input);
  const same = and(
    eq(partnerProductRoles.partnerId, input.partnerId),
    input.productId === null
      ? eq(partnerProductRoles.category, input.category ?? '')
      : eq(partnerProductRoles.productId, input.productId),
  );
  const before = (await ctx.tx.select().from(partnerProductRoles).where(same).for('update'))[0];
  const change = { role: input.role, reason: input.reason ?? null };
  const id = before?.id ?? newId();
  if (before) await ctx.tx.update(partnerProductRoles).set(change).where(eq(partnerProductRoles.id, id));
  else await ctx.tx.insert(partnerProductRoles).values({ ...input, ...change, id, createdAt: ctx.now });
  ctx.audit({ subject: `PartnerProductRole_${id}`, before, after: input });
  return id;
}

export async function removeProductRole(ctx: Writing, id: string): Promise<void> {
  const [before] = await ctx.tx.delete(partnerProductRoles).where(eq(partnerProductRoles.id, id)).returning();
  if (!before) throw noSuch('PartnerProductRole', 'id');
  ctx.audit({ subject: `PartnerProductRole_${id}`, before });
}

export type AgreementInput = Partial<AgreementTerms> & { partnerId: string; validFrom: string };

/** A draft; it shares nothing until it is activated. Errors: those of `checkTerms` and `checkGrants`, `NOT_FOUND`. */
export async function createAgreement(
  ctx: Writing,
  input: AgreementInput,
  catalogue: readonly GrantableField[],
): Promise<string> {
  const terms = checkTerms(input);
  // as they were given, so that an error's path points into the caller's list
  checkGrants(input.fields ?? [], catalogue);
  const [found] = await ctx.tx.select({ id: partners.id }).from(partners).where(eq(partners.id, input.partnerId));
  if (!found) throw noSuch('Partner', 'partnerId');
  const key = newReferenceKey();
  const id = newId();
  await ctx.tx.insert(agreements).values({
    id,
    partnerId: input.partnerId,
    ...terms,
    ...moments(terms, ctx.timezone),
    status: 'DRAFT',
    grantsVersion: 1,
    refInner: key.inner,
    refOuter: key.outer,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  ctx.audit({ subject: `Agreement_${id}`, after: { partnerId: input.partnerId, ...terms } });
  return id;
}

export type AgreementChange = Partial<Omit<AgreementTerms, 'purpose'>>;

/**
 * Changes the terms, and with them, in the same transaction, what the partner sees. The purpose stays: consents were
 * given for it. Errors: `AGREEMENT_STATUS` when it has ended, `VERSION_CONFLICT`, those of the checks.
 */
export async function updateAgreement(
  ctx: Writing,
  id: string,
  version: number,
  change: AgreementChange,
  catalogue: readonly GrantableField[],
): Promise<void> {
  const before = await lockAgreement(ctx, id);
  sameVersion(before, version);
  if (before.status === 'ENDED') checkMove('ENDED', 'ACTIVE');
  const terms = checkTerms({ ...before, ...given(change) }, before.segments);
  if (change.fields) checkGrants(change.fields, catalogue);
  if (before.status === 'ACTIVE') checkActivation(terms, realDay(ctx));
  await save(ctx, before, { ...terms, ...moments(terms, ctx.timezone) });
  ctx.audit({ subject: `Agreement_${id}`, before: termsOf(before), after: terms });
}

/** DRAFT or SUSPENDED → ACTIVE, ACTIVE → SUSPENDED, any → ENDED; holds at once, keys included. */
export async function moveAgreement(ctx: Writing, id: string, to: AgreementStatus): Promise<void> {
  const before = await lockAgreement(ctx, id);
  checkMove(before.status, to);
  if (to === 'ACTIVE') checkActivation(before, realDay(ctx));
  await save(ctx, before, { status: to });
  ctx.audit({ subject: `Agreement_${id}`, before: { status: before.status }, after: { status: to } });
}

/** The business moved to another time zone: agreed days begin and end there from now on. Done twice, it changes nothing. */
export async function moveAgreedDays(ctx: Pick<JobContext, 'db' | 'timezone'>): Promise<void> {
  const start = (day: SQLWrapper) => sql`(${day}::timestamp at time zone ${ctx.timezone}::text)`;
  await ctx.db.transaction(async (tx) => {
    await tx.update(agreements).set({ startsAt: start(agreements.validFrom), endsAt: start(agreements.validTo) });
    await refreshSharing(tx, 'everybody');
  });
  forgetKeys();
}

type AgreementRow = typeof agreements.$inferSelect;

async function lockAgreement(ctx: Writing, id: string): Promise<AgreementRow> {
  const [row] = await ctx.tx.select().from(agreements).where(eq(agreements.id, id)).for('update');
  if (!row) throw noSuch('Agreement', 'id');
  return row;
}

async function save(ctx: Writing, before: AgreementRow, change: object): Promise<void> {
  await ctx.tx
    .update(agreements)
    .set({
      ...change,
      version: before.version + 1,
      grantsVersion: before.grantsVersion + 1,
      updatedAt: ctx.now,
    })
    .where(eq(agreements.id, before.id));
  await refreshSharing(ctx.tx, { agreementId: before.id });
  forgetKeys();
}

function termsOf(row: AgreementRow): AgreementTerms {
  const { purpose, fields, regions, segments, validFrom, validTo, minimumCount } = row;
  return { purpose, fields, regions, segments, validFrom, validTo, minimumCount };
}

function given<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** First moments of the agreed days where the business is. */
function moments(terms: { validFrom: string; validTo: string | null }, timezone: string) {
  const start = (day: string) => sql<Date>`(${day}::date::timestamp at time zone ${timezone}::text)`;
  return { startsAt: start(terms.validFrom), endsAt: terms.validTo === null ? null : start(terms.validTo) };
}

/** Today by the real clock, where the business is: agreements do not follow the as-of date. */
function realDay(ctx: Writing): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ctx.timezone, dateStyle: 'short' }).format(ctx.now);
}
