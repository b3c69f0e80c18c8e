import { gid } from './entry.ts';

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
const reason = 'Because it was asked for';

/** What each write is asked that says on which version it was decided, in the world of `world.ts`; a new one is entered here. */
export const VERSIONED: Readonly<Record<string, object>> = {
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
