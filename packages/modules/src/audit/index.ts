import { auditEvent } from '@perennial/domain/audit/audit-event';
import { model } from '@perennial/kernel/graphql/model';
import { defineModule } from '@perennial/kernel/registry/module';
import { auditEvents } from '@perennial/kernel/write/table';

/** Who did what, when: for owners and auditors. */
export const auditModule = defineModule({
  name: 'audit',
  models: [
    model(auditEvent, auditEvents, {
      root: true,
      search: ['operation', 'subject', 'actorName'],
      defaultOrder: 'SEQ_DESC',
      read: ['OWNER', 'AUDITOR'],
    }),
  ],
});
