import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { buildSchema, isInputObjectType, parse, type GraphQLInputObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { owner } from '../oracle/questions.ts';
import { openShop, type Shop } from '../shop/shop.ts';
import { gid } from './entry.ts';
import { VERSIONED } from './versioned-writes.ts';
import { createWorld, uuid } from './world.ts';

const olive = { ...owner, id: uuid(241) };
const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../../staff.graphql'), 'utf8'));

/** Every write that takes the version it was decided on. */
const versioned = (): string[] =>
  Object.values(schema.getMutationType()!.getFields())
    .filter(({ args }) => {
      const input = args.map(({ type }) => schema.getType(String(type).replace('!', ''))).find(isInputObjectType);
      return (input as GraphQLInputObjectType | undefined)?.getFields()['version'];
    })
    .map(({ name }) => name)
    .sort();

describe('C1 a write that was decided on what somebody else has changed since', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop();
    await createWorld(shop.db, { keyHash: 'x', inner: '', outer: '', reference: gid('', 1).slice(1), grants: [] });
  });

  it('is tried for each that there is: enter new ones in `versioned-writes.ts`', () => {
    expect(Object.keys(VERSIONED).sort()).toEqual(versioned());
  });

  it.each(Object.entries(VERSIONED))('%s is refused and changes nothing', async (name, input) => {
    const trail = () => rowsOf(shop.db.orm, sql`select operation from audit_events where before is not null`);
    const before = await trail();
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
    const variables = { input: { ...input, version: 999 } };
    const request = { document: parse(query), documentHash: query, operationName: null, variables };
    const { data, errors } = await shop.engine.staff.execute(request, olive);
    const told = data as Record<string, unknown> | null;
    expect([errors, told?.[name]]).toMatchObject([undefined, { userErrors: [{ code: 'VERSION_CONFLICT' }] }]);
    expect(await trail()).toEqual(before);
  });
});
