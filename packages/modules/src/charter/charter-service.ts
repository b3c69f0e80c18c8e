import type { CalendarData } from '@perennial/domain/calendars/calendar';
import { charterOn, type Charter } from '@perennial/domain/charter/charter';
import type { Language } from '@perennial/domain/shared/language';
import type { PageContext } from '@perennial/kernel/server/page';
import { calendarData } from '../calendars/index.ts';
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
  lastAnsweredOn: string | null;
  calendar: CalendarData | null;
}

/** Everything on one charter page. */
export interface CharterPage extends ShownPolicy {
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
    base: all.find((each) => each.policy.id === policy.baseId) ?? null,
    variants: all.filter((each) => each.policy.baseId === policy.id && each.charter.inForce !== null),
    points: await pointsShown(ctx, charter.inForce?.pointIds ?? []),
    extras: await productExtras(ctx.db.orm, EXTRAS_SHOWN),
  };
}

/** Those in service: where nobody is served any more, nobody is sent. */
async function pointsShown({ db, asOf }: Making, ids: readonly string[]): Promise<ShownPoint[]> {
  if (ids.length === 0) return [];
  const points = (await pointsOf(db.orm, ids)).filter(({ active }) => active);
  const answered = await lastAnswered(db.orm, ids, asOf);
  return Promise.all(
    points.map(async ({ id, name, address, phone, email, website, region, note, calendarId }) => ({
      name,
      address,
      phone,
      email,
      website,
      region,
      note,
      lastAnsweredOn: answered.get(id) ?? null,
      calendar: calendarId === null ? null : await calendarData(db.orm, calendarId),
    })),
  );
}

/** How a policy is called and described in a language; its own words where none were written for it. */
export function inLanguage(policy: PublicPolicy, language: Language): { name: string; description: string } {
  const words = policy.words[language];
  return { name: words?.name || policy.name, description: words?.description || policy.description };
}
