import { claimsDesk, term } from '@perennial/testkit/claims/claims-desk';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();

interface Planned {
  kind: string;
  dueOn: string;
  ordinal: number;
  policyVersionId: string;
  termId: string;
  taskId: string | null;
  status: string | null;
}

describe('C18 the maintenance schedule of an entitlement', () => {
  it('tells each visit with its day, of which promise it is, and how far it has come', async () => {
    const upkeep = (id: string, everyMonths: number) => ({ ...term('maintenance', { everyMonths, visits: 2 }), id });
    const boiler = await desk.promise({ ...upkeep('boiler', 1), appliesTo: { productCodes: ['BOILER'] } });
    const pump = await desk.promise({ ...upkeep('pump', 2), appliesTo: { productCodes: ['PUMP'] } });
    const { invoice } = await desk.bought('2011-03-01', [
      ['BOILER', 1, 900],
      ['PUMP', 1, 300],
    ]);
    await desk.keep();
    const plan = async () => {
      const { fulfilmentPlan } = await desk.owner.data<{ fulfilmentPlan: Planned[] }>(
        'query ($id: ID!) { fulfilmentPlan(invoiceId: $id) { kind dueOn ordinal policyVersionId termId taskId status } }',
        { id: invoice },
      );
      return fulfilmentPlan;
    };
    const of = (all: Planned[], { id }: { id: string }) =>
      all
        .filter(({ policyVersionId }) => policyVersionId === id)
        .map(({ dueOn, ordinal, status }) => [ordinal, dueOn, status]);
    const before = await plan();
    expect(before.map(({ kind }) => kind)).toEqual(['MAINTENANCE', 'MAINTENANCE', 'MAINTENANCE', 'MAINTENANCE']);
    expect(of(before, boiler)).toEqual([
      [1, '2011-04-01', null],
      [2, '2011-05-01', null],
    ]);
    expect(of(before, pump)).toEqual([
      [1, '2011-05-01', null],
      [2, '2011-07-01', null],
    ]);
    const opened = await desk.change('fulfilmentOpen', { invoiceId: invoice }, 'opened');
    expect(opened).toMatchObject({ opened: 4, userErrors: [] });
    expect(of(await plan(), pump).map(([, , status]) => status)).toEqual(['OPEN', 'OPEN']);
  });
});
