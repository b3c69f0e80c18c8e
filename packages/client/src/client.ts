import { document, type TypedDocument } from './document.ts';
import type { Types } from './schema.ts';
import type { Select, Selected } from './select.ts';

export interface PartnerClientOptions {
  /** Address of the partner endpoint, e.g. `https://shop.example/partner/graphql`. */
  url: string;
  /** The key of your agreement: `pk_…`. */
  key: string;
  /** Default: the platform's own. */
  fetch?: typeof fetch;
}

/** What the business answered instead of data. `code` is stable; the message says what to do. */
export class PartnerApiError extends Error {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.name = 'PartnerApiError';
    this.code = code;
    this.status = status;
  }
}

type CustomerArguments = Types['Query']['customers']['args'];

export interface PartnerClient {
  /** Asks one question; the answer has the type of what was selected. */
  ask<const S extends Select<'Query'>>(select: S, name?: string): Promise<Selected<'Query', S>>;
  /** Goes through all customers that the agreement shows, page by page. */
  customers<const S extends Select<'Customer'>>(
    select: S,
    options?: Omit<CustomerArguments, 'first' | 'after' | 'last' | 'before'> & { pageSize?: number },
  ): AsyncGenerator<Selected<'Customer', S>>;
  /** Sends a document that was written elsewhere. */
  send<Answer>(question: TypedDocument<Answer>): Promise<Answer>;
}

/** A client for one agreement. Keeps nothing but the key; every call is one request. */
export function createPartnerClient(options: PartnerClientOptions): PartnerClient {
  const client: PartnerClient = {
    ask: (select, name) => client.send(document(select, name)),
    send: (question) => send(options, question, true),
    async *customers(select, { pageSize = 50, ...filter } = {}) {
      for (let after: string | undefined; ; ) {
        const page = await client.ask(
          {
            customers: {
              $: { first: pageSize, ...filter, ...(after === undefined ? {} : { after }) },
              nodes: select as Select<'Customer'>,
              pageInfo: { hasNextPage: true, endCursor: true },
            },
          },
          'Customers',
        );
        yield* page.customers.nodes as Selected<'Customer', typeof select>[];
        const { hasNextPage, endCursor } = page.customers.pageInfo;
        if (!hasNextPage || endCursor === null) return;
        after = endCursor;
      }
    },
  };
  return client;
}

interface Body<Answer> {
  data?: Answer | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

async function send<Answer>(
  options: PartnerClientOptions,
  { query, variables }: TypedDocument<Answer>,
  again: boolean,
): Promise<Answer> {
  const response = await (options.fetch ?? fetch)(options.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${options.key}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json().catch(() => ({}))) as Body<Answer>;
  const error = body.errors?.[0];
  // the agreement was changed while the question was on its way; asked again it is answered by the new one
  if (error?.extensions?.code === 'STALE' && again) return send(options, { query, variables }, false);
  if (error) throw new PartnerApiError(error.extensions?.code ?? 'UNKNOWN', error.message, response.status);
  if (!response.ok || !body.data) {
    throw new PartnerApiError('NO_ANSWER', `The address ${options.url} did not answer as expected.`, response.status);
  }
  return body.data;
}
