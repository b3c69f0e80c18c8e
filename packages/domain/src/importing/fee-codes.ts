/**
 * Codes that stand for a charge or correction and not for goods, with what the shop means by them. It is data: the
 * mapping of every import carries its own list, shown and changeable before the import starts. PADS ("pads to match all
 * cushions"), the gift vouchers (gift_0001_…) and the DCGS… articles of the same shop are goods.
 */
export const FEE_CODES: Readonly<Record<string, string>> = {
  POST: 'postage',
  DOT: 'postage of the web shop',
  C2: 'carriage',
  M: 'manual correction',
  D: 'discount',
  S: 'samples',
  B: 'bad debt adjustment',
  'BANK CHARGES': 'bank charges',
  AMAZONFEE: 'marketplace fee',
  CRUK: 'charity commission',
};

export const DEFAULT_FEE_CODES: readonly string[] = Object.keys(FEE_CODES);
