import type { CustomerTimelineQuery } from '../../gql/graphql.ts';

type Streams = NonNullable<CustomerTimelineQuery['customer']>;

type Claim = Streams['claims']['nodes'][number];

/** One entry of the time line. */
export type Event = { id: string; at: string } & (
  | { kind: 'invoice'; invoice: Streams['invoices']['nodes'][number] }
  | { kind: 'touch'; touch: Streams['touchpoints']['nodes'][number] }
  | { kind: 'return'; back: Streams['returns']['nodes'][number] }
  | { kind: 'claim'; claim: Claim; ended: boolean }
  | { kind: 'warning'; warning: Streams['warnings']['nodes'][number] }
  | { kind: 'plan'; plan: Streams['plans']['nodes'][number] }
);

export interface Timeline {
  /** Newest first. */
  events: Event[];
  /** Whether something earlier was not loaded. */
  more: boolean;
}

/** Of what is kept by its day alone, a moment that is on that day by most clocks. */
const noon = (day: string): string => `${day}T12:00:00.000Z`;

const claimedAt = ({ claimedAt: moment, claimedOn }: Claim): string => moment ?? noon(claimedOn);

/** When it was settled or withdrawn, never before it was made; null: it is neither. */
function endedAt(claim: Claim): string | null {
  const { status, settledOn, closedAt } = claim;
  if (status !== 'SETTLED' && status !== 'WITHDRAWN') return null;
  const at = settledOn ? noon(settledOn) : closedAt;
  return at && (at > claimedAt(claim) ? at : claimedAt(claim));
}

/**
 * One stream out of several, each of which was loaded only in part: it reaches back as far as all of them do, so that
 * nothing is missing between two entries.
 */
export function timelineOf({ invoices, touchpoints, returns, claims, warnings, plans }: Streams): Timeline {
  const partial = [invoices, touchpoints, returns].filter((stream) => stream.totalCount > stream.nodes.length);
  const last = claims.nodes.at(-1);
  const horizon = [
    ...partial.map((stream) => stream.nodes.at(-1)?.at ?? ''),
    ...(last && claims.totalCount > claims.nodes.length ? [claimedAt(last)] : []),
  ].reduce((a, b) => (a > b ? a : b), '');
  const events: Event[] = [
    ...invoices.nodes.map((invoice) => ({ kind: 'invoice' as const, id: invoice.id, at: invoice.at, invoice })),
    ...touchpoints.nodes.map((touch) => ({ kind: 'touch' as const, id: touch.id, at: touch.at, touch })),
    ...returns.nodes.map((back) => ({ kind: 'return' as const, id: back.id, at: back.at, back })),
    // how a claim ended before how it began, where both have the same moment: the newest is first
    ...claims.nodes.flatMap((claim): Event[] => {
      const at = endedAt(claim);
      return at === null ? [] : [{ kind: 'claim', id: `${claim.id} ended`, at, claim, ended: true }];
    }),
    ...claims.nodes.map((claim) => ({
      kind: 'claim' as const,
      id: claim.id,
      at: claimedAt(claim),
      claim,
      ended: false,
    })),
    ...warnings.nodes.map((warning) => ({
      kind: 'warning' as const,
      id: warning.id,
      at: `${warning.raisedOn}T23:59:59.000Z`,
      warning,
    })),
    ...plans.nodes.map((plan) => ({ kind: 'plan' as const, id: plan.id, at: `${plan.startsOn}T23:59:59.500Z`, plan })),
  ];
  return {
    events: events.filter((event) => event.at >= horizon).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    more: partial.length > 0 || claims.totalCount > claims.nodes.length,
  };
}
