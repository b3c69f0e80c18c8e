import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { defaultsOf, rowKey, type Cell, type Form } from '@perennial/domain/policies/kinds/form';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { Term } from '@perennial/domain/policies/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashSaid } from './clashSaid.ts';
import { mergeTerms, settle, type Clash } from './merge.ts';

/** Two values that a cell can hold. */
function twoOf(cell: Cell): [unknown, unknown] {
  switch (cell.type) {
    case 'bool':
      return [true, false];
    case 'choice':
      return [cell.options[0]!.value, cell.options[1]!.value];
    case 'choices':
      return [[cell.options[0]!.value], [cell.options[1]!.value]];
    case 'words':
      return [['One'], ['Two']];
    case 'text':
      return ['One', 'Two'];
    default:
      return [cell.min + 1, cell.min + 2];
  }
}

type Charges = Readonly<Record<string, number>>;

const row = (code: string, amount: number) => ({
  code,
  label: `For ${code}`,
  kind: 'FEE',
  mode: 'AMOUNT',
  amount,
  consent: true,
});
const fees = (charges: Charges, partShare = 30, regions: readonly string[] = []): Term => ({
  id: 'fees',
  kind: 'fees',
  params: {
    ...defaultsOf(termKinds.find(({ kind }) => kind === 'fees')!.params),
    rows: Object.entries(charges).map(([code, amount]) => row(code, amount)),
    partShare,
  },
  appliesTo: { ...EVERYTHING, regions },
});
const chargesIn = (term: Term | undefined): Record<string, number> =>
  Object.fromEntries(
    ((term?.params.rows ?? []) as { code: string; amount: number }[]).map(({ code, amount }) => [code, amount]),
  );
const keysOf = (clashes: readonly Clash[]) => clashes.map((each) => each.row?.key);

describe('two people write the table of one term', () => {
  const was = [fees({ A: 100, B: 100, C: 100 })];

  it('rows that only one of them added, changed or removed are taken over', () => {
    const mine = [fees({ A: 200, B: 100, C: 100, ANNA: 5 })];
    const theirs = [fees({ A: 100, C: 300, BOB: 6 })];
    const { terms, clashes } = mergeTerms(was, mine, theirs);
    expect(clashes).toEqual([]);
    expect(chargesIn(terms[0])).toEqual({ A: 200, C: 300, ANNA: 5, BOB: 6 });
  });

  it('one row that both changed is asked about by itself, and its choice leaves the others as they are', () => {
    const { terms, clashes } = mergeTerms(was, [fees({ A: 2, B: 100, ANNA: 5 })], [fees({ A: 3, B: 9, C: 7, BOB: 6 })]);
    expect(keysOf(clashes)).toEqual(['A', 'C']);
    expect(chargesIn(terms[0])).toEqual({ A: 2, B: 9, ANNA: 5, BOB: 6 });
    const [first, second] = clashes;
    expect(chargesIn(settle(terms, first!, first!.theirs)[0])).toEqual({ A: 3, B: 9, ANNA: 5, BOB: 6 });
    const back = settle(terms, second!, second!.theirs);
    expect(chargesIn(back[0])).toEqual({ A: 2, B: 9, C: 7, ANNA: 5, BOB: 6 });
    // what is written on while it waits stays, too
    const on = [fees({ A: 2, B: 9, ANNA: 55, BOB: 6 })];
    expect(chargesIn(settle(on, first!, first!.theirs)[0])).toEqual({ A: 3, B: 9, ANNA: 55, BOB: 6 });
  });

  it('a row that is not decided yet is still asked about when another is saved meanwhile', () => {
    const first = mergeTerms(was, [fees({ A: 2, B: 100, C: 100 })], [fees({ A: 3, B: 100, C: 100 })]);
    const later = [fees({ A: 3, B: 8, C: 100 })];
    const again = mergeTerms([fees({ A: 3, B: 100, C: 100 })], first.terms, later, first.clashes);
    expect(keysOf(again.clashes)).toEqual(['A']);
    expect(chargesIn(again.terms[0])).toEqual({ A: 2, B: 8, C: 100 });
  });

  it('its single values are one, apart from its rows', () => {
    const { terms, clashes } = mergeTerms(was, [fees({ A: 1, B: 100, C: 100 }, 40)], [fees({ ANY: 4 }, 50)]);
    expect(keysOf(clashes)).toEqual([undefined, 'A']);
    const theirs = settle(terms, clashes[0]!, clashes[0]!.theirs);
    expect([theirs[0]!.params.partShare, chargesIn(theirs[0])]).toEqual([50, { A: 1, ANY: 4 }]);
  });

  it('C45 regions that each of them added stand together; the first that is named narrows the term, and is asked about', () => {
    const regions = ({ terms }: { terms: readonly Term[] }) => terms[0]!.appliesTo.regions;
    const of = (...named: string[]) => [fees({}, 30, named)];
    const both = mergeTerms(of('Germany'), of('Germany', 'France'), of('Germany', 'Spain'));
    expect([both.clashes, regions(both)]).toEqual([[], ['Germany', 'France', 'Spain']]);
    const first = mergeTerms(of(), of('France'), of('Spain'));
    expect([first.clashes.length, regions(first)]).toEqual([1, ['France']]);
  });

  it('rows that nothing tells apart are asked about as one table', () => {
    const twice = (amount: number): Term => ({
      ...fees({}),
      params: { ...fees({}).params, rows: [row('A', amount), row('A', amount + 1)] },
    });
    const { terms, clashes } = mergeTerms(was, [twice(1)], [fees({ A: 5 })]);
    expect(keysOf(clashes)).toEqual([undefined]);
    expect(settle(terms, clashes[0]!, clashes[0]!.theirs)).toEqual([fees({ A: 5 })]);
  });

  it('nothing of either side is lost, and who comes second makes no difference but to the order', () => {
    const charges = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.integer({ min: 0, max: 3 }));
    const terms = fc.tuple(charges, fc.integer({ min: 1, max: 3 })).map(([of, share]) => [fees(of, share)]);
    const sorted = (term: Term | undefined) => Object.entries(chargesIn(term)).sort();
    fc.assert(
      fc.property(terms, terms, terms, (before, mine, theirs) => {
        const merged = mergeTerms(before, mine, theirs);
        const [asked, other] = [merged, mergeTerms(before, theirs, mine)].map(({ clashes }) => keysOf(clashes).sort());
        expect(asked).toEqual(other);
        const [b, m, t, r] = [before, mine, theirs, merged.terms].map(([term]) => chargesIn(term));
        for (const code of new Set([...Object.keys(b!), ...Object.keys(m!), ...Object.keys(t!)])) {
          const clash = merged.clashes.find(({ row: of }) => of?.key === code);
          const [was1, my, their] = [b![code], m![code], t![code]];
          if (clash) {
            expect([chargesIn(clash.mine)[code], chargesIn(clash.theirs)[code]]).toEqual([my, their]);
            expect([my === was1, their === was1, my === their]).toEqual([false, false, false]);
          } else expect(r![code]).toBe(my === was1 ? their : my);
        }
        // every choice taken one after the other is what the other would have kept
        const taken = merged.clashes.reduce<readonly Term[]>(
          (now, each) => settle(now, each, each.theirs),
          merged.terms,
        );
        expect(sorted(taken[0])).toEqual(sorted(mergeTerms(before, theirs, mine).terms[0]));
        expect(sorted(mergeTerms(before, before, theirs).terms[0])).toEqual(sorted(theirs[0]));
        expect(sorted(mergeTerms(before, mine, before).terms[0])).toEqual(sorted(mine[0]));
      }),
    );
  });
});

describe('what two people wrote differently is read side by side', () => {
  const telling = {
    language: 'en',
    currency: 'GBP',
    phrases: {},
    joined: (sentences: readonly string[]) => sentences.join(' '),
    gone: 'Removed',
  } as const;
  const disputed = (mine: Term, theirs: Term, before?: Term) => {
    const { terms, clashes } = mergeTerms(before ? [before] : [], [mine], [theirs]);
    return clashes.map((clash) => clashSaid(clash, terms[0], telling));
  };

  it('a row under its own name, and that one of them removed it', () => {
    const said = disputed(fees({ A: 200, B: 300 }), fees({ A: 400 }), fees({ A: 100, B: 100 }));
    expect(said.map(({ title }) => title)).toEqual(['Charges: A', 'Charges: B']);
    expect(said[0]!.mine).toContain('£2.00');
    expect(said[0]!.theirs).toContain('£4.00');
    expect(said[1]!.theirs).toBe('Removed');
  });

  const tables = termKinds.flatMap(({ kind, params }) =>
    Object.entries(params as Form).flatMap(([path, field]) => (field.type === 'rows' ? [{ kind, path, field }] : [])),
  );
  const cells = tables.flatMap(({ kind, path, field }) =>
    Object.entries(field.cells)
      .filter(([cell]) => !field.key.includes(cell))
      .map(([cell, of]) => ({ kind, path, field, cell, of })),
  );
  it.each(cells)('$kind: two rows that differ in $cell alone read differently', ({ kind, path, field, cell, of }) => {
    const row = Object.fromEntries(Object.entries(field.cells).map(([name, each]) => [name, twoOf(each)[0]]));
    const [mine, theirs] = twoOf(of).map(
      (value): Term => ({ id: 'x', kind, params: { [path]: [{ ...row, [cell]: value }] }, appliesTo: EVERYTHING }),
    );
    const clash: Clash = { id: 'x', row: { path: `params.${path}`, key: rowKey(field.key, row) }, mine, theirs };
    for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
      const said = clashSaid(clash, mine, { ...telling, language });
      expect(said.mine).not.toBe(said.theirs);
    }
  });

  const values = termKinds.flatMap(({ kind, params }) =>
    Object.entries(params as Form).flatMap(([name, of]) => (of.type === 'rows' ? [] : [{ kind, params, name, of }])),
  );
  it.each(values)('$kind: two terms that differ in $name alone read differently', ({ kind, params, name, of }) => {
    const [mine, theirs] = twoOf(of).map(
      (value): Term => ({ id: 'x', kind, params: { ...defaultsOf(params), [name]: value }, appliesTo: EVERYTHING }),
    );
    for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
      const said = clashSaid({ id: 'x', mine, theirs }, mine, { ...telling, language });
      expect(said.mine).not.toBe(said.theirs);
    }
  });
});
