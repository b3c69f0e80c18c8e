import type { settings as en } from '../en/settings.ts';
import type { Same } from '../same.ts';

export const settings: Same<typeof en> = {
  title: '设置',
  intro: '适用于整个企业的设置。',
  business: '企业',
  name: '名称',
  currency: '币种',
  currencyHint: '三个字母，例如 TWD。新的客户与计划以此计价。发布政策、发出报价或有销售后即固定。',
  timezone: '时区',
  timezoneHint: '决定事情发生在哪一天，例如 Asia/Shanghai。发布政策或售出商品后即固定。',
  asOf: '基准日',
  asOfText: '所有数字、预警与判定都以这一天为准。登录、密钥与审计一律使用真实时间。',
  asOfDate: '基准日',
  asOfHint: '留空表示今天；可回看任何较早的日子。',
  lookingBack: '您正在回看过去。报价、收费、服务网点与政策的终止，仍以企业曾到过的最晚一天 %{date} 为准。',
  followsClock: '跟随真实日期。',
  fixed: '已设为 %{date}。',
  save: '保存设置',
  saved: '设置已保存。',
  queue: '流失预警',
  warnBelow: '健康度低于此值时预警',
  margin: '明显好转或恶化的最小差距',
  perAgentPerDay: '每位客服一天能照顾的预警数',
  dueInWorkingDays: '处理期限（工作天）',
  onlyOwner: '只有所有者可以变更。',
};
