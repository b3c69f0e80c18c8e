import { jobContext } from '@perennial/kernel/write/jobs';
import { claimsDesk, term } from '@perennial/testkit/claims/claims-desk';
import { describe, expect, it } from 'vitest';
import { seed } from './seed.ts';

const desk = claimsDesk();
const { bought, keep, promise } = desk;

describe('the sample', () => {
  it('has a few claims on its newest purchases, entered once', async () => {
    await promise(term('returns'), term('warranty'));
    for (const day of ['2011-12-01', '2011-12-02', '2011-12-03', '2011-12-04']) await bought(day, [['A1', 2, 500]]);
    await keep();
    await seed(await jobContext(desk.server.env));
    await seed(await jobContext(desk.server.env));
    const { claims } = await desk.owner.data<{ claims: object }>(
      `{ claims(orderBy: NUMBER_ASC) { totalCount nodes { kind status outcome refund { amount } } } }`,
    );
    expect(claims).toEqual({
      totalCount: 3,
      nodes: [
        { kind: 'RETURN', status: 'SETTLED', outcome: 'ALLOWED', refund: { amount: 250 } },
        { kind: 'REPAIR', status: 'DECIDED', outcome: 'ALLOWED', refund: { amount: 0 } },
        { kind: 'RETURN', status: 'DECIDED', outcome: 'ALLOWED', refund: { amount: 250 } },
      ],
    });
  });
});
