import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { CLAIM, claimsDesk, refusal, term, type Claim, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, keep, opened, promise } = desk;

describe('C19 charges pass the no-hidden-fee guard (S2)', () => {
  const FEES = [
    { code: 'VISIT', label: 'Visit', mode: 'AMOUNT', amount: 2000, consent: false },
    { code: 'PARTS', label: 'Parts', mode: 'CAP', amount: 5000, consent: true },
    { code: 'MOTOR', label: 'Motor', mode: 'CAP', amount: 9000, consent: false },
  ];
  let made: Claim;
  beforeEach(async () => {
    await promise(term('warranty'), term('fees', { rows: FEES }));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    made = await opened(of, 'REPAIR', '2011-05-01');
  });
  const set = (version: number, ...charges: object[]) =>
    change<Claimed>('claimChargesSet', { id: made.id, version, charges }, CLAIM);
  const charge = (code: string, amount: number, more: object = {}) => ({ code, amount, currency: 'GBP', ...more });
  const stored = () => rowsOf(desk.server.db.orm, sql`select code, verdict from claim_charges order by position`);

  it('C7 what was disclosed is charged; what was not, or more of it, never is', async () => {
    expect(await set(1, charge('VISIT', 2000), charge('OPENING', 1, { kind: 'DIAGNOSIS' }))).toEqual(
      refusal('HIDDEN_FEE', 'charges', '1', 'code'),
    );
    expect(await set(1, charge('VISIT', 2001))).toEqual(refusal('HIDDEN_FEE', 'charges', '0', 'amount'));
    expect(await set(1, charge('VISIT', 1200), charge('VISIT', 801))).toEqual(
      refusal('HIDDEN_FEE', 'charges', '1', 'amount'),
    );
    expect(await set(1, charge('VISIT', 100, { currency: 'EUR' }))).toEqual(
      refusal('CURRENCY_MISMATCH', 'charges', '0', 'currency'),
    );
    expect(await stored()).toEqual([]);
    const { claim: charged, userErrors } = await set(1, charge('VISIT', 2000));
    expect(userErrors).toEqual([]);
    expect(charged).toMatchObject({ version: 2, charges: { nodes: [{ code: 'VISIT', verdict: 'ACCEPT' }] } });
    expect(charged!.receiptHash).not.toBe(made.receiptHash);
  });

  it('the database itself keeps a hidden fee out', async () => {
    const [row] = await rowsOf<{ customer_id: string; id: string }>(
      desk.server.db.orm,
      sql`select customer_id, id from claims`,
    );
    const hidden = sql`
      insert into claim_charges (customer_id, id, claim_id, position, code, description, kind, amount, currency, verdict, trace)
      values (${row!.customer_id}, ${newId()}, ${row!.id}, 1, 'OPENING', '', 'FEE', 1, 'GBP', 'BLOCK', '[]')`;
    await expect(desk.server.db.orm.execute(hidden)).rejects.toThrow();
  });

  it('what the customer has to be asked about waits for the consent, and is not settled before', async () => {
    const { claim: charged } = await set(1, charge('PARTS', 3000), charge('MOTOR', 3001, { kind: 'PART' }));
    const [parts, motor] = charged!.charges.nodes;
    expect([parts, motor]).toMatchObject([{ verdict: 'NEEDS_CONSENT' }, { verdict: 'NEEDS_CONSENT' }]);
    expect(await change('claimSettle', { id: made.id, version: 2 }, 'claim { id }')).toEqual(
      refusal('CONSENT_MISSING', 'id'),
    );
    const agree = (id: string) =>
      change<Claimed>('claimChargeConsent', { id, version: 1, by: 'Mrs Li, by phone' }, CLAIM);
    expect((await agree(parts!.id)).userErrors).toEqual([]);
    const agreed = await agree(motor!.id);
    expect(agreed.claim!.charges.nodes).toMatchObject([
      { verdict: 'ACCEPT', consentBy: 'Mrs Li, by phone', consentOn: '2011-12-10' },
      { verdict: 'ACCEPT' },
    ]);
    // and is not asked for again while charges are being changed
    const { claimChargesCheck } = await desk.owner.data<{ claimChargesCheck: { checks: { verdict: string }[] } }>(
      `query ($id: ID!, $charges: [ClaimChargeInput!]!) { claimChargesCheck(id: $id, charges: $charges) { checks { verdict } } }`,
      { id: made.id, charges: [charge('PARTS', 3000), charge('PARTS', 100)] },
    );
    expect(claimChargesCheck.checks.map(({ verdict }) => verdict)).toEqual(['ACCEPT', 'NEEDS_CONSENT']);
    // consent holds for no more than was agreed to
    const { version } = agreed.claim!;
    const less = await set(version, charge('PARTS', 2500));
    expect(less.claim!.charges.nodes).toMatchObject([{ verdict: 'ACCEPT', consentBy: 'Mrs Li, by phone' }]);
    const more = await set(version + 1, charge('PARTS', 2600));
    expect(more.claim!.charges.nodes).toMatchObject([{ verdict: 'NEEDS_CONSENT', consentBy: null }]);
    await set(version + 2);
    expect((await change<Claimed>('claimSettle', { id: made.id, version: version + 3 }, CLAIM)).claim?.status).toBe(
      'SETTLED',
    );
  });

  it('consent to a small charge lets no large one through, nor one that is yet to come', async () => {
    const { claim: charged } = await set(1, charge('PARTS', 100));
    const [small] = charged!.charges.nodes;
    const agree = (on: string) =>
      change<Claimed>('claimChargeConsent', { id: small!.id, version: 1, by: 'Mrs Li, by phone', on }, CLAIM);
    expect(await agree('2011-12-11')).toEqual(refusal('CONSENT_IN_FUTURE', 'on'));
    // the day before the claim: there was nothing to agree to
    expect(await agree('2011-04-30')).toEqual(refusal('CONSENT_TOO_EARLY', 'on'));
    const { version } = (await agree('2011-12-10')).claim!;
    const both = await set(version, charge('PARTS', 100), charge('PARTS', 4000));
    expect(both.claim!.charges.nodes).toMatchObject([
      { verdict: 'ACCEPT', consentBy: 'Mrs Li, by phone' },
      { verdict: 'NEEDS_CONSENT', consentBy: null },
    ]);
    expect(await change('claimSettle', { id: made.id, version: version + 1 }, 'claim { id }')).toEqual(
      refusal('CONSENT_MISSING', 'id'),
    );
    const twice = await set(version + 1, charge('PARTS', 60), charge('PARTS', 60));
    expect(twice.claim!.charges.nodes).toMatchObject([{ verdict: 'ACCEPT' }, { verdict: 'NEEDS_CONSENT' }]);
  });

  it('consent to one thing is none to another of the same code and amount', async () => {
    const [agreed, other] = ['A new battery', 'A new case'].map((description) => ({ description }));
    const { claim: charged } = await set(1, charge('PARTS', 900, agreed));
    const { id } = charged!.charges.nodes[0]!;
    const answer = await change<Claimed>('claimChargeConsent', { id, version: 1, by: 'Mrs Li, by phone' }, CLAIM);
    const { version } = answer.claim!;
    const same = await set(version, charge('PARTS', 900, agreed));
    expect(same.claim!.charges.nodes).toMatchObject([{ verdict: 'ACCEPT', consentBy: 'Mrs Li, by phone' }]);
    const swapped = await set(version + 1, charge('PARTS', 900, other));
    expect(swapped.claim!.charges.nodes).toMatchObject([{ verdict: 'NEEDS_CONSENT', consentBy: null }]);
    expect(await change('claimSettle', { id: made.id, version: version + 2 }, 'claim { id }')).toEqual(
      refusal('CONSENT_MISSING', 'id'),
    );
  });

  it('bought in another currency: fees stay in theirs, and what cannot be weighed is asked about', async () => {
    const abroad = await bought('2011-03-01', [['A1', 1, 10_000]], { currency: 'EUR' });
    await keep();
    const { id } = await opened(abroad, 'REPAIR', '2011-05-01');
    const charged = (...charges: object[]) => change<Claimed>('claimChargesSet', { id, version: 1, charges }, CLAIM);
    expect(await charged(charge('VISIT', 100, { currency: 'EUR' }))).toEqual(
      refusal('CURRENCY_MISMATCH', 'charges', '0', 'currency'),
    );
    const { claim: after } = await charged(charge('VISIT', 100), charge('MOTOR', 1, { kind: 'PART' }));
    expect(after!.charges.nodes).toMatchObject([
      { code: 'VISIT', verdict: 'ACCEPT', amount: { currency: 'GBP' } },
      { code: 'MOTOR', verdict: 'NEEDS_CONSENT' },
    ]);
  });

  it('claimChargesCheck says each verdict in words beforehand and names the disclosed fees', async () => {
    const { claimChargesCheck } = await desk.owner.data<{ claimChargesCheck: object }>(
      `query ($id: ID!, $charges: [ClaimChargeInput!]!) { claimChargesCheck(id: $id, charges: $charges, language: zh_Hans) {
        currency schedule { code label mode amount consent } checks { code verdict sentences } } }`,
      { id: made.id, charges: [charge('VISIT', 1), charge('PARTS', 1), charge('OPENING', 1, { kind: 'DIAGNOSIS' })] },
    );
    expect(claimChargesCheck).toMatchObject({
      currency: 'GBP',
      schedule: FEES,
      checks: [
        { code: 'VISIT', verdict: 'ACCEPT' },
        { code: 'PARTS', verdict: 'NEEDS_CONSENT' },
        {
          code: 'OPENING',
          verdict: 'BLOCK',
          sentences: ['“OPENING”未事先公开，因此不得收取。', expect.stringContaining('潜规则')],
        },
      ],
    });
  });
});

describe('S2 what a charge is stands in the schedule, not in what the agent calls it', () => {
  const FEES = [
    { code: 'MOTOR', label: 'Motor', kind: 'PART', mode: 'CAP', amount: 9000, consent: false },
    { code: 'WAX', label: 'Wax', kind: 'ADD_ON', mode: 'CAP', amount: 900, consent: false },
    { code: 'VISIT', label: 'Visit', mode: 'CAP', amount: 9000, consent: false },
  ];
  let made: Claim;
  beforeEach(async () => {
    await promise(term('warranty'), term('fees', { rows: FEES }));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]], { discount: 500 });
    await keep();
    made = await opened(of, 'REPAIR', '2011-05-01');
  });
  const set = (version: number, ...charges: object[]) =>
    change<Claimed>('claimChargesSet', { id: made.id, version, charges }, CLAIM);
  const charge = (code: string, amount: number, kind?: string) => ({
    code,
    amount,
    currency: 'GBP',
    ...(kind && { kind }),
  });
  const stored = () => rowsOf(desk.server.db.orm, sql`select code, kind, verdict from claim_charges order by position`);

  it('a dear part and add-ons beyond the discount are asked about, though they are charged as plain fees', async () => {
    const { userErrors } = await set(
      1,
      charge('MOTOR', 2001, 'FEE'),
      charge('MOTOR', 1000),
      charge('WAX', 501, 'DIAGNOSIS'),
      charge('VISIT', 5000),
    );
    expect(userErrors).toEqual([]);
    expect(await stored()).toEqual([
      { code: 'MOTOR', kind: 'PART', verdict: 'NEEDS_CONSENT' },
      { code: 'MOTOR', kind: 'PART', verdict: 'NEEDS_CONSENT' },
      { code: 'WAX', kind: 'ADD_ON', verdict: 'NEEDS_CONSENT' },
      { code: 'VISIT', kind: 'FEE', verdict: 'ACCEPT' },
    ]);
    expect(await change('claimSettle', { id: made.id, version: 2 }, 'claim { id }')).toEqual(
      refusal('CONSENT_MISSING', 'id'),
    );
  });

  it('the agent can add a question; consent holds whatever the charge is called afterwards', async () => {
    const { claim: charged } = await set(1, charge('MOTOR', 3001, 'FEE'), charge('VISIT', 3001, 'PART'));
    expect(await stored()).toMatchObject([
      { kind: 'PART', verdict: 'NEEDS_CONSENT' },
      { kind: 'PART', verdict: 'NEEDS_CONSENT' },
    ]);
    const { id } = charged!.charges.nodes[0]!;
    const agreed = await change<Claimed>('claimChargeConsent', { id, version: 1, by: 'Mrs Li, by phone' }, CLAIM);
    const again = await set(agreed.claim!.version, charge('MOTOR', 3001, 'DIAGNOSIS'), charge('VISIT', 3001));
    expect(again.claim!.charges.nodes).toMatchObject([
      { verdict: 'ACCEPT', consentBy: 'Mrs Li, by phone' },
      { verdict: 'ACCEPT', consentBy: null },
    ]);
    expect(await stored()).toMatchObject([{ kind: 'PART' }, { kind: 'FEE' }]);
  });

  it('claimChargesCheck says what each fee was disclosed as, and as what a charge would be kept', async () => {
    const { claimChargesCheck } = await desk.owner.data<{ claimChargesCheck: object }>(
      `query ($id: ID!, $charges: [ClaimChargeInput!]!) { claimChargesCheck(id: $id, charges: $charges) {
        schedule { code kinds } checks { kind verdict sentences } } }`,
      { id: made.id, charges: [charge('MOTOR', 3001, 'FEE')] },
    );
    expect(claimChargesCheck).toMatchObject({
      schedule: [
        { code: 'MOTOR', kinds: ['PART'] },
        { code: 'WAX', kinds: ['ADD_ON'] },
        { code: 'VISIT', kinds: ['FEE'] },
      ],
      checks: [
        {
          kind: 'PART',
          verdict: 'NEEDS_CONSENT',
          sentences: [expect.any(String), expect.stringContaining('This part')],
        },
      ],
    });
  });

  it('the receipt says of a charge what it was for', async () => {
    const { claim: charged } = await set(1, charge('MOTOR', 100), charge('VISIT', 100));
    const page = await (await fetch(`${desk.server.url}/receipt/${charged!.receiptHash}?lang=zh-Hant`)).text();
    const rows = [...page.matchAll(/<th scope="row">(.*?)<\/th>/gs)].map(([, cell]) =>
      cell!.replace(/<[^>]+>/g, ' ').trim(),
    );
    expect(rows).toEqual(expect.arrayContaining([expect.stringMatching(/^Motor\s+零件$/), 'Visit']));
  });
});

describe('C7 fees of several goods in one claim (S2)', () => {
  it('goods with schedules of their own: the lowest amount, and asked first where one of them says so', async () => {
    const own = (code: string, amount: number, consent: boolean) =>
      term(
        'fees',
        { rows: [{ code: 'WASH', label: 'Wash', mode: 'CAP', amount, consent }] },
        { id: `wash-${code.toLowerCase()}`, appliesTo: { productCodes: [code] } },
      );
    await promise(term('warranty'), own('A1', 900, true), own('B2', 400, false));
    const of = await bought('2011-03-01', [
      ['A1', 1, 10_000],
      ['B2', 1, 10_000],
    ]);
    await keep();
    const lines = of.lines.map((lineId) => ({ lineId, quantity: 1 }));
    const { id } = await opened(of, 'REPAIR', '2011-05-01', { lines });
    const { claimChargesCheck } = await desk.owner.data<{ claimChargesCheck: { schedule: object[] } }>(
      `query ($id: ID!) { claimChargesCheck(id: $id, charges: []) { schedule { code amount consent } } }`,
      { id },
    );
    expect(claimChargesCheck.schedule).toContainEqual({ code: 'WASH', amount: 400, consent: true });
  });

  it('S2 what is a part to one of them is a part', async () => {
    const own = (code: string, kind: string) =>
      term(
        'fees',
        { rows: [{ code: 'MOTOR', label: 'Motor', kind, mode: 'CAP', amount: 9000, consent: false }] },
        { id: `motor-${code.toLowerCase()}`, appliesTo: { productCodes: [code] } },
      );
    await promise(term('warranty'), own('A1', 'PART'), own('B2', 'FEE'));
    const of = await bought('2011-03-01', [
      ['A1', 1, 5000],
      ['B2', 1, 5000],
    ]);
    await keep();
    const lines = of.lines.map((lineId) => ({ lineId, quantity: 1 }));
    const { id } = await opened(of, 'REPAIR', '2011-05-01', { lines });
    const charges = [{ code: 'MOTOR', amount: 3001, currency: 'GBP', kind: 'FEE' }];
    const { claim: charged } = await change<Claimed>('claimChargesSet', { id, version: 1, charges }, CLAIM);
    expect(charged!.charges.nodes).toMatchObject([{ verdict: 'NEEDS_CONSENT' }]);
  });
});
