import { DomainError } from '@perennial/domain/shared/errors';
import type { GraphQLEndpoint } from './apollo.ts';

/** Sets of grants whose schema is kept; a schema with its documents and plans takes a few megabytes. */
const KEPT = 40;

/**
 * One endpoint per set of grants: what an agreement does not grant does not exist in its schema. Agreements that grant
 * the same share one. An endpoint that falls out finishes what it is answering before it stops.
 */
export class PartnerEndpoints {
  readonly #start: (grants: readonly string[]) => Promise<GraphQLEndpoint>;
  /** Used longest ago first. */
  readonly #byGrants = new Map<string, Promise<GraphQLEndpoint>>();
  readonly #keep: number;
  #closed = false;

  constructor(start: (grants: readonly string[]) => Promise<GraphQLEndpoint>, keep = KEPT) {
    this.#start = start;
    this.#keep = keep;
  }

  for(grants: readonly string[]): Promise<GraphQLEndpoint> {
    if (this.#closed) throw new DomainError('SHUTTING_DOWN', 'The server is stopping; try again shortly.');
    const key = [...new Set(grants)].sort().join(' ');
    const known = this.#byGrants.get(key);
    this.#byGrants.delete(key);
    const endpoint = known ?? this.#start(grants);
    this.#byGrants.set(key, endpoint);
    // a schema that could not be built is tried again at the next request
    if (!known) endpoint.catch(() => this.#byGrants.delete(key));
    const [oldest] = this.#byGrants;
    if (oldest && this.#byGrants.size > this.#keep) {
      this.#byGrants.delete(oldest[0]);
      void drain(oldest[1]);
    }
    return endpoint;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#byGrants.values()].map(drain));
  }
}

/** Stops an endpoint once it has answered what it was asked. */
async function drain(starting: Promise<GraphQLEndpoint>): Promise<void> {
  const endpoint = await starting.catch(() => null);
  await endpoint?.idle();
  await endpoint?.stop();
}
