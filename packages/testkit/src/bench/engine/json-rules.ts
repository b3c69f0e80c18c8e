import type { Applicability } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import type { Answer, Contestant, Flat } from './contestant.ts';

interface Condition {
  fact: string;
  operator: string;
  value: unknown;
}

interface RulesEngine {
  addRule(rule: object): void;
  run(facts: Flat): Promise<{ events: { params: Answer }[] }>;
  on(event: 'success', heard: (event: unknown, almanac: unknown) => void): void;
  stop(): void;
}
export type JsonRulesEngine = { Engine: new (rules: object[], options: object) => RulesEngine };

const scope = (to: Applicability): Condition[] => {
  const lists = { region: to.regions, segment: to.segments, category: to.categories, complexity: to.complexity };
  return [
    ...Object.entries(lists).flatMap(([fact, value]) => (value.length > 0 ? [{ fact, operator: 'in', value }] : [])),
    ...(to.minValue === null ? [] : [{ fact: 'value', operator: 'greaterThanInclusive', value: to.minValue }]),
    ...(to.minTenure === null ? [] : [{ fact: 'tenure', operator: 'greaterThanInclusive', value: to.minTenure }]),
  ];
};

const promised = ({ kind, params }: Term): Condition[] =>
  kind === 'returns'
    ? [
        { fact: 'days', operator: 'lessThanInclusive', value: params['days'] },
        ...(params['openedAllowed'] ? [] : [{ fact: 'opened', operator: 'equal', value: false }]),
      ]
    : [
        { fact: 'months', operator: 'lessThanInclusive', value: params['months'] },
        { fact: 'cause', operator: 'in', value: params['causes'] },
        ...(params['transferable'] ? [] : [{ fact: 'newOwner', operator: 'equal', value: false }]),
      ];

/**
 * json-rules-engine: one engine per kind of claim, two rules per term, the most specific first by their priority, and
 * an end after the first that fires.
 */
export function jsonRules(
  { Engine }: JsonRulesEngine,
  ordered: Readonly<Record<string, readonly Term[]>>,
  asked: readonly { kind: string; facts: Flat }[],
): Contestant {
  const engines = new Map(
    Object.entries(ordered).map(([kind, terms]) => {
      const engine = new Engine([], { allowUndefinedFacts: true });
      terms.forEach((term, at) => {
        const priority = (terms.length - at) * 2;
        const rule = (outcome: string, conditions: Condition[], more: number) => ({
          conditions: { all: conditions },
          event: { type: 'decided', params: { termId: term.id, outcome } },
          priority: priority + more,
        });
        engine.addRule(rule('ALLOWED', [...scope(term.appliesTo), ...promised(term)], 1));
        engine.addRule(rule('REFUSED', scope(term.appliesTo), 0));
      });
      engine.on('success', () => engine.stop());
      return [kind, engine];
    }),
  );
  return {
    name: 'json-rules-engine',
    async answer() {
      const answers: Answer[] = [];
      for (const { kind, facts } of asked) {
        const { events } = await engines.get(kind)!.run(facts);
        answers.push(events[0]?.params ?? { termId: null, outcome: 'NOT_COVERED' });
      }
      return answers;
    },
  };
}
