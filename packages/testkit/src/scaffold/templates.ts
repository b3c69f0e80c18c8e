import type { EntityNames } from './names.ts';

/** The declaration: everything else is read off it. */
export const domainFile = ({
  type,
  one,
  many,
  words,
}: EntityNames) => `import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** What a ${words} is and what it is for. A field is shared with nobody until its \`share\` says so. */
export const ${one} = entity('${type}', {
  plural: '${many}',
  owner: 'customer',
  fields: {
    name: f.text({ max: 200, filter: true, sort: true }),
    note: f.longText({ nullable: true, pii: 'indirect' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

export type ${type} = Infer<typeof ${one}>;
`;

export const tableFile = ({
  many,
  table,
}: EntityNames) => `import { createdAt, customerKey, ownedByCustomer, updatedAt, version } from '@perennial/kernel/db/columns';
import { index, pgTable, text } from 'drizzle-orm/pg-core';

export const ${many} = pgTable(
  '${table}',
  {
    ...customerKey(),
    name: text('name').notNull(),
    note: text('note'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [...ownedByCustomer(t), index('${table}_name_idx').on(t.customerId, t.name, t.id)],
);
`;

export const serviceFile = (
  { area, type, many, file, words }: EntityNames,
  table: string,
) => `import type { ${type} } from '@perennial/domain/${area}/${file}';
import { DomainError } from '@perennial/domain/shared/errors';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { and, eq } from 'drizzle-orm';
import { ${many} } from './${table}';

interface Ref {
  customerId?: string | undefined;
  id?: string | undefined;
}

type Writable = Pick<${type}, 'name' | 'note'>;
export type New${type} = Pick<Writable, 'name'> & { note?: string | null | undefined };
export type ${type}Change = { [K in keyof Writable]?: Writable[K] | undefined };

/** Adds a ${words} to a customer. Errors: \`NOT_FOUND\` when there is no such customer. */
export async function create${type}(ctx: WriteContext, customer: Ref, input: New${type}): Promise<Ref> {
  const ref = { customerId: customer.customerId ?? '', id: newId() };
  await ctx.tx.insert(${many}).values({ ...ref, ...input, createdAt: ctx.now, updatedAt: ctx.now });
  ctx.audit({ subject: \`${type}_\${ref.customerId}_\${ref.id}\`, after: input });
  return ref;
}

/** Changes what is given, on the version that was read. Errors: \`NOT_FOUND\`, \`VERSION_CONFLICT\`. */
export async function update${type}(ctx: WriteContext, ref: Ref, seen: number, change: ${type}Change): Promise<Ref> {
  const { customerId = '', id = '' } = ref;
  const row = and(eq(${many}.customerId, customerId), eq(${many}.id, id));
  const [before] = await ctx.tx.select().from(${many}).where(row).for('update');
  if (!before) throw new DomainError('NOT_FOUND', 'There is no such ${words}; it may have been removed.', { path: ['id'] });
  if (before.version !== seen) {
    throw new DomainError('VERSION_CONFLICT', 'Somebody changed this meanwhile; reload it and try again.', {
      path: ['version'],
      params: { yours: seen, current: before.version },
    });
  }
  const changed = { ...change, version: seen + 1, updatedAt: ctx.now };
  await ctx.tx.update(${many}).set(changed).where(row);
  ctx.audit({ subject: \`${type}_\${customerId}_\${id}\`, before: { name: before.name, note: before.note }, after: change });
  return { customerId, id };
}

`;

export const graphqlFile = (
  { area, type, one, file, words }: EntityNames,
  service: string,
) => `import { ${one} } from '@perennial/domain/${area}/${file}';
import { gid, mutation } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { create${type}, update${type} } from './${service}';

const KEEPERS = ['OWNER', 'POLICY_MANAGER', 'AGENT'] as const;
const { name, note } = ${one}.fields;

export const ${one}Mutations = [
  mutation({
    name: '${one}Create',
    description: 'Adds a ${words} to a customer.',
    roles: KEEPERS,
    input: z.object({ customerId: gid('Customer'), name, note: note.optional() }),
    payload: { ${one}: '${type}' },
    handle: async (ctx, { customerId, ...input }) => ({ ${one}: await create${type}(ctx, customerId, input) }),
  }),
  mutation({
    name: '${one}Update',
    description: 'Changes a ${words}; what is left out stays. Pass the version that you read.',
    roles: KEEPERS,
    input: z.object({ id: gid('${type}'), version: z.int32(), name: name.optional(), note: note.optional() }),
    payload: { ${one}: '${type}' },
    handle: async (ctx, { id, version, ...change }) => ({ ${one}: await update${type}(ctx, id, version, change) }),
  }),
];
`;

export const indexFile = ({
  area,
  type,
  one,
  many,
  file,
}: EntityNames) => `import { ${one} } from '@perennial/domain/${area}/${file}';
import { extendModel, hasMany, model } from '@perennial/kernel/graphql/model';
import { defineModule } from '@perennial/kernel/registry/module';
import { ${one}Mutations } from './graphql.ts';
import { ${many} } from './table.ts';

/** What this area of the business is about. */
export const ${area}Module = defineModule({
  name: '${area}',
  models: [model(${one}, ${many}, { root: true, search: ['name'], defaultOrder: 'NAME_ASC' })],
  extend: [extendModel('Customer', { relations: { ${many}: hasMany('${type}') } })],
  mutations: ${one}Mutations,
});
`;

export const testFile = ({
  area,
  type,
  one,
  many,
  words,
}: EntityNames) => `import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { beforeAll, expect, test } from 'vitest';

let server: TestServer;
let customerId: string;

beforeAll(async () => {
  server = await testServer();
  const agent = await server.as('AGENT');
  const made = await agent.data<{ customerCreate: { customer: { id: string } } }>(
    'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }',
    { input: { number: '${area.toUpperCase()}-1' } },
  );
  customerId = made.customerCreate.customer.id;
});

const CREATE = \`mutation ($input: ${type}CreateInput!) {
  ${one}Create(input: $input) { ${one} { id name version } userErrors { code } } }\`;
const UPDATE = \`mutation ($input: ${type}UpdateInput!) {
  ${one}Update(input: $input) { ${one} { name version } userErrors { code } } }\`;

interface Made {
  ${one}Create: { ${one}: { id: string; name: string; version: number } | null; userErrors: { code: string }[] };
}

test('a ${words} is added, found again and changed on the version that was read', async () => {
  const agent = await server.as('AGENT');
  const { ${one}Create: made } = await agent.data<Made>(CREATE, { input: { customerId, name: 'First' } });
  expect(made).toEqual({ ${one}: { id: expect.any(String), name: 'First', version: 1 }, userErrors: [] });

  const auditor = await server.as('AUDITOR');
  expect(await auditor.data('{ ${many}(first: 5) { nodes { name } } }')).toEqual({ ${many}: { nodes: [{ name: 'First' }] } });

  const change = { id: made.${one}?.id, version: 1, name: 'Second' };
  expect(await agent.data(UPDATE, { input: change })).toEqual({
    ${one}Update: { ${one}: { name: 'Second', version: 2 }, userErrors: [] },
  });
  expect(await agent.data(UPDATE, { input: change })).toMatchObject({
    ${one}Update: { userErrors: [{ code: 'VERSION_CONFLICT' }] },
  });
});

test('an auditor adds no ${words}', async () => {
  const auditor = await server.as('AUDITOR');
  const refused = await auditor.ask(CREATE, { input: { customerId, name: 'Never' } });
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await auditor.data('{ ${many}(filter: { name: { eq: "Never" } }) { totalCount } }')).toEqual({
    ${many}: { totalCount: 0 },
  });
});
`;
