export const customers = {
  unnamed: 'Customer %{number}',
  new: 'New customer',
};
