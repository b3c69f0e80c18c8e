import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** When in the life of a sale a promise is kept (售前、售中、售後, C2); ALWAYS = in all three. */
export const POLICY_STAGES = ['PRE_SALE', 'SALE', 'AFTER_SALE', 'ALWAYS'] as const;

/** A service policy (服務政策, C1): the named promise; what it says, and since when, is in its versions. */
export const policy = entity('Policy', {
  plural: 'policies',
  owner: 'reference',
  fields: {
    name: f.text({ max: 120, share: 'grantable', filter: true, sort: true }),
    description: f.longText({ share: 'grantable' }),
    stage: f.enum('PolicyStage', POLICY_STAGES, { share: 'grantable', filter: true }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ sort: true, write: 'never' }),
  },
});

export type Policy = Infer<typeof policy>;
