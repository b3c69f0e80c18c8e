import type { sales as en } from '../en/sales.ts';
import type { Same } from '../same.ts';

export const sales: Same<typeof en> = {
  record: '登記銷售',
  title: '登記銷售',
  intro: '門市或電話成交的銷售。它享有成交當日生效的承諾，並開立承諾所需的任務。',
  lines: '售出的商品',
  none: '尚無項目。請加入第一項商品。',
  soldOn: '成交日',
  soldOnHint: '以這一天生效的承諾為準。',
  action: '登記這筆銷售',
  recorded: '銷售已登記。',
};
