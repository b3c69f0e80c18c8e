import type { warnings as en } from '../en/warnings.ts';
import type { Same } from '../same.ts';

export const warnings: Same<typeof en> = {
  title: '流失預警',
  intro: '誰正在轉淡、為什麼、怎麼做有幫助。佇列的長度不會超過員工能照顧的範圍。',
  views: { open: '待處理', planned: '計劃進行中', dismissed: '並無風險', closed: '已結案' },
  empty: {
    title: '沒有客戶轉淡',
    text: '當客戶比平常晚買、花費減少或退貨變多時，這裡會出現預警，以文字說明原因並建議一個步驟。客戶恢復後，預警就會消失。',
    action: '查看客戶',
  },
  health: '健康度',
  atRisk: '每年 %{amount} 有風險',
  change: '較上週 %{change}',
  noChange: '與上週相同',
  due: '請在 %{date} 前處理',
  overdue: '原應於 %{date} 前處理',
  owner: '負責人',
  suggested: '建議：',
  start: '擬定計劃',
  plan: '開啟計劃',
  dismiss: '並無風險，因為…',
  dismissTitle: '%{name}並無流失風險',
  dismissReason: '因為…',
  dismissHint: '在健康度恢復、或明顯再下降之前，不會再出現。',
  dismissAction: '收起預警',
  dismissed: '並無風險，因為：%{reason}',
  recompute: '重新評估所有客戶',
  recomputed: '正以 %{date} 為準重新評估所有客戶，本頁會自動更新。',
  column: { customer: '客戶', severity: '嚴重程度', health: '健康度', atRisk: '風險金額', due: '處理期限', reasons: '原因', status: '狀態' },
  filter: { severity: '嚴重程度' },
};
