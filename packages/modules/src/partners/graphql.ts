import { agreement } from '@perennial/domain/partners/agreement';
import { apiKey } from '@perennial/domain/partners/api-key';
import { partner, partnerProductRole } from '@perennial/domain/partners/partner';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { grantCatalogue } from './catalogue.ts';
import { createApiKey, revokeApiKey } from './key-service.ts';
import { previewQuery } from './preview.ts';
import { agreementCoverage, previewActor } from './reads.ts';
import {
  createAgreement,
  createPartner,
  moveAgreement,
  removeProductRole,
  setProductRole,
  updateAgreement,
  updatePartner,
} from './service.ts';

const KEEPERS = ['OWNER', 'POLICY_MANAGER'] as const;
const READERS = ['OWNER', 'POLICY_MANAGER', 'AUDITOR'] as const;

const { name, website, contactEmail, note } = partner.fields;
const terms = agreement.fields;
const version = z.int32().min(1);

/** The id of a set-up row; `gid` has checked that it is one. */
function idOf(ref: { id?: string | undefined }): string {
  return ref.id ?? '';
}

export const mutations = [
  mutation({
    name: 'partnerCreate',
    description: 'Enters a partner company.',
    roles: KEEPERS,
    input: z.object({
      name,
      website: website.optional(),
      contactEmail: contactEmail.optional(),
      note: note.optional(),
    }),
    payload: { partner: 'Partner' },
    handle: async (ctx, input) => ({ partner: { id: await createPartner(ctx, input) } }),
  }),
  mutation({
    name: 'partnerUpdate',
    description: 'Changes what is given and leaves the rest.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Partner'),
      version,
      name: name.optional(),
      website: website.optional(),
      contactEmail: contactEmail.optional(),
      note: note.optional(),
    }),
    payload: { partner: 'Partner' },
    handle: async (ctx, { id, version: seen, ...change }) => {
      await updatePartner(ctx, idOf(id), seen, change);
      return { partner: id };
    },
  }),
  mutation({
    name: 'partnerProductRoleSet',
    description: 'Says what the partner is for one product or one category; set again, it replaces the former role.',
    roles: KEEPERS,
    input: z.object({
      partnerId: gid('Partner'),
      productId: gid('Product').nullable().optional(),
      category: z.string().trim().min(1).max(120).nullable().optional(),
      role: partnerProductRole.fields.role,
      reason: partnerProductRole.fields.reason.optional(),
    }),
    payload: { partnerProductRole: 'PartnerProductRole' },
    handle: async (ctx, input) => {
      const id = await setProductRole(ctx, {
        partnerId: idOf(input.partnerId),
        productId: input.productId?.id ?? null,
        category: input.category ?? null,
        role: input.role,
        reason: input.reason,
      });
      return { partnerProductRole: { id } };
    },
  }),
  mutation({
    name: 'partnerProductRoleRemove',
    description: 'Takes a role back.',
    roles: KEEPERS,
    input: z.object({ id: gid('PartnerProductRole') }),
    payload: { removed: z.boolean() },
    handle: async (ctx, { id }) => {
      await removeProductRole(ctx, idOf(id));
      return { removed: true };
    },
  }),
  mutation({
    name: 'agreementCreate',
    description: 'Drafts a data sharing agreement. Nothing is shared until it is activated.',
    roles: KEEPERS,
    input: z.object({
      partnerId: gid('Partner'),
      // not required by the schema, so that its absence gets a sentence which says what to do
      purpose: terms.purpose.nullable().optional(),
      fields: z.array(z.string()).optional(),
      regions: z.array(z.string()).optional(),
      segments: z.array(z.string()).optional(),
      validFrom: terms.validFrom,
      validTo: terms.validTo.optional(),
      minimumCount: terms.minimumCount.optional(),
    }),
    payload: { agreement: 'Agreement' },
    handle: async (ctx, { partnerId, purpose, ...input }) => {
      const draft = { ...input, ...(purpose ? { purpose } : {}), partnerId: idOf(partnerId) };
      return { agreement: { id: await createAgreement(ctx, draft, grantCatalogue(ctx.models)) } };
    },
  }),
  mutation({
    name: 'agreementUpdate',
    description: 'Changes population, validity or the smallest count; what the partner sees changes with it.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Agreement'),
      version,
      regions: z.array(z.string()).optional(),
      segments: z.array(z.string()).optional(),
      validFrom: terms.validFrom.optional(),
      validTo: terms.validTo.optional(),
      minimumCount: terms.minimumCount.optional(),
    }),
    payload: { agreement: 'Agreement' },
    handle: async (ctx, { id, version: seen, ...change }) => {
      await updateAgreement(ctx, idOf(id), seen, change, grantCatalogue(ctx.models));
      return { agreement: id };
    },
  }),
  mutation({
    name: 'agreementGrant',
    description: 'Sets the granted fields (`Type.field`); a field taken out is gone for the partner at once.',
    roles: KEEPERS,
    input: z.object({ id: gid('Agreement'), version, fields: z.array(z.string()) }),
    payload: { agreement: 'Agreement' },
    handle: async (ctx, { id, version: seen, fields }) => {
      await updateAgreement(ctx, idOf(id), seen, { fields }, grantCatalogue(ctx.models));
      return { agreement: id };
    },
  }),
  moveTo('agreementActivate', 'ACTIVE', 'Puts the agreement in force within its days.'),
  moveTo('agreementSuspend', 'SUSPENDED', 'Stops all reads at once; it can be activated again.'),
  moveTo('agreementEnd', 'ENDED', 'Ends the agreement for good, its keys with it.'),
  mutation({
    name: 'apiKeyCreate',
    description: 'Makes a key for one agreement. `key` is shown this once and stored nowhere.',
    roles: KEEPERS,
    input: z.object({
      agreementId: gid('Agreement'),
      label: apiKey.fields.label,
      expiresAt: apiKey.fields.expiresAt.optional(),
    }),
    payload: { apiKey: 'ApiKey', key: z.string().nullable() },
    secrets: ['key'],
    handle: async (ctx, { agreementId, ...input }) => {
      const made = await createApiKey(ctx, { ...input, agreementId: idOf(agreementId) });
      return { apiKey: { id: made.id }, key: made.text };
    },
  }),
  mutation({
    name: 'apiKeyRevoke',
    description: 'Revokes a key at once, also for reads that are under way.',
    roles: KEEPERS,
    input: z.object({ id: gid('ApiKey') }),
    payload: { apiKey: 'ApiKey' },
    handle: async (ctx, { id }) => {
      await revokeApiKey(ctx, idOf(id));
      return { apiKey: id };
    },
  }),
];

function moveTo(name: string, status: 'ACTIVE' | 'SUSPENDED' | 'ENDED', description: string) {
  return mutation({
    name,
    description,
    roles: KEEPERS,
    input: z.object({ id: gid('Agreement') }),
    payload: { agreement: 'Agreement' },
    handle: async (ctx, { id }) => {
      await moveAgreement(ctx, idOf(id), status);
      return { agreement: id };
    },
  });
}

export const queries = [
  query({
    name: 'grantableFields',
    description: 'Every field and relation reachable from a customer, and whether it can be granted to a partner.',
    roles: null,
    args: z.object({}),
    returns: z.array(
      named(
        'GrantableField',
        z.object({
          entity: z.string(),
          field: z.string(),
          share: named('FieldShare', z.enum(['never', 'grantable', 'always'])),
          pii: named('FieldPii', z.enum(['none', 'indirect', 'direct'])),
          target: z.string().nullable(),
        }),
      ),
    ),
    handle: async (ctx) => grantCatalogue(ctx.models),
  }),
  query({
    name: 'agreementCoverage',
    description:
      'How far an agreement reaches, drafts included: customers in the population, with consent, visible now.',
    roles: null,
    args: z.object({ agreementId: gid('Agreement') }),
    returns: named(
      'AgreementCoverage',
      z.object({ everybody: z.int32(), population: z.int32(), consented: z.int32(), visible: z.int32() }),
    ),
    handle: async (ctx, { agreementId }) => agreementCoverage(ctx.db, idOf(agreementId)),
  }),
  query({
    name: 'agreementPreview',
    description:
      "View as partner: the partner endpoint's own answer to a question, leaving a receipt marked as preview.",
    roles: READERS,
    args: z.object({
      agreementId: gid('Agreement'),
      query: z.string().max(20_000).nullable().optional(),
      variables: z.record(z.string(), z.unknown()).nullable().optional(),
    }),
    returns: named('AgreementPreview', z.object({ query: z.string(), answer: z.unknown() })),
    handle: async (ctx, { agreementId, query: asked, variables }) => {
      const by = ctx.actor.kind === 'staff' ? ctx.actor.email : ctx.actor.kind;
      const actor = await previewActor(ctx.db, idOf(agreementId), by);
      const text = asked?.trim() || previewQuery(actor.grants, grantCatalogue(ctx.models));
      const answer: unknown = JSON.parse(await ctx.askAsPartner(actor, { query: text, variables }));
      return { query: text, answer };
    },
  }),
];
