import type { customers as en } from '../en/customers.ts';
import type { Same } from '../same.ts';

export const customers: Same<typeof en> = {
  unnamed: '客戶 %{number}',
  new: '新增客戶',
};
