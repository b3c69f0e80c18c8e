/** What holds for the whole business. */
export const settings = {
  title: 'Settings',
  intro: 'What holds for the whole business.',
  business: 'Business',
  name: 'Name',
  currency: 'Currency',
  currencyHint:
    'Three letters, such as GBP. New customers and plans are kept in it. Fixed once a policy was published, a quote sent or anything sold.',
  timezone: 'Time zone',
  timezoneHint:
    'Decides on which day something happened, such as Europe/London. Fixed once a policy was published or anything sold.',
  asOf: 'As-of date',
  asOfText:
    'The day every figure, warning and decision is made as of. Signing in, keys and the audit always use the real clock.',
  asOfDate: 'As of',
  asOfHint: 'Empty: today, by the clock. You can look back at any earlier day.',
  lookingBack:
    'You are looking back. Offers, charges, service points and what ends still count from %{date}, the latest day the business has been at.',
  followsClock: 'Follows the clock.',
  fixed: 'Set to %{date}.',
  save: 'Save the settings',
  saved: 'Settings saved.',
  queue: 'Early warnings',
  warnBelow: 'Warn below this health',
  margin: 'Clearly better or worse means at least',
  perAgentPerDay: 'Warnings one agent can look after in a day',
  dueInWorkingDays: 'Working days to act',
  onlyOwner: 'Only the owner changes these.',
};
