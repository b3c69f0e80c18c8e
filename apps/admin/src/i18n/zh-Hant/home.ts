import type { home as en } from '../en/home.ts';
import type { Same } from '../same.ts';

export const home: Same<typeof en> = {
  title: '今日',
  lookingBack:
    '您正在回看 %{day}：營收、退貨與健康度以該日為準；預警、計劃、承諾與售後案件則顯示最晚一天 %{latest} 的現況。',
  attention: {
    title: '今天需要您處理',
    none: '沒有待辦事項。今天適合打電話給客戶，單純問候一聲。',
    dueToday: '今天到期',
    due: '%{when}到期',
    go: {
      ACTION_DUE: '開啟計劃',
      CLAIM_DUE: '前往處理案件',
      TASK_DUE: '查看這些事項',
      WARNING: '查看原因',
      PLAN_WAITING: '查看這些計劃',
      RETURNS_OPEN: '查看這些退貨',
      CUT_WAITING: '前往決定',
      POINT_SILENT: '查看服務據點',
    },
  },
  counts: {
    title: '概況',
    CUSTOMERS: '客戶與潛在客戶',
    PROSPECTS: '潛在客戶',
    COOLING: '轉淡',
    LOST: '已流失',
    OPEN_WARNINGS: '待處理的預警',
    ACTIVE_PLANS: '進行中的計劃',
  },
  curve: {
    title: '營收由誰帶來（80/20 法則）',
    said: '%{customers} 位客戶中的 %{head} 位（%{share}）帶來 %{percent}% 的營收。',
    none: '到今天為止還沒有任何銷售。',
    cut: '分界：%{head} 位客戶，%{percent}%',
    link: '顯示這些客戶',
    noList: '這一天之後還有銷售紀錄。客戶的營收只保存總額，因此沒有清單可列出這些客戶。',
    elsewhere: '%{count} 位客戶以其他幣別購買，未計入，或只計入以 %{currency} 購買的部分。',
    customers: '客戶（由高價值排起）',
    revenue: '營收占比',
    column: { customers: '最有價值的客戶數', share: '客戶占比', revenue: '營收占比' },
  },
  months: {
    title: '營收與退貨',
    revenue: '營收',
    returns: '退貨',
    month: '月份',
    said: '上一個完整月份：售出 %{revenue}，退回 %{returns}。',
    running: '最後一個月尚未結束。',
    counted: '只計商品：各月背後發票的總額還包含運費、折扣等費用。',
    elsewhere: '%{count} 張其他幣別的發票未計入。',
  },
  health: {
    title: '客戶的感受',
    said: '有 %{count} 位客戶需要關注或有流失風險。',
    customers: '客戶數',
    state: '健康度',
  },
  empty: {
    title: '先匯入銷售資料',
    text: '「今日」列出早上第一件該處理的事：預警、到期的步驟、等待處理的退貨；旁邊是營運狀況。匯入銷售資料後就會自動填滿。',
    action: '匯入銷售檔案',
  },
};
