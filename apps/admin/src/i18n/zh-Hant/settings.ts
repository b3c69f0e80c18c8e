import type { settings as en } from '../en/settings.ts';
import type { Same } from '../same.ts';

export const settings: Same<typeof en> = {
  title: '設定',
  intro: '適用於整個企業的設定。',
  business: '企業',
  name: '名稱',
  currency: '幣別',
  currencyHint: '三個字母，例如 TWD。新的客戶與計劃以此計價。公布政策、送出報價或有銷售後即固定。',
  timezone: '時區',
  timezoneHint: '決定事情發生在哪一天，例如 Asia/Taipei。公布政策或售出商品後即固定。',
  asOf: '基準日',
  asOfText: '所有數字、預警與判定都以這一天為準。登入、金鑰與稽核一律使用真實時間。',
  asOfDate: '基準日',
  asOfHint: '留空表示今天；可回看任何較早的日子。',
  lookingBack: '您正在回看過去。報價、收費、服務據點與政策的終止，仍以企業曾到過的最晚一天 %{date} 為準。',
  followsClock: '跟隨真實日期。',
  fixed: '已設為 %{date}。',
  save: '儲存設定',
  saved: '設定已儲存。',
  queue: '流失預警',
  warnBelow: '健康度低於此值時預警',
  margin: '明顯好轉或惡化的最小差距',
  perAgentPerDay: '每位客服一天能照顧的預警數',
  dueInWorkingDays: '處理期限（工作天）',
  onlyOwner: '只有擁有者可以變更。',
};
