import { codes, cutsDesk, type CutsDesk } from '@perennial/testkit/policies/cuts-desk';
import { returnsWithin, type Draft } from '@perennial/testkit/policies/promises';
import { rowsOf } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** A policy for some regions is promised there only: its terms are ranked as terms for there, by everybody who ranks. */
let shop: CutsDesk;
beforeAll(async () => {
  shop = await cutsDesk();
});
beforeEach(() => shop.clear());

async function drafted(name: string, regions: string[], terms: unknown[]): Promise<Draft> {
  const made = await shop.change('policyCreate', { name, regions }, 'policyVersion { id version }');
  const saved = await shop.save(made.policyVersion as Draft, { effectiveFrom: '2010-12-01', terms });
  return saved.policyVersion as Draft;
}

const forA1 = (days: number, id: string, regions: string[] = []) =>
  returnsWithin(days, { id, appliesTo: { productCodes: ['A1'], regions } });

/** Which term judges a return of the only purchase there is. */
async function judge(): Promise<unknown> {
  const [line] = await rowsOf<{ id: string }>(
    shop.server.db.orm,
    sql`select 'InvoiceLine_' || customer_id || '_' || id as id from invoice_lines`,
  );
  const { policyTry } = await shop.manager.data<{ policyTry: unknown }>(
    'query ($id: ID!) { policyTry(lineId: $id, kind: "returns", at: "2011-06-20") { termId deadline } }',
    { id: line!.id },
  );
  return policyTry;
}

describe('S11, C12 the guard and the decision rank terms alike', () => {
  it('S11 in its regions a policy for them is the more specific one, for the guard and for the claim', async () => {
    expect(codes(await shop.publish(await drafted('In France', ['France'], [forA1(30, 'french')])))).toEqual([]);
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 5_000 });
    const wide = await drafted('In two', [], [forA1(60, 'wide', ['France', 'Spain']), forA1(60, 'spanish', ['Spain'])]);
    expect(codes(await shop.publish(wide))).toEqual([]);
    await shop.server.settle();
    expect(await judge()).toEqual({ termId: 'french', deadline: '2011-07-01' });
    // so what the other one says of France takes nothing from anybody
    const less = await shop.next(wide.id, '2011-12-10', [
      forA1(7, 'wide', ['France', 'Spain']),
      forA1(60, 'spanish', ['Spain']),
    ]);
    expect((await shop.cutsOf(less.id)).cuts).toEqual([]);
    const meaner = await shop.next(wide.id, '2011-12-10', [forA1(7, 'wide', ['France', 'Spain'])]);
    expect((await shop.cutsOf(meaner.id)).cuts).toMatchObject([{ termId: 'spanish', byTermId: 'wide' }]);
  });

  it('C12 policies for different regions never leave open which decides', async () => {
    expect(codes(await shop.publish(await drafted('North', ['Norway'], [forA1(30, 'one')])))).toEqual([]);
    expect(codes(await shop.publish(await drafted('South', ['Peru'], [forA1(20, 'other')])))).toEqual([]);
    const again = await drafted('North again', ['Norway'], [forA1(40, 'both')]);
    expect(codes(await shop.publish(again))).toEqual(['AMBIGUOUS_TERMS']);
  });

  it('C45 a term beyond the regions of its policy is refused: nobody would ever get it', async () => {
    const beyond = await drafted('In France', ['France'], [forA1(30, 'further', ['France', 'Spain'])]);
    expect((await shop.publish(beyond)).userErrors).toMatchObject([
      { code: 'VARIANT_OUT_OF_REGION', path: ['terms', '0', 'appliesTo', 'regions'], params: { beyond: ['Spain'] } },
    ]);
  });
});
