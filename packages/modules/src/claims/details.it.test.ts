import { rowsOf } from '@perennial/kernel/db/database';
import { claimsDesk, refusal, term } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, claim, keep, promise } = desk;

describe('what bad input gets: a detail that its kind does not know', () => {
  it('is refused by its field where another kind decides, or none speaks of it', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 3, 300]]);
    await keep();
    const saying = (kind: string, details: object) =>
      claim(of, kind, '2011-03-02', { lines: [{ lineId: of.lines[0], quantity: 1, details }] });
    const at = (...path: string[]) => refusal('UNKNOWN_TERM_FIELD', 'lines', '0', 'details', ...path);
    expect(await saying('RETURN', { exclusions: { matters: ['safes'] } })).toEqual(at('exclusions', 'matters'));
    expect(await saying('RETURN', { 'response-target': { speed: 'HIGH' } })).toEqual(at('response-target', 'speed'));
    expect(await saying('RETURN', { remedy: { colour: 'red' } })).toEqual(at('remedy', 'colour'));
    expect(await saying('SERVICE', { training: { colour: 'red' } })).toEqual(at('training', 'colour'));
    expect(await saying('REPAIR', { exclusions: { matter: 'safes' } })).toEqual(
      refusal('TERM_OUT_OF_RANGE', 'lines', '0', 'details', 'exclusions', 'matter'),
    );
    expect(await saying('RETURN', { nonsense: {} })).toEqual(
      refusal('BAD_CLAIM_DETAILS', 'lines', '0', 'details', 'nonsense'),
    );
    expect(await rowsOf(desk.server.db.orm, sql`select 1 from claims union all select 1 from claim_lines`)).toEqual([]);
  });
});
