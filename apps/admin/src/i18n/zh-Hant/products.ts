import type { products as en } from '../en/products.ts';
import type { Same } from '../same.ts';

export const products: Same<typeof en> = {
  title: '產品',
  intro: '我們與合作夥伴銷售的產品。產品的複雜程度決定服務延伸到哪裡。',
  new: '新增產品',
  edit: '修改%{name}',
  empty: {
    title: '還沒有產品',
    text: '政策與合作夥伴都會提到產品：價格、類別與複雜程度。產品會隨銷售資料匯入，夥伴的產品也可以在這裡新增。',
    action: '匯入銷售檔案',
  },
  column: { code: '代碼', name: '名稱', category: '類別', complexity: '複雜程度', price: '價格', partner: '銷售者' },
  ours: '我們',
  noCategory: '無',
  codeHint: '之後不能更改。',
  price: '價格（%{currency}）',
  extras: '隨附品',
  extrasHint: '不另外收費、隨產品附上的東西，一行一項：備用鈕扣、燈泡。',
  isPart: '備用零件，用於保養與維修',
  add: '新增產品',
};
