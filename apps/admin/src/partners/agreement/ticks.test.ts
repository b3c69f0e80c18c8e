import { describe, expect, test } from 'vitest';
import { NO_TICKS, chosenOf, tick, unsaved } from './ticks.ts';

const field = (entity: string, name: string, target: string | null = null, share = 'grantable' as const) => ({
  entity,
  field: name,
  target,
  share,
});
const FIELDS = [
  field('Customer', 'number'),
  field('Customer', 'touchpoints', 'Touchpoint'),
  field('Customer', 'returns', 'Return'),
  field('Customer', 'claims', 'Claim'),
  field('Touchpoint', 'at'),
  field('Touchpoint', 'channel'),
  { ...field('Touchpoint', 'note'), share: 'never' as const },
  field('Return', 'at'),
  field('Return', 'policy', 'Policy'),
  field('Claim', 'policy', 'Policy'),
  field('Policy', 'name'),
];
const ticked = (granted: string[], ...names: string[]) =>
  names.reduce((ticks, name) => tick(granted, ticks, name, true, FIELDS), NO_TICKS);

describe('S10 ticks on the page of an agreement', () => {
  test('are kept when the agreement changes beside them', () => {
    const ticks = ticked(['Customer.number'], 'Touchpoint.at');
    // a colleague granted something else meanwhile
    expect([...chosenOf(['Customer.number', 'Return.at'], ticks)]).toEqual([
      'Customer.number',
      'Return.at',
      'Touchpoint.at',
    ]);
  });

  test('are told apart from what is granted, and are none once they are', () => {
    const ticks = tick(['Customer.number'], ticked([], 'Touchpoint.at'), 'Customer.number', false, FIELDS);
    expect(unsaved(['Customer.number'], ticks)).toEqual({ added: ['Touchpoint.at'], removed: ['Customer.number'] });
    expect(unsaved(['Touchpoint.at'], ticks)).toEqual({ added: [], removed: [] });
  });

  test('of a group tick what is below it, and nothing that leads further or is never shared', () => {
    expect([...chosenOf([], ticked([], 'Customer.touchpoints'))]).toEqual([
      'Customer.touchpoints',
      'Touchpoint.at',
      'Touchpoint.channel',
    ]);
    expect([...chosenOf([], ticked([], 'Customer.returns'))]).toEqual(['Customer.returns', 'Return.at']);
  });

  test('taken out of a group take what is below it out, unless something else leads there', () => {
    const granted = [
      'Customer.returns',
      'Return.at',
      'Return.policy',
      'Customer.claims',
      'Claim.policy',
      'Policy.name',
      'Customer.number',
    ];
    const fewer = tick(granted, NO_TICKS, 'Customer.returns', false, FIELDS);
    expect([...chosenOf(granted, fewer)]).toEqual([
      'Customer.claims',
      'Claim.policy',
      'Policy.name',
      'Customer.number',
    ]);
    const none = tick(granted, fewer, 'Customer.claims', false, FIELDS);
    expect([...chosenOf(granted, none)]).toEqual(['Customer.number']);
  });
});
