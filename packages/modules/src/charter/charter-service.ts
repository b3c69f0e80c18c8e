import type { CalendarData } from '@perennial/domain/calendars/calendar';
import { charterOn, type Charter } from '@perennial/domain/charter/charter';
import { wordingOf } from '@perennial/domain/policies/phrases';
import type { Language } from '@perennial/domain/shared/language';
import type { PageContext } from '@perennial/kernel/server/page';
import { calendarData, calendarsById } from '../calendars/index.ts';
import { productExtras, type ProductExtras } from '../catalog/index.ts';
import { lastAnswered, pointsOf } from '../points/index.ts';
import { publishedPolicies, type PublicPolicy, type PublicVersion } from '../policies/index.ts';

/** A policy with what is shown of it today. */
export interface ShownPolicy {
  policy: PublicPolicy;
  charter: Charter<PublicVersion>;
}

export interface ShownPoint {
  name: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  region: string | null;
  note: string | null;
  words: unknown;
  lastAnsweredOn: string | null;
  calendar: CalendarData | null;
}

/** A policy with the names of what its versions list, whatever became of it since. */
export interface NamedPolicy extends ShownPolicy {
  named: {
    points: ReadonlyMap<string, { name: string; words: unknown }>;
    calendars: ReadonlyMap<string, CalendarData>;
  };
}

/** Everything on one charter page. */
export interface CharterPage extends NamedPolicy {
  /** The policy that it varies for some regions; null: it stands by itself. */
  base: ShownPolicy | null;
  variants: readonly ShownPolicy[];
  points: readonly ShownPoint[];
  extras: { products: readonly ProductExtras[]; all: number };
}

const EXTRAS_SHOWN = 50;

/** What a charter is made with. */
type Making = Pick<PageContext, 'db' | 'asOf' | 'once'>;

/** Policies of which something is or was promised, or will be; in order of name. */
export const shownPolicies = (ctx: Making): Promise<ShownPolicy[]> => ctx.once('policies', () => policiesOf(ctx));

async function policiesOf(ctx: Making): Promise<ShownPolicy[]> {
  const policies = await publishedPolicies(ctx.db.orm);
  return policies
    .map((policy) => ({ policy, charter: charterOn(policy.versions, ctx.asOf) }))
    .filter(({ charter }) => charter.history.length + charter.upcoming.length > 0);
}

/** Null where no policy of that address was ever published. */
export async function charterPage(ctx: Making, slug: string): Promise<CharterPage | null> {
  const all = await shownPolicies(ctx);
  const shown = all.find(({ policy }) => policy.slug === slug);
  if (!shown) return null;
  const { policy, charter } = shown;
  return {
    ...shown,
    named: await namesIn(ctx, charter),
    base: all.find((each) => each.policy.id === policy.baseId) ?? null,
    variants: all.filter((each) => each.policy.baseId === policy.id && each.charter.inForce !== null),
    points: await pointsShown(ctx, charter.inForce?.pointIds ?? []),
    extras: await productExtras(ctx.db.orm, EXTRAS_SHOWN),
  };
}

async function namesIn({ db }: Making, { history, upcoming }: Charter<PublicVersion>): Promise<NamedPolicy['named']> {
  const versions = [...history, ...upcoming].map(({ version }) => version);
  const pointIds = new Set(versions.flatMap((version) => version.pointIds));
  const calendarIds = new Set(versions.flatMap(({ calendarId }) => calendarId ?? []));
  return {
    points: new Map((await pointsOf(db.orm, [...pointIds])).map((point) => [point.id, point])),
    calendars: await calendarsById(db.orm, [...calendarIds]),
  };
}

/** Those in service: where nobody is served any more, nobody is sent. */
async function pointsShown({ db, asOf }: Making, ids: readonly string[]): Promise<ShownPoint[]> {
  if (ids.length === 0) return [];
  const points = (await pointsOf(db.orm, ids)).filter(({ active }) => active);
  const answered = await lastAnswered(db.orm, ids, asOf);
  return Promise.all(
    points.map(async ({ id, name, address, phone, email, website, region, note, words, calendarId }) => ({
      name,
      address,
      phone,
      email,
      website,
      region,
      note,
      words,
      lastAnsweredOn: answered.get(id) ?? null,
      calendar: calendarId === null ? null : await calendarData(db.orm, calendarId),
    })),
  );
}

/** The version that a charter is about: in force, else the last one that was, else the first one to come. */
export const shownOf = ({ inForce, history, upcoming }: Charter<PublicVersion>): PublicVersion | undefined =>
  inForce ?? history[0]?.version ?? upcoming[0]?.version;

/**
 * How a policy is called in a language, and how the version introduces it; without an intro, as in versions from before
 * they had one, the policy's description. Texts for which nothing was written in the language stay as they are.
 */
export function inLanguage(
  policy: PublicPolicy,
  language: Language,
  version?: PublicVersion,
): { name: string; description: string } {
  const words = policy.words[language];
  return {
    name: words?.name || policy.name,
    description:
      version === undefined || version.intro === null
        ? words?.description || policy.description
        : wordingOf(version.intro, language, version.phrases),
  };
}
