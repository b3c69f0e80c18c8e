import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import type { Step } from '../decision.ts';
import { sentenceOf } from '../sentences/sentence.ts';
import { termKinds } from './all.ts';
import { defaultsOf, type Cell, type Form, type FormField } from './form.ts';
import type { TermKind } from './kind.ts';

/*
 * What each kind of term says, for readers of the three languages to look through side by side: `spoken/<kind>.txt`
 * holds one example of every way a sentence can go. A changed word, or a distinction that one language no longer makes,
 * shows up there. After a change that is meant: `npx vitest run --project unit spoken -u`, and read the difference.
 */

type Values = Readonly<Record<string, unknown>>;

const cellValues = (cell: Cell): unknown[] => {
  switch (cell.type) {
    case 'int':
    case 'money':
      return [cell.default, cell.min, cell.max, ...[1, 2].filter((n) => n > cell.min && n < cell.max)];
    case 'bool':
      return [cell.default, !cell.default];
    case 'choice':
      return [cell.default, ...cell.options.map(({ value }) => value)];
    case 'choices': {
      const all = cell.options.map(({ value }) => value);
      return [cell.default, all.slice(0, cell.min), all];
    }
    case 'words':
      return [cell.default, [], ['lid'], ['lid', 'handle']].filter((words) => words.length <= cell.max);
    case 'text':
      return [cell.default, ...['', 'Chen & Sons'].filter((text) => text.length >= (cell.min ?? 0))];
  }
};

/** Rows whose cells differ in one thing at a time, the first as it is by default. */
const rowsOf = (cells: Readonly<Record<string, Cell>>): Values[] =>
  variations(cells, Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cellValues(cell).at(-1)])));

const fieldValues = (field: FormField): unknown[] => {
  if (field.type !== 'rows') return cellValues(field);
  const rows = rowsOf(field.cells);
  const least = field.min === 0 ? [[]] : [];
  return [field.default, ...least, ...rows.map((row) => [row]), rows.slice(0, Math.min(2, field.max))];
};

/** `base`, and whatever differs from it in one field. */
const variations = (fields: Form, base: Values): Values[] => [
  base,
  ...Object.entries(fields).flatMap(([name, field]) => fieldValues(field).map((value) => ({ ...base, [name]: value }))),
];

/** A form as it comes, and with each field at its second and its last value. */
const basesOf = (fields: Form): Values[] => [
  defaultsOf(fields) as Values,
  ...[1, -1].map((at) =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldValues(field).at(at)])),
  ),
];

const everyForm = (fields: Form): Values[] => basesOf(fields).flatMap((base) => variations(fields, base));

const honest = { bought: 9, returned: 1, boughtValue: 90_000, returnedValue: 1000, recent: 1, withoutPurchase: 0 };
const abusive = { bought: 9, returned: 9, boughtValue: 9000, returnedValue: 9000, recent: 9, withoutPurchase: 3 };

/** When it was delivered, when it is claimed, and what is known of the customer. */
const occasions = [
  { deliveredOn: null, on: '2026-01-31', history: null },
  { deliveredOn: null, on: '2026-02-12', history: abusive },
  { deliveredOn: null, on: '2046-01-31', history: honest },
  { deliveredOn: '2026-02-02', on: '2026-01-31', history: null },
  { deliveredOn: '2026-02-02', on: '2026-02-12', history: honest },
  { deliveredOn: '2026-02-02', on: '2026-06-30', history: abusive },
];

function* steps(kind: TermKind): Generator<Step> {
  const terms = everyForm(kind.params);
  for (const params of terms) yield kind.promise(params, 'GBP');
  const pairs = [
    ...terms.flatMap((params) => basesOf(kind.claim).map((claim) => ({ params, claim }))),
    ...basesOf(kind.params).flatMap((params) => everyForm(kind.claim).map((claim) => ({ params, claim }))),
  ];
  for (const { params, claim } of pairs) {
    for (const { deliveredOn, on, history } of occasions) {
      const purchase = { at: '2026-01-31', boughtOn: '2026-01-31', code: '22423', value: 1000, deliveredOn };
      const context = judgeContext({ at: on, customer: { region: null, segment: null, history } });
      yield* kind.judge(params, claim, purchase, on, context).steps;
    }
  }
}

/** One example of each way in which a sentence can go; numbers and days make no other way of it. */
function spoken(kind: TermKind): string {
  const ways = new Map<string, string>();
  const heard = new Set<string>();
  for (const each of steps(kind)) {
    const key = JSON.stringify(each);
    if (heard.has(key)) continue;
    heard.add(key);
    const said = LANGUAGES.map((language) => `${language}: ${sentenceOf(each, language)}`);
    const way = `${each.code} ${said.map((line) => line.replaceAll(/\d+ [A-Z][a-z]+ \d{4}|\d[\d.,]*/g, '0')).join('\n')}`;
    if (!ways.has(way)) ways.set(way, [each.code, ...said].join('\n'));
  }
  return `${[...ways.values()].sort().join('\n\n')}\n`;
}

describe('what the kinds of term say, side by side', () => {
  it.each(termKinds.map((kind) => [kind.kind, kind] as const))('%s', async (name, kind) => {
    await expect(spoken(kind)).toMatchFileSnapshot(`spoken/${name}.txt`);
  });
});
