import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHARING_PURPOSES } from '../customers/relationship.ts';
import { AGREEMENT_STATUSES } from './agreement.ts';
import { consentUntil, isVisible, whyHidden, type ConsentStatement, type VisibilityQuestion } from './visibility.ts';

const T = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000);
const day = fc.integer({ min: 0, max: 20 });
const PARTNERS = ['p1', 'p2'];
const maybe = <V>(arb: fc.Arbitrary<V>) => fc.option(arb, { nil: null });

const consent: fc.Arbitrary<ConsentStatement> = fc
  .record({
    partnerId: maybe(fc.constantFrom(...PARTNERS)),
    purpose: fc.constantFrom(...SHARING_PURPOSES.slice(0, 2)),
    status: fc.constantFrom('GRANTED' as const, 'WITHDRAWN' as const),
    givenAt: day.map(T),
    expiresAt: maybe(day.map(T)),
    withdrawnAt: maybe(day.map(T)),
  })
  .map((c) => ({ ...c, withdrawnAt: c.status === 'WITHDRAWN' ? c.withdrawnAt : null }));

const question: fc.Arbitrary<VisibilityQuestion> = fc.record({
  agreement: fc.record({
    partnerId: fc.constantFrom(...PARTNERS),
    purpose: fc.constantFrom(...SHARING_PURPOSES.slice(0, 2)),
    status: fc.constantFrom('ACTIVE' as const, ...AGREEMENT_STATUSES),
    fields: fc.subarray(['Customer.region', 'Customer.value']),
    regions: fc.subarray(['France', 'Spain']),
    segments: fc.subarray(['KEY', 'STANDARD']),
    startsAt: day.map(T),
    endsAt: maybe(day.map(T)),
  }),
  field: fc.constantFrom('Customer.region', 'Customer.value'),
  customer: fc.record({ region: fc.constantFrom('France', 'Spain'), segment: fc.constantFrom('KEY', 'STANDARD') }),
  consents: fc.array(consent, { maxLength: 4 }),
  now: day.map(T),
});

const open: VisibilityQuestion = {
  agreement: {
    partnerId: 'p1',
    purpose: 'SERVICE',
    status: 'ACTIVE',
    fields: ['Customer.region'],
    regions: ['France'],
    segments: [],
    startsAt: T(0),
    endsAt: T(10),
  },
  field: 'Customer.region',
  customer: { region: 'France', segment: 'KEY' },
  consents: [
    { partnerId: 'p1', purpose: 'SERVICE', status: 'GRANTED', givenAt: T(0), expiresAt: T(8), withdrawnAt: null },
  ],
  now: T(5),
};
const asks = (change: Partial<VisibilityQuestion>) => whyHidden({ ...open, ...change });
const agreed = (change: Partial<VisibilityQuestion['agreement']>) =>
  asks({ agreement: { ...open.agreement, ...change } });
const said = (...consents: Partial<ConsentStatement>[]) =>
  asks({ consents: consents.map((c) => ({ ...open.consents[0]!, ...c })) });

describe('consent-bound sharing (S10)', () => {
  test('everything fits: visible', () => expect(asks({})).toBeNull());

  test('each condition alone hides the field', () => {
    expect(agreed({ status: 'DRAFT' })).toBe('AGREEMENT_NOT_ACTIVE');
    expect(agreed({ status: 'SUSPENDED' })).toBe('AGREEMENT_NOT_ACTIVE');
    expect(agreed({ status: 'ENDED' })).toBe('AGREEMENT_NOT_ACTIVE');
    expect(agreed({ startsAt: T(6) })).toBe('AGREEMENT_NOT_ACTIVE');
    expect(agreed({ endsAt: T(5) })).toBe('AGREEMENT_NOT_ACTIVE');
    expect(agreed({ fields: ['Customer.value'] })).toBe('FIELD_NOT_GRANTED');
    expect(agreed({ regions: ['Spain'] })).toBe('OUTSIDE_POPULATION');
    expect(agreed({ segments: ['STANDARD'] })).toBe('OUTSIDE_POPULATION');
    expect(said()).toBe('NO_CONSENT');
    expect(said({ partnerId: 'p2' })).toBe('NO_CONSENT');
    expect(said({ purpose: 'ANALYTICS' })).toBe('NO_CONSENT');
    expect(said({ expiresAt: T(5) })).toBe('NO_CONSENT');
    expect(said({ status: 'WITHDRAWN', withdrawnAt: T(4) })).toBe('NO_CONSENT');
  });

  test('a general consent covers the partner; a word withdrawn from the partner silences it', () => {
    expect(said({ partnerId: null })).toBeNull();
    expect(said({ partnerId: null }, { status: 'WITHDRAWN', withdrawnAt: T(3) })).toBe('NO_CONSENT');
    expect(said({ partnerId: null, givenAt: T(4) }, { status: 'WITHDRAWN', withdrawnAt: T(3) })).toBeNull();
    expect(said({}, { status: 'WITHDRAWN', withdrawnAt: T(3), partnerId: 'p2' })).toBeNull();
    expect(said({ partnerId: null, expiresAt: null }, { status: 'WITHDRAWN', withdrawnAt: T(9) })).toBe('NO_CONSENT');
  });

  test('visible is the same as all five conditions holding, one by one', () => {
    fc.assert(
      fc.property(question, (q) => {
        const a = q.agreement;
        const covers = (c: ConsentStatement) =>
          c.purpose === a.purpose && (c.partnerId === null || c.partnerId === a.partnerId);
        const conditions = [
          a.status === 'ACTIVE' && a.startsAt <= q.now && !(a.endsAt && a.endsAt <= q.now),
          a.fields.includes(q.field),
          !a.regions.length || a.regions.includes(q.customer.region),
          !a.segments.length || a.segments.includes(q.customer.segment),
          q.consents.some(
            (c) =>
              covers(c) &&
              c.status === 'GRANTED' &&
              !(c.expiresAt && c.expiresAt <= q.now) &&
              !q.consents.some(
                (w) => covers(w) && w.status === 'WITHDRAWN' && (w.withdrawnAt ?? w.givenAt) >= c.givenAt,
              ),
          ),
        ];
        expect(isVisible(q)).toBe(conditions.every(Boolean));
      }),
      { numRuns: 2000 },
    );
  });

  test('withdrawing never shows more', () => {
    fc.assert(
      fc.property(question, consent, (q, extra) => {
        const withdrawal = { ...extra, status: 'WITHDRAWN' as const, withdrawnAt: q.now };
        if (isVisible({ ...q, consents: [...q.consents, withdrawal] })) expect(isVisible(q)).toBe(true);
      }),
    );
  });

  test('consent holds until exactly the moment it says', () => {
    fc.assert(
      fc.property(fc.array(consent, { maxLength: 4 }), day, day, (consents, from, later) => {
        const about = { partnerId: 'p1', purpose: SHARING_PURPOSES[0] };
        const until = consentUntil(consents, about, T(from));
        if (until === null || until === 'open' || later < from) return;
        if (T(later) < until) expect(consentUntil(consents, about, T(later))).not.toBeNull();
      }),
    );
  });
});
