import type { choices as en } from '../en/choices.ts';
import type { Same } from '../same.ts';

/** Words chosen from what exists already, or typed. */
export const choices: Same<typeof en> = {
  refused: '这里没有“%{words}”可选。请选择：%{known}。',
  noRegion: '目前没有客户在“%{words}”。请检查写法；在有这样的客户之前，不会涵盖任何人。',
  noSegment: '目前没有客户属于“%{words}”客群。请检查写法；在有这样的客户之前，不会涵盖任何人。',
  noCategory: '目前没有商品属于“%{words}”类别。请检查写法；在有这样的商品之前，不会涵盖任何商品。',
  noProduct: '目前没有商品的代码是“%{words}”。请检查写法；在有这样的商品之前，不会涵盖任何商品。',
};
