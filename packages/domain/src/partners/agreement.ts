import { SHARING_PURPOSES } from '../customers/relationship.ts';
import { checkSegments } from '../customers/segments.ts';
import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';
import { dayNumber } from '../shared/period.ts';

export const AGREEMENT_STATUSES = ['DRAFT', 'ACTIVE', 'SUSPENDED', 'ENDED'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];
export type SharingPurpose = (typeof SHARING_PURPOSES)[number];

/** Counts below this are not told to a partner: a small group points at persons (S10). */
export const DEFAULT_MINIMUM_COUNT = 5;

/**
 * What one partner may see, of whom, what for and how long (S10). Half-open days in the business's time zone, against
 * the real clock. Empty `regions` or `segments` mean all of them.
 */
export const agreement = entity('Agreement', {
  plural: 'agreements',
  owner: 'reference',
  fields: {
    partnerId: f.ref('Partner', { filter: true, write: 'create' }),
    purpose: f.enum('SharingPurpose', SHARING_PURPOSES, { filter: true, write: 'create' }),
    /** Granted fields as `Entity.field`, e.g. `Customer.region`, `Customer.touchpoints`, `Touchpoint.at`. */
    fields: f.textList({ max: 500 }),
    regions: f.textList({ max: 500 }),
    segments: f.textList({ max: 500 }),
    validFrom: f.date({ filter: true, sort: true }),
    validTo: f.date({ filter: true, nullable: true }),
    status: f.enum('AgreementStatus', AGREEMENT_STATUSES, { filter: true, write: 'never' }),
    minimumCount: f.int({ min: 1, max: 1000 }),
    /** Grows with every change of what is granted; cached schemas of older versions are never used again. */
    grantsVersion: f.int({ write: 'never' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

export type Agreement = Infer<typeof agreement>;

export interface AgreementTerms {
  purpose: SharingPurpose;
  fields: string[];
  regions: string[];
  segments: string[];
  validFrom: string;
  validTo: string | null;
  minimumCount: number;
}

/**
 * Checks the terms of an agreement and returns them tidied (no repeats, sorted).
 * Errors: `PURPOSE_MISSING`, `PERIOD_EMPTY`, `BAD_DATE`, `MINIMUM_COUNT`, `SEGMENT_BY_NAME`; each names the field and the
 * remedy.
 *
 * @param before the segments agreed so far: what was stored once can be saved along.
 */
export function checkTerms(
  terms: Partial<AgreementTerms> & { validFrom: string },
  before: readonly string[] = [],
): AgreementTerms {
  if (!terms.purpose) {
    throw new DomainError(
      'PURPOSE_MISSING',
      `An agreement needs a purpose: set the field "purpose" to one of ${SHARING_PURPOSES.join(', ')}.`,
      { path: ['purpose'], params: { purposes: [...SHARING_PURPOSES] } },
    );
  }
  const validTo = terms.validTo ?? null;
  dayNumber(terms.validFrom);
  if (validTo !== null && dayNumber(validTo) <= dayNumber(terms.validFrom)) {
    throw new DomainError(
      'PERIOD_EMPTY',
      'The agreement would end before it begins: set "validTo" to a day after "validFrom", or leave it open.',
      { path: ['validTo'], params: { from: terms.validFrom, to: validTo } },
    );
  }
  const minimumCount = terms.minimumCount ?? DEFAULT_MINIMUM_COUNT;
  if (!Number.isInteger(minimumCount) || minimumCount < 1 || minimumCount > 1000) {
    throw new DomainError('MINIMUM_COUNT', 'Set "minimumCount" to a whole number from 1 to 1000.', {
      path: ['minimumCount'],
      params: { value: minimumCount },
    });
  }
  const segments = tidy(terms.segments);
  checkSegments(segments, ['segments'], before);
  return {
    purpose: terms.purpose,
    fields: tidy(terms.fields),
    regions: tidy(terms.regions),
    segments,
    validFrom: terms.validFrom,
    validTo,
    minimumCount,
  };
}

function tidy(list: readonly string[] | undefined): string[] {
  return [...new Set((list ?? []).map((entry) => entry.trim()).filter((entry) => entry !== ''))].sort();
}

const MOVES: Record<AgreementStatus, readonly AgreementStatus[]> = {
  DRAFT: ['ACTIVE', 'ENDED'],
  ACTIVE: ['SUSPENDED', 'ENDED'],
  SUSPENDED: ['ACTIVE', 'ENDED'],
  ENDED: [],
};

/** Refuses a change of status that does not exist with `AGREEMENT_STATUS`; an ended agreement stays ended. */
export function checkMove(from: AgreementStatus, to: AgreementStatus): void {
  if (MOVES[from].includes(to)) return;
  const remedy = from === 'ENDED' ? 'Make a new agreement instead.' : `It can become ${MOVES[from].join(' or ')}.`;
  throw new DomainError('AGREEMENT_STATUS', `The agreement is ${from} and cannot become ${to}. ${remedy}`, {
    path: ['status'],
    params: { from, to },
  });
}

/** An agreement that shares nothing, or whose last day is past, cannot be activated. `today` is the real day. */
export function checkActivation(terms: Pick<AgreementTerms, 'fields' | 'validTo'>, today: string): void {
  if (terms.fields.length === 0) {
    throw new DomainError(
      'NOTHING_GRANTED',
      'Grant at least one field in "fields" before the agreement is activated.',
      {
        path: ['fields'],
      },
    );
  }
  if (terms.validTo !== null && terms.validTo <= today) {
    throw new DomainError(
      'AGREEMENT_OVER',
      `The agreement ended on ${terms.validTo}: set "validTo" to a later day, or leave it open.`,
      { path: ['validTo'], params: { to: terms.validTo, today } },
    );
  }
}

/** Whether a customer belongs to the agreed population; an empty list means every region or segment. */
export function inPopulation(
  population: { regions: readonly string[]; segments: readonly string[] },
  row: { region: string; segment: string },
): boolean {
  return (
    (population.regions.length === 0 || population.regions.includes(row.region)) &&
    (population.segments.length === 0 || population.segments.includes(row.segment))
  );
}
