import type { warnings as en } from '../en/warnings.ts';
import type { Same } from '../same.ts';

export const warnings: Same<typeof en> = {
  title: '流失预警',
  intro: '谁正在转淡、为什么、怎么做有帮助。队列的长度不会超过员工能照顾的范围。',
  views: { open: '待处理', planned: '计划进行中', dismissed: '并无风险', closed: '已结案' },
  empty: {
    title: '没有客户转淡',
    text: '当客户比平常晚买、花费减少或退货变多时，这里会出现预警，以文字说明原因并建议一个步骤。客户恢复后，预警就会消失。',
    action: '查看客户',
  },
  health: '健康度',
  atRisk: '每年 %{amount} 有风险',
  change: '较上周 %{change}',
  noChange: '与上周相同',
  due: '请在 %{date} 前处理',
  overdue: '原应于 %{date} 前处理',
  owner: '负责人',
  suggested: '建议：',
  start: '拟定计划',
  plan: '打开计划',
  dismiss: '并无风险，因为…',
  dismissTitle: '%{name}并无流失风险',
  dismissReason: '因为…',
  dismissHint: '在健康度恢复、或明显再下降之前，不会再出现。',
  dismissAction: '收起预警',
  dismissed: '并无风险，因为：%{reason}',
  recompute: '重新评估所有客户',
  recomputed: '正以 %{date} 为准重新评估所有客户，本页会自动更新。',
  column: { customer: '客户', severity: '严重程度', health: '健康度', atRisk: '风险金额', due: '处理期限', reasons: '原因', status: '状态' },
  filter: { severity: '严重程度' },
};
