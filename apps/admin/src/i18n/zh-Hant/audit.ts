import type { audit as en } from '../en/audit.ts';
import type { Same } from '../same.ts';

export const audit: Same<typeof en> = {
  title: '稽核紀錄',
  intro: '誰在何時做了什麼。每次變更都會寫入，連續編號，不可竄改。',
  column: { seq: '編號', at: '時間', who: '誰', what: '做了什麼', subject: '對象', change: '變更內容' },
  kind: { staff: '員工', partner: '合作夥伴', system: '系統' },
  before: '變更前',
  after: '變更後',
  show: '顯示',
  empty: { title: '還沒有任何變更', text: '每次變更都會列在這裡，註明由誰做出，以及原本的內容。' },
  refused: '已拒絕：%{reason}',
  refusedMore: '同一分鐘內另有 %{count} 次被拒絕：%{reason}',
};
