/** Writing down a sale by hand. */
export const sales = {
  record: 'Record a sale',
  title: 'Record a sale',
  intro:
    'A sale over the counter or by telephone. It carries the promises in force on its day, and the tasks they ask for are opened.',
  lines: 'What was sold',
  none: 'Nothing yet. Add the first product.',
  soldOn: 'Sold on',
  soldOnHint: 'The promises of this day hold for it.',
  action: 'Record the sale',
  recorded: 'The sale is recorded.',
};
