import { JUDGEMENTS, type Judgement } from '@perennial/domain/whatif/judge';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import type { GraphQLClient } from '../server/graphql-client.ts';

/** Claims by outcome, before and after. */
export type Totals = Record<'before' | 'after', Record<Judgement, { claims: number; quantity: number }>>;

type Counted = Totals['before'];

const empty = (): Counted =>
  Object.fromEntries(JUDGEMENTS.map((outcome) => [outcome, { claims: 0, quantity: 0 }])) as Counted;

interface Returned {
  saleLineId: string | null;
  at: string;
  quantity: number;
}

/** How many claims are asked about in one request. */
const AT_ONCE = 10;

/**
 * Decides every returned piece through the API, one by one, by what was promised and as if: what a replay has to come
 * to. Slow on purpose: nothing is shared with the replay but the way in which one claim is decided.
 */
export async function decideOneByOne(
  staff: GraphQLClient,
  supposed: { policyId: string; terms: unknown },
  day: (moment: string) => string,
): Promise<Totals> {
  const totals: Totals = { before: empty(), after: empty() };
  const count = (side: 'before' | 'after', outcome: Judgement, quantity: number): void => {
    totals[side][outcome].claims += 1;
    totals[side][outcome].quantity += quantity;
  };
  for (let after: string | null = null; ; ) {
    const page: { returns: { nodes: Returned[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } } =
      await staff.data(
        `query ($after: String) { returns(first: 100, after: $after) {
          nodes { saleLineId at quantity } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
    const { nodes, pageInfo } = page.returns;
    for (const { saleLineId, quantity } of nodes) {
      if (saleLineId !== null) continue;
      count('before', 'NO_PURCHASE', quantity);
      count('after', 'NO_PURCHASE', quantity);
    }
    const bought = nodes.filter(({ saleLineId }) => saleLineId !== null);
    for (let from = 0; from < bought.length; from += AT_ONCE) {
      const some = bought.slice(from, from + AT_ONCE);
      const answers = await tryAll(staff, some, supposed, day);
      for (const [i, { quantity }] of some.entries()) {
        count('before', answers[`before${i}`]!.outcome, quantity);
        count('after', answers[`after${i}`]!.outcome, quantity);
      }
    }
    if (!pageInfo.hasNextPage) return totals;
    after = pageInfo.endCursor;
  }
}

async function tryAll(
  staff: GraphQLClient,
  claims: readonly Returned[],
  { policyId, terms }: { policyId: string; terms: unknown },
  day: (moment: string) => string,
): Promise<Record<string, { outcome: Judgement }>> {
  const parts = claims.map(({ saleLineId, at }, i) => {
    const claim = `lineId: "${saleLineId}", kind: "returns", at: "${day(at)}"`;
    return `before${i}: policyTry(${claim}) { outcome }
      after${i}: policyTry(${claim}, policyId: $policyId, terms: $terms, beside: true) { outcome }`;
  });
  return staff.data(`query ($policyId: ID!, $terms: JSON!) { ${parts.join('\n')} }`, { policyId, terms });
}

/** The same figures, read off a replay's result. */
export function totalsOf({ outcomes }: WhatIfResult): Totals {
  const totals: Totals = { before: empty(), after: empty() };
  for (const { outcome, before, after } of outcomes) {
    totals.before[outcome] = { claims: before.claims, quantity: before.quantity };
    totals.after[outcome] = { claims: after.claims, quantity: after.quantity };
  }
  return totals;
}
