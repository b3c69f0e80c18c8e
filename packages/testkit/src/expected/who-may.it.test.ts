import { ROLES, type Role } from '@perennial/domain/shared/roles';
import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { owner } from '../oracle/questions.ts';
import { openShop, type Shop } from '../shop/shop.ts';
import { VERSIONED } from './versioned-writes.ts';

const SERVING: readonly Role[] = ['OWNER', 'AGENT'];
const PROMISING: readonly Role[] = ['OWNER', 'POLICY_MANAGER'];
const WORKING: readonly Role[] = ['OWNER', 'POLICY_MANAGER', 'AGENT'];
const REVIEWING: readonly Role[] = ['OWNER', 'POLICY_MANAGER', 'AUDITOR'];

/** Who may do what, said a second time by hand: who adds a write, or gives one to more people, says so here as well. */
const MAY: readonly (readonly [readonly Role[], string])[] = [
  [
    ['OWNER'],
    `businessUpdate policyFloorRemove policyFloorSet retentionSettingsUpdate staffCreate staffSetPassword staffUpdate`,
  ],
  [
    PROMISING,
    `agreementActivate agreementCreate agreementEnd agreementGrant agreementSuspend agreementUpdate apiKeyCreate
    apiKeyRevoke calendarApplyPack calendarCreate calendarDaysSet calendarDelete calendarUpdate entitlementMove importCheck
    importDiscard importPreview importStart importUndo partnerCreate partnerProductRoleRemove partnerProductRoleSet
    partnerUpdate policyCommentAdd policyCommentResolve policyCreate policyCreateFromPack policyCutApprove policyCutPropose
    policyCutReject policyGapDraft policyUpdate policyVariantCreate policyVersionBegin policyVersionDiscard
    policyVersionDraftFrom policyVersionPublish policyVersionRetire policyVersionSave productCreate productUpdate
    servicePointCreate servicePointUpdate whatIfStart whatIfStop`,
  ],
  [
    WORKING,
    `consentRecord consentWithdraw contactAdd contactRemove customerCreate customerUpdate servicePointProbe touchpointAdd
    touchpointRemove`,
  ],
  [
    SERVING,
    `claimChargeConsent claimChargesSet claimOpen claimPause claimRespond claimResume claimReviewDecide claimSettle
    claimWithdraw fulfilmentAssign fulfilmentCancel fulfilmentComplete fulfilmentOpen fulfilmentParts fulfilmentReopen
    fulfilmentSchedule fulfilmentTick healthRecompute planActionAdd planActionDone planActionReopen planActionUpdate
    planActivate planCreate planFinish planResourceAdd planResourceRemove planStart planStop planUpdate quoteAccept
    quoteCreate quoteDecline quoteRevise quoteRevisionDiscard quoteRevisionSave quoteRevisionSend quoteUpdate returnClose
    returnsClose returnsReopen saleRecord warningAssign warningDismiss`,
  ],
  [REVIEWING, `agreementPreview importProgress importRejects`],
];

const said = MAY.flatMap(([roles, names]) => names.split(/\s+/).map((name) => [name, roles.toSorted()] as const));

describe('who may do what', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop();
  });

  it('is what is written here, for every write and for every read that is not everybody’s', () => {
    const { queries, mutations } = shop.registry;
    const found = [...queries, ...mutations].flatMap(({ name, roles }) => (roles ? [[name, roles.toSorted()]] : []));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(said));
    expect(mutations.filter(({ roles }) => roles === null)).toEqual([]);
  });

  const refused = Object.entries(VERSIONED).flatMap(([name, input]) => {
    const roles = said.find(([each]) => each === name)?.[1] ?? [];
    return ROLES.filter((role) => !roles.includes(role)).map((role) => ({ name, input, role }));
  });

  it.each(refused)('$name is refused to the role $role before it is looked into', async ({ name, input, role }) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
    const variables = { input: { ...input, version: 1 } };
    const request = { document: parse(query), documentHash: query, operationName: null, variables };
    const { data, errors } = await shop.engine.staff.execute(request, { ...owner, role });
    expect(errors?.map(({ originalError }) => originalError)).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((data as Record<string, unknown> | null)?.[name] ?? null).toBeNull();
  });
});
