import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { revisionFact } from '../db/revisions.ts';
import { LruMap } from '../graphql/lru.ts';
import { frameOf } from '../write/business.ts';
import { business, kernelFacts } from '../write/table.ts';
import { freshRead } from './fresh-read.ts';
import type { MadePage } from './made-page.ts';
import type { PageContext, PublicPage } from './page.ts';

/** A page's surroundings at one moment, and what was made in them already. */
export interface PageMoment extends Pick<PageContext, 'asOf' | 'currency' | 'timezone' | 'once'> {
  readonly business: string;
  /** The page of that name; made where it is not there yet, and kept unless it may not be. */
  readonly page: (name: string, make: () => Promise<MadePage>) => Promise<MadePage>;
}

/** Pages are as many as policies and languages; what is more is made again. */
const KEPT = 300;

/**
 * What a public page is made of, asked anew by one small statement at each request, and the pages made of it since it
 * last changed: a flood of readers costs no more than that statement, and nobody is shown a promise of yesterday. It
 * holds for several processes on one database, because the database itself says when something changed.
 */
export function keptPages(db: Database, now: () => Date, { path, madeOf }: PublicPage): () => Promise<PageMoment> {
  let kept = { state: '', ...nothingMade() };
  const look = async () => {
    const fact = eq(kernelFacts.name, revisionFact(path));
    const [row] = await db.orm
      .select({ business, revision: kernelFacts.value })
      .from(business)
      .leftJoin(kernelFacts, fact)
      .where(eq(business.id, 1));
    return row;
  };
  const read = madeOf ? freshRead(look) : look;
  return async () => {
    const row = await read();
    const frame = frameOf(row?.business, now());
    const name = row?.business.name ?? '';
    // without a revision nobody would say when something changed
    const state = madeOf && row?.revision ? JSON.stringify([row.revision, frame, name]) : null;
    if (state === null) return { ...frame, business: name, once: (_, make) => make(), page: (_, make) => make() };
    if (kept.state !== state) kept = { state, ...nothingMade() };
    const { parts, pages } = kept;
    return {
      ...frame,
      business: name,
      once: (part, make) => parts.of(part, make) as never,
      page: (address, make) => pages.of(address, make),
    };
  };
}

const nothingMade = () => ({
  parts: new Made<unknown>(() => true),
  // addresses at which there is nothing are as many as somebody cares to think up
  pages: new Made<MadePage>(({ status }) => status === 200),
});

/** Who comes while it is being made waits for the same; what failed is tried again by the next. */
class Made<T> {
  readonly #kept = new LruMap<string, { made: T }>(KEPT);
  readonly #making = new Map<string, Promise<T>>();
  readonly #keeps: (made: T) => boolean;

  constructor(keeps: (made: T) => boolean) {
    this.#keeps = keeps;
  }

  of(name: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(name);
    if (kept) return Promise.resolve(kept.made);
    const underWay = this.#making.get(name);
    if (underWay) return underWay;
    const making = this.#make(name, make);
    this.#making.set(name, making);
    return making;
  }

  async #make(name: string, make: () => Promise<T>): Promise<T> {
    try {
      const made = await make();
      if (this.#keeps(made)) this.#kept.set(name, { made });
      return made;
    } finally {
      this.#making.delete(name);
    }
  }
}
