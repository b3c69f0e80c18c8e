import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { buildSchema, isInputObjectType, parse, type GraphQLInputObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { owner } from '../oracle/questions.ts';
import { openShop, type Shop } from '../shop/shop.ts';
import { gid } from './entry.ts';
import { createWorld, uuid } from './world.ts';

const about = (type: string, ...numbers: number[]) => ({ id: gid(type, ...numbers) });
const agreement = about('Agreement', 152);
const calendar = about('Calendar', 301);
const open = about('Claim', 1, 502);
const draft = about('PolicyVersion', 102);
const task = about('FulfilmentTask', 1, 492);
const plan = about('RetentionPlan', 1, 212);
const action = about('PlanAction', 1, 222);
const quote = about('Quote', 1, 462);
const revision = about('QuoteRevision', 1, 472);
const warning = about('Warning', 1, 202);
const olive = { ...owner, id: uuid(241) };
const reason = 'Because it was asked for';

/** What each write is asked that says on which version it was decided; a new one is entered here. */
const asked: Readonly<Record<string, object>> = {
  agreementGrant: { ...agreement, fields: [] },
  agreementUpdate: { ...agreement, minimumCount: 9 },
  businessUpdate: { name: 'Another' },
  calendarApplyPack: { ...calendar, pack: 'tw-2026' },
  calendarDaysSet: { ...calendar, year: 2026, days: [] },
  calendarDelete: calendar,
  calendarUpdate: { ...calendar, name: 'Others' },
  claimChargeConsent: { ...about('ClaimCharge', 1, 522), by: 'Mr Buyer' },
  claimChargesSet: { ...open, charges: [] },
  claimPause: { ...open, reason },
  claimRespond: open,
  claimResume: open,
  claimReviewDecide: { ...open, outcome: 'ALLOWED', reason },
  claimSettle: open,
  claimWithdraw: { ...open, reason },
  customerUpdate: { ...about('Customer', 1), name: 'Another' },
  fulfilmentAssign: { ...task, ownerId: null },
  fulfilmentCancel: { ...task, reason },
  fulfilmentComplete: { ...task, note: 'Done', signedBy: 'Mrs Lee' },
  fulfilmentParts: { ...task, parts: [] },
  fulfilmentReopen: about('FulfilmentTask', 1, 491),
  fulfilmentSchedule: { ...task, scheduledFor: '2011-12-12T09:00:00Z' },
  fulfilmentTick: { ...task, item: 0, done: true },
  partnerUpdate: { ...about('Partner', 131), name: 'Another' },
  planActionDone: action,
  planActionReopen: about('PlanAction', 1, 221),
  planActionUpdate: { ...action, description: 'Another' },
  planActivate: plan,
  planFinish: { ...plan, outcome: 'KEPT' },
  planStop: { ...plan, reason },
  planUpdate: { ...plan, name: 'Another' },
  policyCutPropose: { versionId: draft.id, reason },
  policyUpdate: { ...about('Policy', 91), name: 'Another' },
  policyVersionDiscard: draft,
  policyVersionPublish: draft,
  policyVersionRetire: about('PolicyVersion', 101),
  policyVersionSave: { ...draft, intro: 'Another' },
  productUpdate: { ...about('Product', 41), name: 'Another' },
  quoteAccept: { ...quote, revisionId: revision.id },
  quoteDecline: { ...quote, reason },
  quoteRevisionDiscard: revision,
  quoteRevisionSave: { ...revision, note: 'Another' },
  quoteRevisionSend: revision,
  quoteUpdate: { ...quote, title: 'Another' },
  retentionSettingsUpdate: { margin: 7 },
  servicePointUpdate: { ...about('ServicePoint', 321), name: 'Another' },
  warningAssign: { ...warning, ownerId: null },
  warningDismiss: { ...warning, reason },
};

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

  it('is tried for each that there is: enter new ones in this file', () => {
    expect(Object.keys(asked).sort()).toEqual(versioned());
  });

  it.each(Object.entries(asked))('%s is refused and changes nothing', async (name, input) => {
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
