import type { Term } from '@perennial/domain/policies/terms';
import type { Answer, Contestant, Flat } from './contestant.ts';

interface ZenDecision {
  evaluate(facts: Flat): Promise<{ result: Answer }>;
}
export interface Zen {
  ZenEngine: new () => { createDecision(content: object): ZenDecision };
  ZenDecisionContent: new (content: object) => object;
}

const FIELDS = [
  'region',
  'segment',
  'category',
  'complexity',
  'value',
  'tenure',
  'days',
  'months',
  'opened',
  'cause',
  'newOwner',
] as const;

type Row = Partial<Record<(typeof FIELDS)[number] | 'termId' | 'outcome' | '_id', string>>;

const texts = (items: readonly string[]) => items.map((item) => JSON.stringify(item)).join(', ');

function scope({ appliesTo: to }: Term): Row {
  return {
    ...(to.regions.length > 0 && { region: texts(to.regions) }),
    ...(to.segments.length > 0 && { segment: texts(to.segments) }),
    ...(to.categories.length > 0 && { category: texts(to.categories) }),
    ...(to.complexity.length > 0 && { complexity: texts(to.complexity) }),
    ...(to.minValue !== null && { value: `>= ${to.minValue}` }),
    ...(to.minTenure !== null && { tenure: `>= ${to.minTenure}` }),
  };
}

const promised = ({ kind, params }: Term): Row =>
  kind === 'returns'
    ? { days: `<= ${Number(params['days'])}`, ...(!params['openedAllowed'] && { opened: 'false' }) }
    : {
        months: `<= ${Number(params['months'])}`,
        cause: texts(params['causes'] as string[]),
        ...(!params['transferable'] && { newOwner: 'false' }),
      };

/** A decision table of two rows per term, the most specific first; the first row that fits decides. */
function decisionTable(terms: readonly Term[]): object {
  const columns = (names: readonly string[]) => names.map((name) => ({ id: name, name, field: name }));
  const used = terms.map((term): Row => ({ ...scope(term), ...promised(term) }));
  const fields = FIELDS.filter((field) => used.some((row) => field in row));
  const rows = terms.flatMap((term): Row[] => [
    { ...scope(term), ...promised(term), termId: `"${term.id}"`, outcome: '"ALLOWED"' },
    { ...scope(term), termId: `"${term.id}"`, outcome: '"REFUSED"' },
  ]);
  const blank = Object.fromEntries(fields.map((field) => [field, '']));
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'table',
        position: { x: 0, y: 0 },
        content: {
          hitPolicy: 'first',
          inputs: columns(fields),
          outputs: columns(['termId', 'outcome']),
          rules: rows.map((row, at) => ({ _id: `row-${at}`, ...blank, ...row })),
        },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  };
}

/** GoRules' zen-engine (Rust): one compiled decision table per kind of claim; `atOnce` questions are under way together. */
export function zen(
  { ZenEngine, ZenDecisionContent }: Zen,
  ordered: Readonly<Record<string, readonly Term[]>>,
  asked: readonly { kind: string; facts: Flat }[],
  atOnce: number,
): Contestant {
  const engine = new ZenEngine();
  const decisions = new Map(
    Object.entries(ordered).map(([kind, terms]) => [
      kind,
      engine.createDecision(new ZenDecisionContent(decisionTable(terms))),
    ]),
  );
  return {
    name: `zen-engine, ${atOnce} at once`,
    async answer() {
      const answers: Answer[] = [];
      for (let from = 0; from < asked.length; from += atOnce) {
        const some = asked.slice(from, from + atOnce);
        const found = await Promise.all(some.map(({ kind, facts }) => decisions.get(kind)!.evaluate(facts)));
        for (const { result } of found) answers.push({ termId: result.termId, outcome: result.outcome });
      }
      return answers;
    },
  };
}
