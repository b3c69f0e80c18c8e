/** When the goods of a purchase were delivered (送貨, C14); a null day is not known. */
export interface Delivered {
  /** Where goods have no delivery of their own: the day of the purchase's. */
  deliveredOn: string | null;
  /** By code, those that have one; null: none has. */
  delivered: Readonly<Record<string, string | null>> | null;
}

/** The day from which goods count that count from delivery: that of their own, whatever else is delivered when. */
export const deliveryOf = ({ deliveredOn, delivered }: Delivered, code: string): string | null =>
  delivered && Object.hasOwn(delivered, code) ? delivered[code]! : deliveredOn;
