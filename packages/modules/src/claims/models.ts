import { claim, claimCharge, claimLine, claimPause, claimReceipt } from '@perennial/domain/claims/claim';
import { belongsTo, extendModel, hasMany, model } from '@perennial/kernel/graphql/model';
import { claimCharges, claimLines, claimPauses, claimReceipts, claims } from './table.ts';

const toClaim = belongsTo('Claim', { key: 'claimId' });

export const models = [
  model(claim, claims, {
    root: true,
    search: ['number'],
    defaultOrder: 'CLAIMED_ON_DESC',
    relations: {
      customer: belongsTo('Customer', { key: 'customerId' }),
      invoice: belongsTo('Invoice', { key: 'invoiceId' }),
      claimLines: hasMany('ClaimLine', { key: 'claimId' }),
      charges: hasMany('ClaimCharge', { key: 'claimId' }),
      pauses: hasMany('ClaimPause', { key: 'claimId' }),
      receipts: hasMany('ClaimReceipt', { key: 'claimId' }),
    },
  }),
  model(claimLine, claimLines, {
    relations: {
      claim: toClaim,
      saleLine: belongsTo('InvoiceLine', { key: 'saleLineId' }),
      policy: belongsTo('Policy', { key: 'policyId' }),
      policyVersion: belongsTo('PolicyVersion', { key: 'policyVersionId' }),
    },
  }),
  model(claimPause, claimPauses, { defaultOrder: 'PAUSED_AT_ASC', relations: { claim: toClaim } }),
  model(claimReceipt, claimReceipts, { defaultOrder: 'CREATED_AT_ASC', relations: { claim: toClaim } }),
  model(claimCharge, claimCharges, { defaultOrder: 'POSITION_ASC', relations: { claim: toClaim } }),
];

/** What claims add to the types of other areas. */
export const extensions = [
  extendModel('Customer', { relations: { claims: hasMany('Claim') } }),
  extendModel('Invoice', { relations: { claims: hasMany('Claim', { key: 'invoiceId' }) } }),
];
