/** When the goods of a purchase were delivered (送貨, C14); a null day is not known. */
export interface Delivered {
  /** Where goods have no delivery of their own: the day of the purchase's. */
  deliveredOn: string | null;
  /** By code, those that have one, and by line where that is another than its code's; null: none has. */
  delivered: Readonly<Record<string, string | null>> | null;
}

/**
 * The day from which goods count that count from delivery: that of their own, whatever else is delivered when.
 * @param line the line they are on; left out, the day by which all of the code had come.
 */
export function deliveryOf({ deliveredOn, delivered }: Delivered, code: string, line?: string): string | null {
  const own = [line, code].find((key) => key !== undefined && delivered && Object.hasOwn(delivered, key));
  return own === undefined ? deliveredOn : delivered![own]!;
}
