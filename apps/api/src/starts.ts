/** What the business is called before its owner says otherwise. The sample's figures end on its as-of date. */
export const STARTS = {
  sample: { name: 'Sample gift shop', asOf: '2011-12-10', currency: 'GBP', timezone: 'Europe/London', locale: 'en' },
  empty: { name: 'My business', asOf: null, currency: 'EUR', timezone: 'UTC', locale: 'en' },
} as const;
