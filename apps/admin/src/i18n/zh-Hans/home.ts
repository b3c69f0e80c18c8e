import type { home as en } from '../en/home.ts';
import type { Same } from '../same.ts';

export const home: Same<typeof en> = {
  title: '今日',
  lookingBack:
    '您正在回看 %{day}：营收、退货与健康度以该日为准；预警、计划、承诺与售后案件则显示最晚一天 %{latest} 的现状。',
  attention: {
    title: '今天需要您处理',
    none: '没有待办事项。今天适合打电话给客户，单纯问候一声。',
    dueToday: '今天到期',
    due: '%{when}到期',
    go: {
      ACTION_DUE: '打开计划',
      CLAIM_DUE: '前往处理案件',
      TASK_DUE: '查看这些事项',
      WARNING: '查看原因',
      PLAN_WAITING: '查看这些计划',
      RETURNS_OPEN: '查看这些退货',
      CUT_WAITING: '前往决定',
      POINT_SILENT: '查看服务网点',
    },
  },
  counts: {
    title: '概况',
    CUSTOMERS: '客户与潜在客户',
    PROSPECTS: '潜在客户',
    COOLING: '转淡',
    LOST: '已流失',
    OPEN_WARNINGS: '待处理的预警',
    ACTIVE_PLANS: '进行中的计划',
  },
  curve: {
    title: '营收由谁带来（80/20 法则）',
    said: '%{customers} 位客户中的 %{head} 位（%{share}）带来 %{percent}% 的营收。',
    none: '到今天为止还没有任何销售。',
    cut: '分界：%{head} 位客户，%{percent}%',
    link: '显示这些客户',
    noList: '这一天之后还有销售记录。客户的营收只保存总额，因此没有列表可列出这些客户。',
    elsewhere: '%{count} 位客户以其他币种购买，未计入，或只计入以 %{currency} 购买的部分。',
    customers: '客户（由高价值排起）',
    revenue: '营收占比',
    column: { customers: '最有价值的客户数', share: '客户占比', revenue: '营收占比' },
  },
  months: {
    title: '营收与退货',
    revenue: '营收',
    returns: '退货',
    month: '月份',
    said: '上一个完整月份：售出 %{revenue}，退回 %{returns}。',
    running: '最后一个月尚未结束。',
    counted: '只计商品：各月背后发票的总额还包含运费、折扣等费用。',
    elsewhere: '%{count} 张其他币种的发票未计入。',
  },
  health: {
    title: '客户的感受',
    said: '有 %{count} 位客户需要关注或有流失风险。',
    customers: '客户数',
    state: '健康度',
  },
  empty: {
    title: '先导入销售数据',
    text: '“今日”列出早上第一件该处理的事：预警、到期的步骤、等待处理的退货；旁边是营运状况。导入销售数据后就会自动填满。',
    action: '导入销售文件',
  },
};
