import { inPopulation, type AgreementStatus, type SharingPurpose } from './agreement.ts';

/** What a customer once said about sharing. `partnerId: null` speaks about every partner. */
export interface ConsentStatement {
  partnerId: string | null;
  purpose: SharingPurpose;
  status: 'GRANTED' | 'WITHDRAWN';
  givenAt: Date;
  expiresAt: Date | null;
  withdrawnAt: Date | null;
}

/** An agreement as the rule sees it; `startsAt` and `endsAt` are its days as moments in the business's time zone. */
export interface SharingAgreement {
  partnerId: string;
  purpose: SharingPurpose;
  status: AgreementStatus;
  fields: readonly string[];
  regions: readonly string[];
  segments: readonly string[];
  startsAt: Date;
  endsAt: Date | null;
}

export type HiddenReason = 'AGREEMENT_NOT_ACTIVE' | 'FIELD_NOT_GRANTED' | 'OUTSIDE_POPULATION' | 'NO_CONSENT';

export interface VisibilityQuestion {
  agreement: SharingAgreement;
  /** `Entity.field`, as it is granted. */
  field: string;
  customer: { region: string; segment: string };
  consents: readonly ConsentStatement[];
  now: Date;
}

export function isInForce(agreement: Pick<SharingAgreement, 'status' | 'startsAt' | 'endsAt'>, now: Date): boolean {
  return (
    agreement.status === 'ACTIVE' && agreement.startsAt <= now && (agreement.endsAt === null || now < agreement.endsAt)
  );
}

/**
 * Until when the customer's word covers partner and purpose: `null` not at all, else a moment or `'open'`.
 *
 * Consents add up; a withdrawal silences every covering consent given up to that moment, also a general one, because
 * the customer said no to this partner.
 */
export function consentUntil(
  consents: readonly ConsentStatement[],
  about: { partnerId: string; purpose: SharingPurpose },
  now: Date,
): Date | 'open' | null {
  const covering = consents.filter(
    (c) => c.purpose === about.purpose && (c.partnerId === null || c.partnerId === about.partnerId),
  );
  let withdrawn = Number.NEGATIVE_INFINITY;
  for (const c of covering) {
    if (c.status === 'WITHDRAWN') withdrawn = Math.max(withdrawn, (c.withdrawnAt ?? c.givenAt).getTime());
  }
  let until: Date | null = null;
  for (const c of covering) {
    if (c.status !== 'GRANTED' || c.givenAt.getTime() <= withdrawn) continue;
    if (c.expiresAt === null) return 'open';
    if (c.expiresAt > now && (until === null || c.expiresAt > until)) until = c.expiresAt;
  }
  return until;
}

/**
 * Consent-bound sharing (S10, 共同客戶): a field of a row is visible iff the agreement is in force, the field is granted,
 * the row is in the agreed population, the customer's consent covers partner and purpose, and none has expired.
 * Returns `null` when visible, else the first thing that is missing.
 */
export function whyHidden(question: VisibilityQuestion): HiddenReason | null {
  const { agreement, now } = question;
  if (!isInForce(agreement, now)) return 'AGREEMENT_NOT_ACTIVE';
  if (!agreement.fields.includes(question.field)) return 'FIELD_NOT_GRANTED';
  if (!inPopulation(agreement, question.customer)) return 'OUTSIDE_POPULATION';
  if (consentUntil(question.consents, agreement, now) === null) return 'NO_CONSENT';
  return null;
}

export function isVisible(question: VisibilityQuestion): boolean {
  return whyHidden(question) === null;
}
