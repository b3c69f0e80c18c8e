import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** What somebody says about a draft before it is published, about one term or the whole (C1). */
export const policyComment = entity('PolicyComment', {
  plural: 'policyComments',
  owner: 'reference',
  fields: {
    policyVersionId: f.ref('PolicyVersion', { filter: true, write: 'create' }),
    /** Short name of the term; null: about the version as a whole. */
    termId: f.text({ max: 60, nullable: true, write: 'create' }),
    text: f.text({ max: 2000, write: 'create' }),
    author: f.text({ max: 200, pii: 'indirect', write: 'never' }),
    at: f.instant({ sort: true, write: 'never' }),
    resolvedAt: f.instant({ nullable: true, write: 'never' }),
    resolvedBy: f.text({ max: 200, pii: 'indirect', nullable: true, write: 'never' }),
  },
});

export type PolicyComment = Infer<typeof policyComment>;
