import { deliveryOf, type Delivered } from '@perennial/domain/sales/delivered';

interface Goods {
  /** As the API gives it. */
  id: string;
  code: string;
  kind: string;
}

/** What there is to say of when the goods of a purchase were delivered (C14). */
export interface DeliveredGoods {
  /** The first day on which any came; null: none did, as far as it is known. */
  first: string | null;
  /** Not all came on one day. */
  inPart: boolean;
  dayOf: (goods: Goods) => string | null;
}

/** @param delivered as the API gives it. */
export function deliveredGoods(
  { deliveredOn, delivered }: { deliveredOn: string | null; delivered: unknown },
  lines: readonly Goods[],
): DeliveredGoods {
  const known: Delivered = { deliveredOn, delivered: delivered as Delivered['delivered'] };
  // the key of a line is the last part of its id
  const dayOf = ({ id, code }: Goods) => deliveryOf(known, code, id.split('_').at(-1));
  const days = lines.filter(({ kind }) => kind === 'SALE').map(dayOf);
  const [first = null] = days.filter((day) => day !== null).sort();
  return { first, inPart: new Set(days).size > 1, dayOf };
}
