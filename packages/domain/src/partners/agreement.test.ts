import { describe, expect, test } from 'vitest';
import { DomainError } from '../shared/errors.ts';
import { checkActivation, checkMove, checkTerms, inPopulation } from './agreement.ts';
import { checkGrants, type GrantableField } from './grants.ts';
import { checkRoleScope, roleForProduct } from './partner.ts';

function refusal(run: () => unknown): { code: string; path: string[]; message: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, path: error.path, message: error.message };
    throw error;
  }
  throw new Error('was not refused');
}

const terms = { purpose: 'SERVICE' as const, validFrom: '2026-01-01' };

describe('terms of an agreement', () => {
  test('without purpose: the error names the field and the remedy', () => {
    const error = refusal(() => checkTerms({ validFrom: '2026-01-01' }));
    expect(error.code).toBe('PURPOSE_MISSING');
    expect(error.path).toEqual(['purpose']);
    expect(error.message).toContain('"purpose"');
    expect(error.message).toContain('SERVICE');
  });

  test('half-open days: it must last at least one day', () => {
    expect(refusal(() => checkTerms({ ...terms, validTo: '2026-01-01' })).code).toBe('PERIOD_EMPTY');
    expect(checkTerms({ ...terms, validTo: '2026-01-02' }).validTo).toBe('2026-01-02');
    expect(refusal(() => checkTerms({ ...terms, validTo: '2026-02-30' })).code).toBe('BAD_DATE');
  });

  test('lists are tidied, the smallest count told is 5 unless agreed otherwise', () => {
    expect(checkTerms({ ...terms, regions: [' Spain', 'France', 'Spain', ''] })).toMatchObject({
      regions: ['France', 'Spain'],
      segments: [],
      minimumCount: 5,
    });
    expect(refusal(() => checkTerms({ ...terms, minimumCount: 0 })).path).toEqual(['minimumCount']);
  });

  test('an agreement that ended stays ended; nothing granted or already over cannot be activated', () => {
    expect(() => checkMove('DRAFT', 'ACTIVE')).not.toThrow();
    expect(() => checkMove('ACTIVE', 'SUSPENDED')).not.toThrow();
    expect(refusal(() => checkMove('ENDED', 'ACTIVE')).message).toContain('new agreement');
    expect(refusal(() => checkActivation({ fields: [], validTo: null }, '2026-01-01')).code).toBe('NOTHING_GRANTED');
    const over = { fields: ['Customer.region'], validTo: '2026-01-01' };
    expect(refusal(() => checkActivation(over, '2026-01-01')).code).toBe('AGREEMENT_OVER');
    expect(() => checkActivation(over, '2025-12-31')).not.toThrow();
  });

  test('empty lists mean every region and segment', () => {
    const row = { region: 'France', segment: 'KEY' };
    expect(inPopulation({ regions: [], segments: [] }, row)).toBe(true);
    expect(inPopulation({ regions: ['Spain'], segments: [] }, row)).toBe(false);
    expect(inPopulation({ regions: ['France'], segments: ['STANDARD'] }, row)).toBe(false);
  });
});

describe('grants', () => {
  const entry = (entity: string, field: string, share: GrantableField['share'], target: string | null = null) =>
    ({ entity, field, share, pii: 'none', target }) as const;
  const catalogue = [
    entry('Customer', 'region', 'grantable'),
    entry('Customer', 'currency', 'always'),
    entry('Customer', 'internalNote', 'never'),
    entry('Customer', 'touchpoints', 'grantable', 'Touchpoint'),
    entry('Touchpoint', 'at', 'grantable'),
  ];

  test('unknown, never shared and always shared fields cannot be granted', () => {
    for (const field of ['Customer.nmae', 'Customer.internalNote', 'Customer.currency', 'region', '']) {
      const error = refusal(() => checkGrants(['Customer.region', field], catalogue));
      expect(error).toMatchObject({ code: 'FIELD_NOT_GRANTABLE', path: ['fields', '1'] });
      expect(error.message).toContain('Remove it');
    }
  });

  test('a relation needs a field behind it', () => {
    expect(refusal(() => checkGrants(['Customer.touchpoints'], catalogue)).code).toBe('GRANT_INCOMPLETE');
    expect(() => checkGrants(['Customer.touchpoints', 'Touchpoint.at'], catalogue)).not.toThrow();
  });
});

describe('roles per product (C59)', () => {
  test('a role is about a product or a category', () => {
    expect(refusal(() => checkRoleScope({ productId: null, category: null })).code).toBe('ROLE_SCOPE');
    expect(refusal(() => checkRoleScope({ productId: 'a', category: 'b' })).code).toBe('ROLE_SCOPE');
    expect(() => checkRoleScope({ productId: 'a', category: null })).not.toThrow();
  });

  test('the product goes before its category; a company may be both', () => {
    const roles = [
      { productId: null, category: 'GIFTS', role: 'COMPLEMENTOR' as const },
      { productId: 'x', category: null, role: 'BOTH' as const },
    ];
    expect(roleForProduct({ id: 'x', category: 'GIFTS' }, roles)).toBe('BOTH');
    expect(roleForProduct({ id: 'y', category: 'GIFTS' }, roles)).toBe('COMPLEMENTOR');
    expect(roleForProduct({ id: 'z', category: null }, roles)).toBeNull();
  });
});
