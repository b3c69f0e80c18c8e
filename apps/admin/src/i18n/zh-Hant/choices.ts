import type { choices as en } from '../en/choices.ts';
import type { Same } from '../same.ts';

/** Words chosen from what exists already, or typed. */
export const choices: Same<typeof en> = {
  refused: '這裡沒有「%{words}」可選。請選擇：%{known}。',
  noRegion: '目前沒有客戶在「%{words}」。請檢查寫法；在有這樣的客戶之前，不會涵蓋任何人。',
  noSegment: '目前沒有客戶屬於「%{words}」客群。請檢查寫法；在有這樣的客戶之前，不會涵蓋任何人。',
  noCategory: '目前沒有商品屬於「%{words}」類別。請檢查寫法；在有這樣的商品之前，不會涵蓋任何商品。',
  noProduct: '目前沒有商品的代碼是「%{words}」。請檢查寫法；在有這樣的商品之前，不會涵蓋任何商品。',
};
