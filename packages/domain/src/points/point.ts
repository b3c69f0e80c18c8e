import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';
import { LANGUAGES, type Language } from '../shared/language.ts';

export const PROBE_CHANNELS = ['PHONE', 'EMAIL', 'VISIT', 'WEBSITE'] as const;
export type ProbeChannel = (typeof PROBE_CHANNELS)[number];

/** How a point is called, found and described in a language, where its own words are not meant for that language's readers. */
export const pointWords = z.partialRecord(
  z.enum(LANGUAGES),
  z.object({
    name: z.string().trim().max(120).optional(),
    address: z.string().trim().max(300).optional(),
    note: z.string().trim().max(10_000).optional(),
  }),
);

/** Where customers are served (維修網點, C9), with the hours of a calendar. */
export const servicePoint = entity('ServicePoint', {
  plural: 'servicePoints',
  owner: 'reference',
  fields: {
    name: f.text({ max: 120, filter: true, sort: true }),
    address: f.text({ max: 300, nullable: true }),
    phone: f.text({ max: 60, nullable: true }),
    email: f.text({ max: 254, nullable: true }),
    website: f.text({ max: 300, nullable: true }),
    /** Region it serves, as customers name theirs; null: everywhere. */
    region: f.text({ max: 80, nullable: true, filter: true }),
    /** Its hours; null: not stated. */
    calendarId: f.ref('Calendar', { nullable: true, filter: true }),
    /** For customers: everybody reads it on the charter (C5). */
    note: f.longText({ nullable: true }),
    words: f.json(pointWords, {}),
    /** False: closed for good or for now; a policy that lists it cannot be published. */
    active: f.bool({ filter: true }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

/** One try to reach a service point, and whether anybody answered (無人接聽). */
export const servicePointProbe = entity('ServicePointProbe', {
  plural: 'servicePointProbes',
  owner: 'reference',
  fields: {
    pointId: f.ref('ServicePoint', { filter: true, write: 'create' }),
    on: f.date({ filter: true, sort: true, write: 'create' }),
    channel: f.enum('ProbeChannel', PROBE_CHANNELS, { filter: true, write: 'create' }),
    answered: f.bool({ filter: true, write: 'create' }),
    /** For colleagues; never shown publicly. */
    note: f.text({ max: 500, nullable: true, write: 'create' }),
    /** Who tried. */
    by: f.text({ max: 254, write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
  },
});

export type ServicePoint = Infer<typeof servicePoint>;
export type ServicePointProbe = Infer<typeof servicePointProbe>;

type Told = Pick<ServicePoint, 'name' | 'address' | 'note'>;

/** What a point tells a reader of the language of itself; its own words where none were given for it. */
export function pointIn({ name, address, note, words }: Told & { words?: unknown }, language: Language): Told {
  const said = pointWords.safeParse(words ?? {}).data?.[language];
  return {
    name: said?.name || name,
    // only what is there can be told in other words
    address: address && (said?.address || address),
    note: note && (said?.note || note),
  };
}

/** What a point is called by a reader of the language. */
export const pointNameIn = ({ name, words }: Pick<Told, 'name'> & { words?: unknown }, language: Language): string =>
  pointIn({ name, address: null, note: null, words }, language).name;

type Ways = Pick<ServicePoint, 'address' | 'phone' | 'email' | 'website'>;

/** What of a point each channel reaches. */
export const REACHED_BY: Readonly<Record<ProbeChannel, keyof Ways>> = {
  PHONE: 'phone',
  EMAIL: 'email',
  VISIT: 'address',
  WEBSITE: 'website',
};

/** @throws DomainError POINT_NO_CONTACT */
export function checkPoint(point: Ways): void {
  if (point.address || point.phone || point.email || point.website) return;
  throw new DomainError(
    'POINT_NO_CONTACT',
    'A service point needs at least one way to reach it: give an address, phone, email or website.',
    { path: ['phone'] },
  );
}

/** @throws DomainError PROBE_IN_FUTURE, PROBE_CHANNEL_MISSING */
export function checkProbe(point: Ways, probe: Pick<ServicePointProbe, 'on' | 'channel'>, asOf: string): void {
  if (probe.on > asOf) {
    throw new DomainError('PROBE_IN_FUTURE', `A try cannot lie after today (${asOf}); give the day it was made "on".`, {
      path: ['on'],
      params: { asOf },
    });
  }
  const field = REACHED_BY[probe.channel];
  if (!point[field]) {
    throw new DomainError(
      'PROBE_CHANNEL_MISSING',
      `The service point has no ${field}, so it cannot be tried that way; enter its ${field} or choose another channel.`,
      { path: ['channel'], params: { channel: probe.channel } },
    );
  }
}
