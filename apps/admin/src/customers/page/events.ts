import type { CustomerTimelineQuery } from '../../gql/graphql.ts';

type Streams = NonNullable<CustomerTimelineQuery['customer']>;

/** One entry of the time line. */
export type Event = { id: string; at: string } & (
  | { kind: 'invoice'; invoice: Streams['invoices']['nodes'][number] }
  | { kind: 'touch'; touch: Streams['touchpoints']['nodes'][number] }
  | { kind: 'return'; back: Streams['returns']['nodes'][number] }
  | { kind: 'warning'; warning: Streams['warnings']['nodes'][number] }
  | { kind: 'plan'; plan: Streams['plans']['nodes'][number] }
);

export interface Timeline {
  /** Newest first. */
  events: Event[];
  /** Whether something earlier was not loaded. */
  more: boolean;
}

/**
 * One stream out of several, each of which was loaded only in part: it reaches back as far as all of them do, so that
 * nothing is missing between two entries.
 */
export function timelineOf({ invoices, touchpoints, returns, warnings, plans }: Streams): Timeline {
  const partial = [invoices, touchpoints, returns].filter((stream) => stream.totalCount > stream.nodes.length);
  const horizon = partial.map((stream) => stream.nodes.at(-1)?.at ?? '').reduce((a, b) => (a > b ? a : b), '');
  const events: Event[] = [
    ...invoices.nodes.map((invoice) => ({ kind: 'invoice' as const, id: invoice.id, at: invoice.at, invoice })),
    ...touchpoints.nodes.map((touch) => ({ kind: 'touch' as const, id: touch.id, at: touch.at, touch })),
    ...returns.nodes.map((back) => ({ kind: 'return' as const, id: back.id, at: back.at, back })),
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
    more: partial.length > 0,
  };
}
