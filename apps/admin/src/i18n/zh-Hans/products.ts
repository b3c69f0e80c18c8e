import type { products as en } from '../en/products.ts';
import type { Same } from '../same.ts';

export const products: Same<typeof en> = {
  title: '产品',
  intro: '我们与合作伙伴销售的产品。产品的复杂程度决定服务延伸到哪里。',
  new: '添加产品',
  edit: '修改%{name}',
  empty: {
    title: '还没有产品',
    text: '政策与合作伙伴都会提到产品：价格、类别与复杂程度。产品会随销售数据导入，伙伴的产品也可以在这里添加。',
    action: '导入销售文件',
  },
  column: { code: '代码', name: '名称', category: '类别', complexity: '复杂程度', price: '价格', partner: '销售者' },
  ours: '我们',
  noCategory: '无',
  codeHint: '之后不能更改。',
  price: '价格（%{currency}）',
  extras: '随附品',
  extrasHint: '不另外收费、随产品附上的东西，一行一项：备用纽扣、灯泡。',
  isPart: '备用零件，用于保养与维修',
  add: '添加产品',
};
