import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { moreSpecific } from '@perennial/domain/policies/applicability';
import { decide } from '@perennial/domain/policies/decide';
import type { Decision } from '@perennial/domain/policies/decision';
import { sentencesOf } from '@perennial/domain/policies/sentences/sentence';
import { flat, type Answer, type Contestant } from './contestant.ts';
import { jsonRules, type JsonRulesEngine } from './json-rules.ts';
import { inOrder, policy, questions, type Question } from './policy.ts';
import { zen, type Zen } from './zen.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
    questions: { type: 'string', default: '2000' },
  },
});
const peer = createRequire(`${values.peers}/package.json`);

const version = policy();
const asked = questions(Number(values.questions));
const flatly = asked.map((question) => ({ kind: question.facts.claim.kind, facts: flat(question) }));
const ordered = Object.fromEntries(
  ['returns', 'warranty'].map((kind) => [kind, inOrder(version.terms, kind, moreSpecific)]),
);

/** The same claims with a purchase and a claim at some hour, whose day depends on the business's time zone. */
const atSomeHour = asked.map(({ facts, on }): Question => {
  const { purchase } = facts;
  return {
    on: `${on}T17:30:00Z`,
    facts: { ...facts, purchase: purchase && { ...purchase, at: `${purchase.at}T09:45:00Z` } },
  };
});

const decided = (
  name: string,
  claims: readonly Question[] = asked,
  more: (decision: Decision) => void = () => undefined,
): Contestant => ({
  name,
  answer: () =>
    claims.map(({ facts, on }): Answer => {
      const decision = decide(facts, [version], on);
      more(decision);
      return { termId: decision.termId, outcome: decision.outcome };
    }),
});

let sentences = 0;
const zenEngine = peer('@gorules/zen-engine') as Zen;
const contestants: Contestant[] = [
  decided('Perennial: decision with trace'),
  decided('Perennial: the same, days found by the time zone', atSomeHour),
  decided('Perennial: the same, trace written out in English', asked, ({ trace }) => {
    sentences += sentencesOf(trace, 'en').length;
  }),
  jsonRules(peer('json-rules-engine') as JsonRulesEngine, ordered, flatly),
  zen(zenEngine, ordered, flatly, 1),
  zen(zenEngine, ordered, flatly, 100),
];

/** Speed of different answers is no comparison. */
const [first, ...others] = contestants as [Contestant, ...Contestant[]];
const right = await first.answer();
for (const other of others) {
  const answers = await other.answer();
  const at = answers.findIndex((answer, i) => !isDeepStrictEqual({ ...answer }, right[i]));
  if (at < 0 && answers.length === right.length) continue;
  throw new Error(
    `${other.name} answers ${JSON.stringify(answers[at])} to ${JSON.stringify(asked[at])}; right is ${JSON.stringify(right[at])}`,
  );
}

/** Decisions per second. */
async function round({ answer }: Contestant): Promise<number> {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < Number(values.seconds) * 1000) done += (await answer()).length;
  return (done * 1000) / (performance.now() - start);
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

const rates = new Map<Contestant, number[]>(contestants.map((each) => [each, []]));
for (const each of contestants) await round(each);
for (let r = 0; r < Number(values.rounds); r++) {
  for (const each of contestants) rates.get(each)?.push(await round(each));
}

const fixed = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
const ours = rates.get(first) ?? [];
console.log(
  `${values.rounds} rounds of ${values.seconds} s, ${version.terms.length} terms, ${asked.length} claims, one core of ${cpus()[0]?.model ?? ''}, Node ${process.version}\n`,
);
console.log('| engine | decisions/s | µs each | Perennial is faster by |');
console.log('| --- | ---: | ---: | ---: |');
for (const [{ name }, each] of rates) {
  const ratio = name.startsWith('Perennial') ? '' : `${fixed(median(ours.map((rate, r) => rate / (each[r] ?? 1))))} ×`;
  console.log(`| ${name} | ${median(each).toFixed(0)} | ${(1e6 / median(each)).toFixed(2)} | ${ratio} |`);
}
const outcomes = Object.groupBy(right, ({ outcome }) => outcome);
console.log(
  `\nanswers, the same from all: ${Object.entries(outcomes)
    .map(([outcome, all]) => `${all?.length} ${outcome}`)
    .join(', ')}; ${new Set(right.map(({ termId }) => termId)).size} terms decided something`,
);
if (sentences === 0) throw new Error('no sentence was written');
