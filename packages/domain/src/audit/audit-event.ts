import { z } from 'zod';
import { entity } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** Who did what, when (S13). Written by the kernel with every change, never changed, for owners and auditors to read. */
export const auditEvent = entity('AuditEvent', {
  plural: 'auditEvents',
  owner: 'reference',
  fields: {
    /** Counts up without gaps; a gap would mean that something was taken out. */
    seq: f.int({ sort: true, filter: true, write: 'never' }),
    at: f.instant({ sort: true, filter: true, write: 'never' }),
    actorKind: f.text({ max: 20, filter: true, write: 'never' }),
    actorName: f.text({ max: 200, filter: true, write: 'never', pii: 'indirect' }),
    operation: f.text({ max: 100, filter: true, write: 'never' }),
    subject: f.text({ max: 200, filter: true, write: 'never' }),
    before: f.json(z.unknown(), { nullable: true, write: 'never', pii: 'direct' }),
    after: f.json(z.unknown(), { nullable: true, write: 'never', pii: 'direct' }),
    /** Covers the event and the hash before it. */
    hash: f.text({ max: 64, write: 'never' }),
  },
});
