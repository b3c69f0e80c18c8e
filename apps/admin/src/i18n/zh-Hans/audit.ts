import type { audit as en } from '../en/audit.ts';
import type { Same } from '../same.ts';

export const audit: Same<typeof en> = {
  title: '审计记录',
  intro: '谁在何时做了什么。每次变更都会写入，连续编号，不可窜改。',
  column: { seq: '编号', at: '时间', who: '谁', what: '做了什么', subject: '对象', change: '变更内容' },
  kind: { staff: '员工', partner: '合作伙伴', system: '系统' },
  before: '变更前',
  after: '变更后',
  show: '显示',
  empty: { title: '还没有任何变更', text: '每次变更都会列在这里，注明由谁做出，以及原本的内容。' },
  refused: '已拒绝：%{reason}',
  refusedMore: '同一分钟内另有 %{count} 次被拒绝：%{reason}',
};
