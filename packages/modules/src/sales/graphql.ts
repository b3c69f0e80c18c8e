import { invoiceLine } from '@perennial/domain/sales/invoice';
import { gid, mutation, named } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { recordByHand } from './by-hand-service.ts';

const { description, unitPrice } = invoiceLine.fields;

export const mutations = [
  mutation({
    name: 'saleRecord',
    description:
      'Writes down a sale that came of no quote and no import, on its day. It carries the promises in force on that day ' +
      'and opens the tasks they ask for; what a line leaves out is taken from the product.',
    roles: ['OWNER', 'AGENT'],
    input: z.object({
      customerId: gid('Customer'),
      soldOn: z.iso.date().optional(),
      currency: z.string().length(3).optional(),
      lines: z
        .array(
          named(
            'SaleLineInput',
            z.object({
              productId: gid('Product'),
              description: description.optional(),
              quantity: z.int32().min(1).max(1_000_000),
              unitPrice: unitPrice.optional(),
            }),
          ),
        )
        .min(1)
        .max(100),
    }),
    payload: { invoice: 'Invoice' },
    handle: async (ctx, { customerId, lines, ...sale }) => ({
      invoice: await recordByHand(ctx, {
        ...sale,
        customerId: customerId.customerId ?? '',
        lines: lines.map((line) => ({ ...line, productId: line.productId.id ?? '' })),
      }),
    }),
  }),
];
