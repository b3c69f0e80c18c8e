import { expect, it } from 'vitest';
import { judgedOn, type Judgement } from './judge.ts';

const bought = '2011-03-01';
/** Two weeks from delivery, claimed on 1 April. */
const fromDelivery = (day: string | null): Judgement => (day === null || day >= '2011-03-18' ? 'ALLOWED' : 'REFUSED');

it('S11 only what the missing day of delivery decides is assumed', () => {
  expect(judgedOn({ boughtOn: bought, deliveredOn: null }, fromDelivery)).toEqual({
    outcome: 'ALLOWED',
    assumed: true,
  });
  expect(judgedOn({ boughtOn: bought, deliveredOn: '2011-03-20' }, fromDelivery)).toEqual({
    outcome: 'ALLOWED',
    assumed: false,
  });
  expect(judgedOn({ boughtOn: bought, deliveredOn: '2011-03-02' }, fromDelivery).outcome).toBe('REFUSED');
  // so near the purchase that it is in time whenever the goods came
  expect(judgedOn({ boughtOn: '2011-03-25', deliveredOn: null }, fromDelivery).assumed).toBe(false);
  expect(judgedOn({ boughtOn: bought, deliveredOn: null }, () => 'REFUSED')).toEqual({
    outcome: 'REFUSED',
    assumed: false,
  });
  expect(judgedOn({ boughtOn: null, deliveredOn: null }, () => 'NO_PURCHASE').assumed).toBe(false);
});
