export interface GraphQLAnswer<Data = Record<string, unknown>> {
  status: number;
  data?: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; [key: string]: unknown } }[];
}

/** Asks one endpoint as one caller, over HTTP like anybody else. */
export interface GraphQLClient {
  readonly headers: Readonly<Record<string, string>>;
  /** The answer as it came, errors included. */
  ask<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer<Data>>;
  /** The answer's data; throws what went wrong. `userErrors` of a mutation are data. */
  data<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Data>;
}

export function graphqlClient(endpoint: string, headers: Readonly<Record<string, string>>): GraphQLClient {
  const ask = async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer<Data>> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Omit<GraphQLAnswer<Data>, 'status'>;
    return { status: response.status, ...body };
  };
  return {
    headers,
    ask,
    async data<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
      const { data, errors } = await ask<Data>(query, variables);
      if (errors || !data) throw new Error(JSON.stringify(errors ?? 'no data', null, 2));
      return data;
    },
  };
}
