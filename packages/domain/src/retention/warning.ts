import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';
import { reasonSchema } from './health-score.ts';

export const WARNING_STATUSES = ['OPEN', 'DISMISSED', 'PLANNED', 'CLOSED'] as const;
export type WarningStatus = (typeof WARNING_STATUSES)[number];

/** An early warning (流失預警, C55): this customer is cooling, for these reasons, and somebody has until a day to act. */
export const warning = entity('Warning', {
  plural: 'warnings',
  owner: 'customer',
  fields: {
    raisedOn: f.date({ filter: true, sort: true, write: 'never' }),
    severity: f.enum('WarningSeverity', ['LOW', 'MEDIUM', 'HIGH'], { filter: true, write: 'never' }),
    status: f.enum('WarningStatus', WARNING_STATUSES, { filter: true, write: 'never' }),
    score: f.int({ min: 0, max: 100, sort: true, write: 'never' }),
    /** Change of health within the last seven days. */
    change: f.int({ sort: true, write: 'never' }),
    /** The customer's. */
    currency: f.text({ max: 3, write: 'never' }),
    /** Net revenue of the last 365 days times the share of health that is gone. */
    valueAtRisk: f.money({ filter: true, sort: true, write: 'never' }),
    reasons: f.json(z.array(reasonSchema), { write: 'never' }),
    ownerId: f.ref('StaffMember', { nullable: true, filter: true }),
    dueOn: f.date({ filter: true, sort: true }),
    dismissedReason: f.text({ max: 500, nullable: true, write: 'never' }),
    /** First day on which health was clearly well again; a new warning may follow. */
    recoveredOn: f.date({ nullable: true, write: 'never' }),
    version: f.int({ write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

export type Warning = Infer<typeof warning>;

/** How bad: HIGH below two fifths of the threshold, MEDIUM below four fifths, else LOW. */
export function severityOf(score: number, warnBelow: number): Warning['severity'] {
  if (score * 5 < warnBelow * 2) return 'HIGH';
  return score * 5 < warnBelow * 4 ? 'MEDIUM' : 'LOW';
}

/** A warning is put away only with a reason a colleague can read: "not a risk because …". */
export function dismissal(status: WarningStatus, reason: string): string {
  const said = reason.trim();
  if (status !== 'OPEN') {
    throw new DomainError(
      'WARNING_NOT_OPEN',
      'Only an open warning can be dismissed; this one is already dealt with.',
      {
        path: ['id'],
        params: { status },
      },
    );
  }
  if (said.length < 3) {
    throw new DomainError('REASON_MISSING', 'Say in the field "reason" why this customer is not at risk.', {
      path: ['reason'],
    });
  }
  return said;
}
