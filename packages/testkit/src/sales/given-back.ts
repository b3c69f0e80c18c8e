import type { Desk } from './desk.ts';

/** What giving back a piece of some goods of a purchase comes to. */
export interface GivenBack {
  outcome: string;
  countedFrom: string | null;
}

/** @param invoice as the API names it. */
export async function givingBack({ agent }: Pick<Desk, 'agent'>, invoice: string, code: string): Promise<GivenBack> {
  const { invoice: page } = await agent.data<{
    invoice: { customer: { id: string }; invoiceLines: { nodes: { id: string; code: string }[] } };
  }>('query ($id: ID!) { invoice(id: $id) { customer { id } invoiceLines { nodes { id code } } } }', { id: invoice });
  const lines = [{ lineId: page.invoiceLines.nodes.find((each) => each.code === code)!.id, quantity: 1 }];
  const { claimPreview } = await agent.data<{ claimPreview: { lines: GivenBack[] } }>(
    `query ($customerId: ID!, $invoiceId: ID!, $lines: [ClaimLineInput!]!) {
      claimPreview(customerId: $customerId, invoiceId: $invoiceId, kind: RETURN, lines: $lines) {
        lines { outcome countedFrom } } }`,
    { customerId: page.customer.id, invoiceId: invoice, lines },
  );
  return claimPreview.lines[0]!;
}
