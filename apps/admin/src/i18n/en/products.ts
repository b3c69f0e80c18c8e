/** Products of ours and of partners. */
export const products = {
  title: 'Products',
  intro: 'What is sold, by us and by partners. How complex a product is decides how far the service reaches.',
  new: 'New product',
  edit: 'Change %{name}',
  empty: {
    title: 'No products yet',
    text: 'Policies and partners speak of products: their price, category and complexity. They come with the import of your sales, and a partner’s can be added here.',
    action: 'Import a sales file',
  },
  column: {
    code: 'Code',
    name: 'Name',
    category: 'Category',
    complexity: 'Complexity',
    price: 'Price',
    partner: 'Sold by',
  },
  ours: 'us',
  noCategory: 'None',
  codeHint: 'It cannot be changed later.',
  price: 'Price (%{currency})',
  extras: 'Included extras',
  extrasHint: 'What comes with it at no extra price, one a line: a spare button, a bulb.',
  isPart: 'A spare part, used in maintenance and repair',
  add: 'Add the product',
};
