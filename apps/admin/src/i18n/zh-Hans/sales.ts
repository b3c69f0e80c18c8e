import type { sales as en } from '../en/sales.ts';
import type { Same } from '../same.ts';

export const sales: Same<typeof en> = {
  record: '登记销售',
  title: '登记销售',
  intro: '门店或电话成交的销售。它享有成交当日生效的承诺，并建立承诺所需的任务。',
  lines: '售出的商品',
  none: '尚无项目。请添加第一件商品。',
  soldOn: '成交日',
  soldOnHint: '以这一天生效的承诺为准。',
  action: '登记这笔销售',
  recorded: '销售已登记。',
};
