import type { customers as en } from '../en/customers.ts';
import type { Same } from '../same.ts';

export const customers: Same<typeof en> = {
  unnamed: '客户 %{number}',
  new: '添加客户',
};
