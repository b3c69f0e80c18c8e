import {
  checkPoint,
  checkProbe,
  REACHED_BY,
  type ServicePoint,
  type ServicePointProbe,
} from '@perennial/domain/points/point';
import { DomainError } from '@perennial/domain/shared/errors';
import { checkPhone } from '@perennial/domain/shared/phone';
import { checkWebsite } from '@perennial/domain/shared/website';
import { dayNumber } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { SystemWriteContext, WriteContext } from '@perennial/kernel/write/context';
import { sameVersion } from '@perennial/kernel/write/version';
import { and, eq, ne } from 'drizzle-orm';
import { servicePointProbes, servicePoints } from './table.ts';

export type Writing = Pick<WriteContext | SystemWriteContext, 'tx' | 'now' | 'asOf' | 'audit' | 'actor' | 'hook'>;

type Said = 'address' | 'phone' | 'email' | 'website' | 'region' | 'calendarId' | 'note';

export type PointInput = Pick<ServicePoint, 'name'> & { [K in Said]?: ServicePoint[K] | undefined } & {
  words?: ServicePoint['words'] | undefined;
  active?: boolean | undefined;
};

/** Enters a place where customers are served (維修網點, C9). @throws DomainError POINT_NAME_TAKEN, POINT_NO_CONTACT, BAD_PHONE, BAD_WEBSITE */
export async function createPoint(ctx: Writing, input: PointInput): Promise<string> {
  const said = emptied(input);
  const row = {
    address: null,
    phone: null,
    email: null,
    website: null,
    ...said,
    name: input.name,
    active: input.active ?? true,
  };
  checkPoint(row);
  checkPhone(row.phone);
  checkWebsite(row.website);
  await refuseTakenName(ctx.tx, row.name);
  const id = newId();
  await ctx.tx.insert(servicePoints).values({ id, ...row, createdAt: ctx.now, updatedAt: ctx.now });
  ctx.audit({ subject: `ServicePoint_${id}`, after: row });
  return id;
}

/**
 * Changes what is given; areas that promise the point may refuse it (`POINT_PROMISED`).
 * @throws DomainError NOT_FOUND, VERSION_CONFLICT, POINT_NAME_TAKEN, POINT_NO_CONTACT, BAD_PHONE, BAD_WEBSITE
 */
export async function updatePoint(ctx: Writing, id: string, seen: number, input: Partial<PointInput>): Promise<void> {
  const before = await lockPoint(ctx.tx, id);
  sameVersion(before, seen);
  const change = emptied(input);
  checkPoint({ ...before, ...change });
  checkPhone(change.phone, before.phone);
  checkWebsite(change.website, before.website);
  if (change.name !== undefined && change.name !== before.name) await refuseTakenName(ctx.tx, change.name, id);
  await ctx.tx
    .update(servicePoints)
    .set({ ...change, version: seen + 1, updatedAt: ctx.now })
    .where(eq(servicePoints.id, id));
  await ctx.hook('points.changed', { asOf: ctx.asOf, before, after: { ...before, ...change } });
  ctx.audit({ subject: `ServicePoint_${id}`, before, after: change });
}

export type ProbeInput = Pick<ServicePointProbe, 'channel' | 'answered'> & {
  /** The day of the try; today where left out. */
  on?: string | undefined;
  note?: string | null | undefined;
};

/** Writes down a try to reach a point. @throws DomainError NOT_FOUND, PROBE_IN_FUTURE, PROBE_CHANNEL_MISSING, BAD_DATE */
export async function recordProbe(ctx: Writing, pointId: string, probe: ProbeInput): Promise<string> {
  const point = await lockPoint(ctx.tx, pointId);
  const on = probe.on ?? ctx.asOf;
  dayNumber(on);
  checkProbe(point, { on, channel: probe.channel }, ctx.asOf);
  const id = newId();
  const row = {
    channel: probe.channel,
    contact: point[REACHED_BY[probe.channel]],
    answered: probe.answered,
    note: probe.note ?? null,
    on,
    by: nameOf(ctx),
  };
  await ctx.tx.insert(servicePointProbes).values({ id, pointId, ...row, createdAt: ctx.now });
  ctx.audit({ subject: `ServicePointProbe_${id}`, after: { ...row, pointId } });
  return id;
}

/** Tries of the sample are the program's own. */
const nameOf = ({ actor }: Writing): string => (actor.kind === 'staff' ? actor.name : 'Perennial');

async function lockPoint(tx: Orm, id: string): Promise<typeof servicePoints.$inferSelect> {
  const [row] = await tx.select().from(servicePoints).where(eq(servicePoints.id, id)).for('update');
  if (row) return row;
  throw new DomainError('NOT_FOUND', 'There is no such service point; pass an id that the API gave you in "id".', {
    path: ['id'],
    params: { type: 'ServicePoint' },
  });
}

async function refuseTakenName(tx: Orm, name: string, besides?: string): Promise<void> {
  const other = besides === undefined ? undefined : ne(servicePoints.id, besides);
  const [taken] = await tx
    .select({ id: servicePoints.id })
    .from(servicePoints)
    .where(and(eq(servicePoints.name, name), other));
  if (!taken) return;
  throw new DomainError('POINT_NAME_TAKEN', `There is a service point "${name}" already; choose another name.`, {
    path: ['name'],
    params: { name },
  });
}

/** Without what was left out; a text of nothing but blanks says nothing. */
function emptied<T extends object>(input: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value === '' ? null : (value as unknown)]),
  ) as never;
}
