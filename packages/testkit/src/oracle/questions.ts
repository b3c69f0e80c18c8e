import { parse } from 'graphql';
import type { PartnerActor, StaffActor } from '@perennial/kernel/auth/actor';
import { isRefusal } from '@perennial/kernel/auth/partner';
import { authenticatePartner } from '@perennial/modules/partners/keys';
import type { Shop } from '../shop/shop.ts';
import { firstDifference } from './compare.ts';
import { staffView } from './interpret.ts';
import { partnerView } from './partner-view.ts';
import { loadWorld, type World } from './world.ts';

export const owner: StaffActor = {
  kind: 'staff',
  id: 'test',
  email: 'owner@example.com',
  name: 'Owner',
  role: 'OWNER',
};

type Data = Record<string, unknown>;

/** Asks as the owner and gives the data; an error fails the test that asked. */
export async function askOwner<T = Data>(shop: Shop, query: string, variables: Data = {}): Promise<T> {
  const request = { document: parse(query), documentHash: query, operationName: null, variables };
  const { data, errors } = await shop.engine.staff.execute(request, owner);
  const [error] = errors ?? [];
  if (error) throw error.originalError ?? error;
  return JSON.parse(JSON.stringify(data)) as T;
}

const GRANT = `mutation ($input: AgreementGrantInput!) { agreementGrant(input: $input) { agreement { version } userErrors { code message } } }`;
const MAKE_KEY = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { key userErrors { code message } } }`;

/** A key of the sample partner, everything granted that can be. */
export async function keyToEverything(shop: Shop): Promise<string> {
  type Found = {
    agreements: { nodes: { id: string; version: number }[] };
    grantableFields: { entity: string; field: string; share: string }[];
  };
  const { agreements, grantableFields } = await askOwner<Found>(
    shop,
    '{ agreements(first: 1) { nodes { id version } } grantableFields { entity field share } }',
  );
  const [agreement] = agreements.nodes;
  const fields = grantableFields
    .filter((each) => each.share === 'grantable')
    .map((each) => `${each.entity}.${each.field}`);
  const input = { id: agreement?.id, version: agreement?.version, fields };
  const granted = await askOwner<{ agreementGrant: { userErrors: unknown[] } }>(shop, GRANT, { input });
  if (granted.agreementGrant.userErrors.length) throw new Error(JSON.stringify(granted));
  const made = await askOwner<{ apiKeyCreate: { key: string } }>(shop, MAKE_KEY, {
    input: { agreementId: agreement?.id, label: 'test' },
  });
  return made.apiKeyCreate.key;
}

/** The sample partner, everything granted that can be. */
export async function partnerWithEverything(shop: Shop): Promise<PartnerActor> {
  const actor = await authenticatePartner(shop.db, await keyToEverything(shop), new Date());
  if (isRefusal(actor)) throw new Error(actor.message);
  return actor;
}

/** Holds compiler and oracle against each other for staff and for the partner; answers the first difference, or null. */
export async function differenceOn(
  shop: Shop,
  actor: PartnerActor,
  counts: { staff: number; partner: number },
  seed: number,
): Promise<string | null> {
  const world: World = await loadWorld(shop.db, shop.registry);
  const { registry, engine } = shop;
  const asStaff = { registry, world, view: staffView, executable: engine.staff, actor: owner };
  const view = partnerView(world, actor, new Date());
  const asPartner = { registry, world, view, executable: engine.partner(actor.grants), actor };
  return (
    (await firstDifference(asStaff, counts.staff, seed)) ?? (await firstDifference(asPartner, counts.partner, seed))
  );
}
