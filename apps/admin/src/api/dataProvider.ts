import type { DataProvider, RaRecord } from 'react-admin';
import { ApiError, asHttpError, refuse, type ApiProblem } from './errors.ts';
import { graphqlFilter, orderName, type AnyDocument, type ResourceSpec } from './resource.ts';
import { send } from './send.ts';

type Row = RaRecord<string>;
type Variables = Record<string, unknown>;
type Sender = (document: AnyDocument, variables: Variables, signal?: AbortSignal) => Promise<Record<string, unknown>>;

interface Connection {
  nodes: Row[];
  totalCount: number;
}

type Payload = Record<string, unknown> & { userErrors?: ApiProblem[] };

const sendUntyped: Sender = (document, variables, signal) =>
  send<Record<string, unknown>, Variables>(document, variables, signal);

/**
 * react-admin's data contract over our documents: nothing is guessed from the schema, a resource can do what its
 * documents do. Errors keep their code; those that name a field land beside it.
 */
export function dataProviderFor(resources: Record<string, ResourceSpec>, sender: Sender = sendUntyped): DataProvider {
  const documentOf = (resource: string, kind: keyof ResourceSpec): AnyDocument => {
    const document = resources[resource]?.[kind];
    if (!document)
      throw new Error(`The resource "${resource}" has no document for "${kind}"; add it to its folder's resource.`);
    return document;
  };
  const ask = async <T>(
    resource: string,
    kind: keyof ResourceSpec,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<T> => {
    try {
      const data = await sender(documentOf(resource, kind), variables, signal);
      return Object.values(data)[0] as T;
    } catch (error) {
      throw error instanceof ApiError ? asHttpError(error) : error;
    }
  };
  const write = async (resource: string, kind: 'create' | 'update' | 'remove', input: Variables): Promise<Row> => {
    const payload = await ask<Payload>(resource, kind, { input });
    try {
      refuse(payload.userErrors);
    } catch (error) {
      throw error instanceof ApiError ? asHttpError(error) : error;
    }
    const [, row] = Object.entries(payload).find(([key]) => key !== 'userErrors' && key !== '__typename') ?? [];
    return (row ?? { id: input.id }) as Row;
  };
  const one = async (resource: string, id: unknown, signal?: AbortSignal): Promise<Row> => {
    const row = await ask<Row | null>(resource, 'one', { id }, signal);
    if (!row) throw asHttpError(new ApiError([{ code: 'NOT_FOUND', message: 'It no longer exists.' }], 404));
    return row;
  };

  const provider: DataProvider<string> = {
    supportAbortSignal: true,
    async getList(resource, { pagination, sort, filter, signal }) {
      const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
      const values = (filter ?? {}) as Record<string, unknown>;
      const connection = await ask<Connection>(
        resource,
        'list',
        {
          first: perPage,
          offset: (page - 1) * perPage,
          filter: graphqlFilter(values),
          search: typeof values.q === 'string' && values.q.trim() ? values.q.trim() : null,
          ...(sort ? { orderBy: orderName(sort.field, sort.order) } : {}),
        },
        signal,
      );
      return { data: connection.nodes as never[], total: connection.totalCount };
    },
    async getOne(resource, { id, signal }) {
      return { data: (await one(resource, id, signal)) as never };
    },
    async getMany(resource, { ids, signal }) {
      return { data: (await Promise.all(ids.map((id) => one(resource, id, signal)))) as never[] };
    },
    getManyReference: (resource, { target, id, filter, ...rest }) =>
      provider.getList(resource, { ...rest, filter: { ...(filter as Variables), [target]: id } }),
    async create(resource, { data }) {
      return { data: (await write(resource, 'create', data as Variables)) as never };
    },
    async update(resource, { id, data }) {
      return { data: (await write(resource, 'update', { ...(data as Variables), id })) as never };
    },
    async updateMany(resource, { ids, data }) {
      for (const id of ids) await write(resource, 'update', { ...(data as Variables), id });
      return { data: ids };
    },
    async delete(resource, { id }) {
      return { data: (await write(resource, 'remove', { id })) as never };
    },
    async deleteMany(resource, { ids }) {
      for (const id of ids) await write(resource, 'remove', { id });
      return { data: ids };
    },
  };
  return provider;
}
