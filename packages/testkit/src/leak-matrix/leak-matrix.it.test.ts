import type { PartnerActor, StaffActor } from '@perennial/kernel/auth/actor';
import { newId } from '@perennial/kernel/db/ids';
import { buildSchema } from '@perennial/kernel/graphql/schema';
import { SILENT } from '@perennial/kernel/server/log';
import { startServer } from '@perennial/kernel/server/perennial-server';
import { runnerPorts } from '@perennial/kernel/write/ports';
import { grantCatalogue } from '@perennial/modules/partners/catalogue';
import { previewActor } from '@perennial/modules/partners/reads';
import { ROLES, type Role } from '@perennial/domain/shared/roles';
import { isInputObjectType, isEnumType, isObjectType, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../../../../apps/api/src/extensions.ts';
import { deskOf } from '../partners/staff-desk.ts';
import { sharingWorld, type Sharer, type SharingWorld } from '../partners/sharing-world.ts';
import { ask, deniedTo, minimalCall } from '../partners/staff-ask.ts';
import { everyGrant, pathsOf } from './paths.ts';
import { plant, type Mark, type Planted } from './plant.ts';
import { registeredPaths } from './registered-paths.ts';
import { everything, everythingOnce, listOf, opened, type Style } from './widest.ts';

let world: SharingWorld;
let planted: Planted;
let sharer: Sharer;
let actor: PartnerActor;
let all: string[];
let ref: string;

beforeAll(async () => {
  world = await sharingWorld(modules);
  planted = await plant(world.db, world.registry);
  all = everyGrant(world.registry);
  sharer = await world.sharer({ fields: all, regions: ['Markland'], minimumCount: 1 });
  await world.consent(planted.ids.get('Customer shared')!, { partnerId: sharer.partnerId });
  actor = await world.actor(sharer.key);
  const { data, errors } = await world.askAs(actor, '{ customers { nodes { id } } }');
  expect(errors).toBeUndefined();
  ref = (data!['customers'] as { nodes: { id: string }[] }).nodes[0]!.id;
}, 120_000);

test('every path is registered, with exactly those who may take it', () => {
  const registered = new Map(
    Object.entries(registeredPaths).flatMap(([who, paths]) => paths.map((path) => [path, who])),
  );
  const found = pathsOf(world.registry);
  const unknown = [...found]
    .filter(([path, who]) => registered.get(path) !== who)
    .map(([path, who]) => `${path}: ${who}`);
  expect(unknown, 'enter these in registered-paths.ts after thinking about who may take them').toEqual([]);
  expect(
    [...registered.keys()].filter((path) => !found.has(path)),
    'these no longer exist',
  ).toEqual([]);
});

/** What an agreement with these grants may show: marks of granted fields that a granted path leads to. */
function visible(grants: readonly string[]): Set<Mark> {
  const catalogue = grantCatalogue(world.registry.models);
  const granted = new Set(grants);
  const reached = new Set(['Customer']);
  for (const entity of reached) {
    for (const entry of catalogue) {
      if (entry.entity === entity && entry.target && granted.has(`${entity}.${entry.field}`)) reached.add(entry.target);
    }
  }
  const always = new Set(catalogue.filter((e) => e.share === 'always').map((e) => `${e.entity}.${e.field}`));
  return new Set(
    planted.marks.filter(
      ({ field, whose }) =>
        whose !== 'hidden' && reached.has(field.split('.')[0]!) && (granted.has(field) || always.has(field)),
    ),
  );
}

const customerType = (grants: readonly string[]) =>
  buildSchema(world.registry, { audience: 'partner', grants }).getType('Customer') as GraphQLObjectType;

/** Everything that can be asked for under these grants, on every path that leads to a customer. */
function widest(
  grants: readonly string[],
  select: (type: GraphQLObjectType, style: Style) => string = everything,
): string[] {
  const type = customerType(grants);
  return [
    `{ list: customers(first: 50) { ${listOf(select(type, 'nodes'), 'nodes')} } }`,
    `{ list: customers(first: 50) { ${listOf(select(type, 'edges'), 'edges')} } }`,
    `query ($id: ID!) { one: customer(id: $id) { ${select(type, 'nodes')} } }`,
    `query ($id: ID!) { node(id: $id) { id ... on Customer { ${select(type, 'edges')} } } }`,
  ];
}

/** The answers to all of these, as one text; any error fails. */
async function answersTo(queries: readonly string[], as: PartnerActor): Promise<string> {
  const texts: string[] = [];
  for (const query of queries) {
    const { data, errors } = await world.askAs(as, query, query.startsWith('query') ? { id: ref } : {});
    expect(errors, query.slice(0, 200)).toBeUndefined();
    texts.push(JSON.stringify(data));
  }
  return texts.join('\n');
}

function check(text: string, grants: readonly string[]): void {
  const seen = opened(text);
  const allowed = visible(grants);
  const leaked = planted.marks.filter((mark) => seen.includes(mark.text) && !allowed.has(mark));
  expect(leaked, 'these values leave without being granted').toEqual([]);
  const named = [...planted.ids].filter(([, id]) => seen.includes(id)).map(([whose]) => whose);
  expect(named, 'ids of our rows leave').toEqual([]);
}

describe('partners: every field on every path', () => {
  test('everything granted: everything of the shared customer arrives, nothing else', async () => {
    for (const query of widest(all)) {
      const text = await answersTo([query], actor);
      check(text, all);
      const missing = [...visible(all)].filter((mark) => !opened(text).includes(mark.text));
      expect(missing, 'granted, but not on this path').toEqual([]);
    }
    expect(visible(all).size).toBeGreaterThan(30);
  });

  test('a leak would be seen, in plain text and inside a cursor', async () => {
    const text = await answersTo(widest(all), actor);
    expect(() =>
      check(
        text,
        all.filter((field) => field !== 'Customer.number'),
      ),
    ).toThrow('without being granted');
    const id = planted.ids.get('Touchpoint shared')!;
    expect(() => check(Buffer.from(`["AT_DESC",null,"${id}"]`).toString('base64'), all)).toThrow('ids of our rows');
  });

  test('for each field: all but this one granted, and it is nowhere', async () => {
    for (const field of all) {
      const grants = all.filter((name) => name !== field);
      // by nodes and by edges; that the other two paths deliver the same was seen above
      const [list = '', , , node = ''] = widest(grants, everythingOnce);
      check(await answersTo([list, node], { ...actor, grants }), grants);
    }
  }, 240_000);

  test('for each field: only this one granted, and nothing besides it arrives', async () => {
    for (const field of all) {
      check(await answersTo(widest([field]), { ...actor, grants: [field] }), [field]);
    }
  }, 240_000);

  test('for each field: not granted, it does not exist in types, filters, orders, suggestions or errors', async () => {
    for (const model of world.registry.models.values()) {
      for (const [name, { meta }] of model.fields) {
        const field = `${model.entity.name}.${name}`;
        if (meta.share === 'always') continue;
        const grants = all.filter((other) => other !== field);
        const schema = buildSchema(world.registry, { audience: 'partner', grants });
        const type = schema.getType(model.entity.name);
        const filter = schema.getType(`${model.entity.name}Filter`);
        const order = schema.getType(`${model.entity.name}Order`);
        const upper = name.replace(/([A-Z])/g, '_$1').toUpperCase();
        expect([field, isObjectType(type) && name in type.getFields()]).toEqual([field, false]);
        expect([field, isInputObjectType(filter) && name in filter.getFields()]).toEqual([field, false]);
        expect([
          field,
          isEnumType(order) &&
            order
              .getValues()
              .some((v) => v.name.startsWith(`${upper}_`) && /^(ASC|DESC)$/.test(v.name.slice(upper.length + 1))),
        ]).toEqual([field, false]);
      }
    }
    const none = { ...actor, grants: ['Customer.region'] };
    for (const name of ['internalNote', 'value', 'contacts', 'health']) {
      const { errors } = await world.askAs(none, `{ customers { nodes { ${name.slice(0, -1)} } } }`);
      expect(errors?.[0]?.message).not.toContain(`"${name}"`);
    }
  }, 120_000);

  test('filters, orders and broken input answer nothing about hidden customers', async () => {
    const hidden = planted.marks.filter((mark) => mark.whose === 'hidden' && mark.field === 'Customer.number');
    const query =
      'query ($f: CustomerFilter, $after: String) { customers(filter: $f, after: $after) { totalCount nodes { id } } }';
    for (const { text } of hidden) {
      for (const f of [
        { number: { eq: text } },
        { number: { contains: text } },
        { not: { number: { eq: 'x' } }, number: { in: [text] } },
      ]) {
        const { data } = await world.askAs(actor, query, { f });
        expect(data).toEqual({ customers: { totalCount: null, nodes: [] } });
      }
    }
    for (const variables of [{ after: 'x' }, { f: { number: { eq: 7 } } }, { f: { value: { gte: 'zq' } } }]) {
      const answer = await world.askAs(actor, query, variables);
      expect(answer.errors).toBeDefined();
      check(JSON.stringify(answer), []);
    }
    for (const whose of ['shared', 'hidden']) {
      for (const id of [
        `Customer_${planted.ids.get(`Customer ${whose}`)}`,
        `Touchpoint_${planted.ids.get(`Customer ${whose}`)}_${planted.ids.get(`Touchpoint ${whose}`)}`,
      ]) {
        const answer = await world.askAs(actor, 'query ($id: ID!) { node(id: $id) { id } }', { id });
        expect(answer.data?.['node'] ?? null).toBeNull();
      }
    }
  });

  test('the preview shows staff what the partner would get, no more', async () => {
    const grants = ['Customer.number', 'Customer.touchpoints', 'Touchpoint.at'];
    const preview = await previewActor(world.db, sharer.agreementId, 'owner@example.com');
    check(await answersTo(widest(grants), { ...preview, grants }), grants);
  });
});

describe('staff: every role on every path', () => {
  const someone = (role: Role): StaffActor => ({
    kind: 'staff',
    id: newId(),
    email: `${role}@example.com`,
    name: role,
    role,
  });
  const access = new Map(Object.entries(registeredPaths).flatMap(([who, paths]) => paths.map((path) => [path, who])));
  const mayTake = (path: string, role: Role): boolean => {
    const who = access.get(path);
    return who === 'staff' || (who?.split(' ').includes(role) ?? false);
  };
  test.each(ROLES)('%s reads what the list says, row by row and by counting', async (role) => {
    const { engine } = deskOf(world);
    for (const model of world.registry.models.values()) {
      if (!model.root) continue;
      const { name, plural } = model.entity;
      for (const inner of ['nodes { __typename }', 'totalCount', 'edges { cursor }']) {
        const answer = await ask(engine, someone(role), `{ ${plural}(first: 1) { ${inner} } }`);
        expect([role, plural, inner, deniedTo(answer)]).toEqual([
          role,
          plural,
          inner,
          !mayTake(`root ${plural}`, role),
        ]);
      }
      for (const [relation, { target, kind }] of model.relations) {
        const path = `relation ${name}.${relation}`;
        const open = mayTake(path, role) && mayTake(`root ${plural}`, role);
        for (const inner of kind === 'many' ? ['totalCount', 'nodes { __typename }'] : ['__typename']) {
          const answer = await ask(
            engine,
            someone(role),
            `{ ${plural}(first: 1) { nodes { ${relation} { ${inner} } } } }`,
          );
          expect([role, path, inner, target, deniedTo(answer)]).toEqual([role, path, inner, target, !open]);
        }
      }
      const id = planted.ids.get(`${name} everybody`) ?? newId();
      const owner = planted.ids.get('Customer shared')!;
      const gid =
        model.key === 'customer'
          ? `${name}_${owner}`
          : model.key === 'owned'
            ? `${name}_${owner}_${id}`
            : `${name}_${id}`;
      const answer = await ask(engine, someone(role), `{ node(id: "${gid}") { id } }`);
      expect([role, `node ${name}`, deniedTo(answer)]).toEqual([role, `node ${name}`, !mayTake(`root ${name}`, role)]);
    }
  });

  test.each(ROLES)('%s is refused by every hand-written read and write that is not for the role', async (role) => {
    const { engine } = deskOf(world);
    for (const [kind, type] of [
      ['query', engine.staff.schema.getQueryType()],
      ['mutation', engine.staff.schema.getMutationType()],
    ] as const) {
      for (const field of Object.values(type?.getFields() ?? {})) {
        const path = `${kind} ${field.name}`;
        if (!access.has(path) || mayTake(path, role)) continue;
        const answer = await ask(engine, someone(role), `${kind} { ${minimalCall(field)} }`);
        expect([role, path, deniedTo(answer), JSON.stringify(answer)]).toEqual([role, path, true, expect.anything()]);
        expect(opened(JSON.stringify(answer))).not.toMatch(/zq\d{4}x/);
      }
    }
  });

  describe('over HTTP', () => {
    let server: Awaited<ReturnType<typeof startServer>>;
    beforeAll(async () => {
      const { env, outbox } = deskOf(world);
      server = await startServer({
        db: world.db,
        ports: runnerPorts(env, outbox),
        secret: 'leak-matrix-secret-of-32-characters!!',
        host: '127.0.0.1',
        port: 0,
        log: SILENT,
        ready: () => true,
      });
    });
    afterAll(() => server.close());

    const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const bearer = () => ({ authorization: `Bearer ${sharer.key}` });
    const query = { query: '{ customers(first: 1) { totalCount nodes { id } } }' };

    test('a partner’s key opens the partner’s door and no other; nobody opens none', async () => {
      expect((await post('/partner/graphql', query, bearer())).status).toBe(200);
      const doors = [
        '/graphql',
        ...modules.flatMap((m) => m.uploads ?? []).map(({ path }) => `/api/${path}`),
        ...modules.flatMap((m) => m.downloads ?? []).map(({ path }) => `/api/download/${path}/1`),
      ];
      for (const [who, headers] of [
        ['partner', bearer()],
        ['nobody', {}],
      ] as const) {
        for (const door of doors) {
          const answer = door.includes('/download/')
            ? await fetch(`${server.url}${door}`, { headers })
            : await post(door, query, { ...headers, origin: server.url });
          expect([who, door, answer.status]).toEqual([who, door, 401]);
          check(await answer.text(), []);
        }
      }
      const unknown = await post('/partner/graphql', query);
      expect([unknown.status, await unknown.text()]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
    });

    test('pages for everybody tell what is promised, and nothing of customers or staff', async () => {
      const told = /^(Policy|PolicyVersion|Product|ServicePoint|Calendar|CalendarDay)\./;
      for (const { path } of modules.flatMap((m) => m.pages ?? [])) {
        for (const rest of ['', '/', '/1', `/${planted.ids.get('Customer shared')}`, '/%00']) {
          const text = await (await fetch(`${server.url}/${path}${rest}`)).text();
          const leaked = planted.marks.filter((mark) => !told.test(mark.field) && text.includes(mark.text));
          expect([path, rest, leaked]).toEqual([path, rest, []]);
          expect(text).not.toMatch(/<script|select .* from/i);
        }
      }
    });

    test('what the partner’s endpoint answers, errors included, holds nothing that was not granted', async () => {
      const id = { id: ref };
      for (const body of [
        ...widest(all).map((text) => ({ query: text, variables: text.startsWith('query') ? id : {} })),
        { query: '{ customers { nodes { internalNote } } }' },
        { query: '{ customers(after: "zz") { nodes { id } } }' },
        {
          query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }',
          variables: { f: { since: { eq: 'zq' } } },
        },
        { query: '{ customers(first: 100000) { nodes { id } } }' },
        { query: '{ __schema { types { name description fields { name description } } } }' },
      ]) {
        check(await (await post('/partner/graphql', body, bearer())).text(), all);
      }
    });
  });
});
