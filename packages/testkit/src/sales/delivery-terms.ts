/* Terms of a promise that is counted from delivery. */

/** A term named after its kind; for these goods, or for all. */
export const term = (kind: string, params: object, codes: readonly string[] = []) => ({
  id: kind,
  kind,
  params,
  ...(codes.length > 0 ? { appliesTo: { productCodes: codes } } : {}),
});

/** Delivered within three days, free of charge. */
export const deliver = (...codes: string[]) =>
  term('delivery', { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: [] }, codes);

/** Installed within two days of the delivery. */
export const install = term('installation', {
  withinDays: 2,
  countedFrom: 'DELIVERY',
  freeOfCharge: true,
  checklist: [],
  conduct: [],
});
