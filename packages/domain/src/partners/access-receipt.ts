import { entity } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/**
 * Proof of one read under an agreement (S10): written before the answer leaves, never changed. `customers` is the
 * number of customers in the answer. Previews by staff leave one as well, marked as such.
 */
export const accessReceipt = entity('AccessReceipt', {
  plural: 'accessReceipts',
  owner: 'reference',
  fields: {
    agreementId: f.ref('Agreement', { filter: true, write: 'never' }),
    keyId: f.ref('ApiKey', { filter: true, nullable: true, write: 'never' }),
    at: f.instant({ filter: true, sort: true, write: 'never' }),
    outcome: f.enum('AccessOutcome', ['OK', 'FAILED'], { filter: true, write: 'never' }),
    preview: f.bool({ filter: true, write: 'never' }),
    operation: f.text({ max: 200, nullable: true, write: 'never' }),
    /** SHA-256 of the query's text: the same question asked twice can be told from two questions. */
    documentHash: f.text({ max: 64, write: 'never' }),
    /** What was read; where a document was refused, what it asked for that is not granted. */
    fields: f.textList({ max: 500, write: 'never' }),
    /** Code that the caller was told where the read failed. */
    refusal: f.text({ max: 60, nullable: true, write: 'never' }),
    customers: f.int({ min: 0, filter: true, write: 'never' }),
  },
});
