/** Today: what needs me, how are we doing. */
export const home = {
  title: 'Today',
  lookingBack:
    'You are looking back at %{day}: revenue, returns and health are of that day. Warnings, plans, promises and claims are shown as they stand on the latest day, %{latest}.',
  attention: {
    title: 'Needs you today',
    none: 'Nothing is waiting. A good day to call somebody just to ask how they are.',
    dueToday: 'due today',
    due: 'due %{when}',
    go: {
      ACTION_DUE: 'Open the plan',
      CLAIM_DUE: 'Answer these claims',
      TASK_DUE: 'See these tasks',
      WARNING: 'See the reasons',
      PLAN_WAITING: 'See these plans',
      RETURNS_OPEN: 'See these returns',
      CUT_WAITING: 'Decide on it',
      POINT_SILENT: 'Open the service points',
    },
  },
  counts: {
    title: 'At a glance',
    CUSTOMERS: 'customer or prospect |||| customers and prospects',
    PROSPECTS: 'prospect |||| prospects',
    COOLING: 'cooling',
    LOST: 'lost',
    OPEN_WARNINGS: 'open warning |||| open warnings',
    ACTIVE_PLANS: 'plan under way |||| plans under way',
  },
  curve: {
    title: 'Who brings the revenue',
    said: '%{head} of %{customers} customer (%{share}) brings %{percent}% of the revenue. |||| %{head} of %{customers} customers (%{share}) bring %{percent}% of the revenue.',
    none: 'Nobody has bought anything up to this day.',
    cut: 'The cut: %{head} customer, %{percent}% |||| The cut: %{head} customers, %{percent}%',
    link: 'Show these customers',
    noList:
      'More has been sold since this day. What a customer has brought is kept in one sum, so no list shows these customers.',
    elsewhere:
      '%{count} customer buys in other currencies and is not in this, or only with what they bought in %{currency}. |||| %{count} customers buy in other currencies and are not in this, or only with what they bought in %{currency}.',
    customers: 'Customers, most valuable first',
    revenue: 'Share of revenue',
    column: { customers: 'Best customers', share: 'Share of customers', revenue: 'Share of revenue' },
  },
  months: {
    title: 'Revenue and returns',
    revenue: 'Revenue',
    returns: 'Returns',
    month: 'Month',
    said: 'Last full month: %{revenue} sold, %{returns} sent back.',
    running: 'The last month is still running.',
    counted: 'Goods only: the totals of the invoices behind a month hold fees such as postage and discounts as well.',
    elsewhere:
      '%{count} invoice in another currency is not in this. |||| %{count} invoices in other currencies are not in this.',
  },
  health: {
    title: 'How they feel',
    said: '%{count} customer needs care or is at risk. |||| %{count} customers need care or are at risk.',
    customers: 'Customers',
    state: 'Health',
  },
  empty: {
    title: 'Start with your sales',
    text: 'Today shows what needs you first thing in the morning: warnings, steps that are due, returns that wait; and beside it how the business does. It fills itself once your sales are imported.',
    action: 'Import a sales file',
  },
};
