import type { ChargeVerdict } from '@perennial/domain/claims/charges';
import type { ClaimKind, ClaimOutcome, ClaimStatus } from '@perennial/domain/claims/claim';
import type { Target } from '@perennial/domain/claims/clock';
import type { ReceiptTime } from '@perennial/domain/claims/receipt';
import type { Remedy } from '@perennial/domain/policies/decision';
import type { InEvery } from '@perennial/domain/shared/language';

interface ReceiptWords {
  title: (number: string) => string;
  about: (invoice: string, on: string) => string;
  claimed: (kind: string, on: string) => string;
  kind: Record<ClaimKind, string>;
  status: Record<ClaimStatus, string>;
  outcome: Record<ClaimOutcome, string>;
  remedy: Record<Remedy, string>;
  review: string;
  times: {
    title: string;
    since: (at: string, timeZone: string) => string;
    paused: (at: string) => string;
    waited: (from: string, to: string) => string;
    target: Record<Target, string>;
    due: (at: string) => string;
    done: Record<Target, (at: string) => string>;
    state: Record<ReceiptTime['state'], string>;
  };
  pieces: (n: string) => string;
  deadline: string;
  refund: string;
  total: string;
  paid: string;
  /** Between two sentences. */
  gap: string;
  settled: string;
  reason: string;
  failed: string;
  replacement: string;
  why: string;
  included: string;
  charges: string;
  noCharges: string;
  withdrawnCharges: string;
  charge: string;
  amount: string;
  chargesTotal: string;
  ofItAsked: (amount: string) => string;
  verdict: Record<ChargeVerdict, string>;
  check: string;
  matches: string;
  altered: string;
  /** `on`: null where the day is not known. */
  replaced: (on: string | null) => string;
  withdrawn: (on: string | null) => string;
  holdsNow: string;
  issued: (when: string) => string;
  promise: string;
  print: string;
  /** Where no receipt has the check number that was asked for. */
  unknown: {
    title: string;
    check: string;
    length: (n: string) => string;
    letters: (strange: string) => string;
    digits: string;
    ask: string;
  };
}

/** The words of the public receipt; the sentences of the decision come from the terms' own dictionaries. */
export const receiptWords: InEvery<ReceiptWords> = {
  en: {
    title: (number) => `Decision receipt ${number}`,
    about: (invoice, on) => `About invoice ${invoice} of ${on}`,
    claimed: (kind, on) => `${kind}, claimed on ${on}`,
    kind: {
      RETURN: 'Return',
      REPAIR: 'Repair',
      REPLACEMENT: 'Replacement',
      MAINTENANCE: 'Maintenance',
      SERVICE: 'Another service',
    },
    status: { OPEN: 'Being looked at', DECIDED: 'Decided', SETTLED: 'Settled', WITHDRAWN: 'Withdrawn' },
    outcome: {
      ALLOWED: 'Allowed',
      REFUSED: 'Refused',
      PARTLY: 'Allowed in part',
      NO_PURCHASE: 'No purchase on record',
      NOT_COVERED: 'No promise speaks of it',
    },
    remedy: { REFUND: 'Money back', REPLACE: 'Replacement', REPAIR: 'Repair', SERVICE: 'Service' },
    review: 'A person looks at this before it is decided.',
    times: {
      title: 'Promised times',
      since: (at, timeZone) => `Asked on ${at} (${timeZone}).`,
      paused: (at) => `The time has stood still since ${at}: we wait for something from you.`,
      waited: (from, to) => `The time stood still from ${from} to ${to}: we waited for something from you.`,
      target: { FIRST_RESPONSE: 'First answer', RESOLUTION: 'Solution' },
      due: (at) => `due by ${at}`,
      done: { FIRST_RESPONSE: (at) => `answered ${at}`, RESOLUTION: (at) => `done ${at}` },
      state: {
        DUE: 'running',
        PAUSED: 'waiting for you',
        KEPT: 'kept',
        MISSED: 'not kept',
        ENDED: 'ended',
        UNKNOWN: 'cannot be counted yet: our calendar does not reach that far',
      },
    },
    pieces: (n) => `${n} pcs`,
    deadline: 'Last day',
    refund: 'Refund',
    total: 'Refund in total',
    paid: 'Refunded',
    gap: ' ',
    settled: 'Settled on',
    reason: 'Reason',
    failed: 'Serial number of the failed part',
    replacement: 'Serial number of the replacement',
    why: 'Why',
    included: 'Included in the price',
    charges: 'Charges',
    noCharges: 'Nothing is charged.',
    withdrawnCharges: 'The claim was withdrawn: nothing is given back or charged for it.',
    charge: 'Charge',
    amount: 'Amount',
    chargesTotal: 'Charges in total',
    ofItAsked: (amount) => `${amount} of it only if you agree`,
    verdict: {
      ACCEPT: 'As disclosed',
      NEEDS_CONSENT: 'Only if you agree',
      BLOCK: 'Must not be charged',
    },
    check: 'Check of this receipt',
    matches: 'This receipt is unaltered: its check number, computed again just now, is the same.',
    altered: 'Warning: what is stored no longer gives this check number. This receipt was altered.',
    replaced: (on) => `This receipt was replaced${on ? ` on ${on}` : ''}: the claim has moved on since.`,
    withdrawn: (on) =>
      `The claim was withdrawn${on ? `, and this receipt replaced on ${on}` : ''}: what it says does not hold any more.`,
    holdsNow: 'The receipt that holds now:',
    issued: (when) => `Issued on ${when}`,
    promise: 'Check number of the promise',
    print: 'This page can be printed as it is.',
    unknown: {
      title: 'There is no receipt with this check number',
      check: 'Compare the address with the receipt:',
      length: (n) => `A check number has 64 characters; this one has ${n}.`,
      letters: (strange) => `It holds only the digits 0 to 9 and the letters a to f; this one holds: ${strange}`,
      digits:
        'Its length is right, so one of its characters may be another: 0 and 8, b and 6 are easily taken for each other.',
      ask: 'If it is the same on the receipt, ask whoever gave it to you: it was not issued here.',
    },
  },
  'zh-Hant': {
    title: (number) => `處理結果憑單 ${number}`,
    about: (invoice, on) => `關於 ${on} 的發票 ${invoice}`,
    claimed: (kind, on) => `${kind}，提出日 ${on}`,
    kind: { RETURN: '退貨', REPAIR: '維修', REPLACEMENT: '換貨', MAINTENANCE: '保養', SERVICE: '其他服務' },
    status: { OPEN: '審核中', DECIDED: '已決定', SETTLED: '已完成', WITHDRAWN: '已撤回' },
    outcome: {
      ALLOWED: '同意受理',
      REFUSED: '不予受理',
      PARTLY: '部分受理',
      NO_PURCHASE: '查無購買紀錄',
      NOT_COVERED: '沒有承諾涵蓋此情況',
    },
    remedy: { REFUND: '退款', REPLACE: '換貨', REPAIR: '維修', SERVICE: '服務' },
    review: '此項將由專人審核後決定。',
    times: {
      title: '承諾的時限',
      since: (at, timeZone) => `提出時間 ${at}（${timeZone}）。`,
      paused: (at) => `自 ${at} 起暫停計時：等候您的回覆或配合。`,
      waited: (from, to) => `自 ${from} 至 ${to} 暫停計時：等候您的回覆或配合。`,
      target: { FIRST_RESPONSE: '首次回覆', RESOLUTION: '解決' },
      due: (at) => `最遲 ${at}`,
      done: { FIRST_RESPONSE: (at) => `已於 ${at} 回覆`, RESOLUTION: (at) => `已於 ${at} 完成` },
      state: {
        DUE: '計時中',
        PAUSED: '等候您的回覆',
        KEPT: '已兌現',
        MISSED: '未兌現',
        ENDED: '已結束',
        UNKNOWN: '暫時無法計算：工作日曆尚未涵蓋該年度',
      },
    },
    pieces: (n) => `${n} 件`,
    deadline: '最後一天',
    refund: '退款',
    total: '退款合計',
    paid: '實際退款',
    gap: '',
    settled: '完成日',
    reason: '理由',
    failed: '故障零件序號',
    replacement: '更換件序號',
    why: '理由說明',
    included: '已含在售價內',
    charges: '收費',
    noCharges: '不收取任何費用。',
    withdrawnCharges: '此案件已撤回：不退款，也不收取任何費用。',
    charge: '收費項目',
    amount: '金額',
    chargesTotal: '收費合計',
    ofItAsked: (amount) => `其中 ${amount} 須經您同意`,
    verdict: { ACCEPT: '已事先公開', NEEDS_CONSENT: '須經您同意', BLOCK: '不得收取' },
    check: '憑單驗證',
    matches: '此憑單未經更動：剛才重新計算的驗證碼相同。',
    altered: '警告：目前儲存的內容已無法得出此驗證碼，憑單曾遭更動。',
    replaced: (on) => `此憑單已${on ? `於 ${on} ` : ''}被取代：案件之後另有進展。`,
    withdrawn: (on) => `此案件已撤回${on ? `，此憑單於 ${on} 被取代` : ''}：其內容不再有效。`,
    holdsNow: '目前有效的憑單：',
    issued: (when) => `開立日 ${when}`,
    promise: '承諾的驗證碼',
    print: '本頁可直接列印。',
    unknown: {
      title: '查無此驗證碼的憑單',
      check: '請與憑單上的網址逐字核對：',
      length: (n) => `驗證碼共 64 個字元，這個有 ${n} 個。`,
      letters: (strange) => `驗證碼只含數字 0 到 9 與字母 a 到 f，這個含有：${strange}`,
      digits: '長度正確，可能有字元看錯：0 與 8、b 與 6 容易混淆。',
      ask: '若與憑單上相同，請洽詢交給您憑單的人：這不是由本店開立的。',
    },
  },
  'zh-Hans': {
    title: (number) => `处理结果凭单 ${number}`,
    about: (invoice, on) => `关于 ${on} 的发票 ${invoice}`,
    claimed: (kind, on) => `${kind}，提出日 ${on}`,
    kind: { RETURN: '退货', REPAIR: '维修', REPLACEMENT: '换货', MAINTENANCE: '保养', SERVICE: '其他服务' },
    status: { OPEN: '审核中', DECIDED: '已决定', SETTLED: '已完成', WITHDRAWN: '已撤回' },
    outcome: {
      ALLOWED: '同意受理',
      REFUSED: '不予受理',
      PARTLY: '部分受理',
      NO_PURCHASE: '查无购买记录',
      NOT_COVERED: '没有承诺涵盖此情况',
    },
    remedy: { REFUND: '退款', REPLACE: '换货', REPAIR: '维修', SERVICE: '服务' },
    review: '此项将由专人审核后决定。',
    times: {
      title: '承诺的时限',
      since: (at, timeZone) => `提出时间 ${at}（${timeZone}）。`,
      paused: (at) => `自 ${at} 起暂停计时：等候您的回复或配合。`,
      waited: (from, to) => `自 ${from} 至 ${to} 暂停计时：等候您的回复或配合。`,
      target: { FIRST_RESPONSE: '首次响应', RESOLUTION: '解决' },
      due: (at) => `最晚 ${at}`,
      done: { FIRST_RESPONSE: (at) => `已于 ${at} 响应`, RESOLUTION: (at) => `已于 ${at} 完成` },
      state: {
        DUE: '计时中',
        PAUSED: '等候您的回复',
        KEPT: '已兑现',
        MISSED: '未兑现',
        ENDED: '已结束',
        UNKNOWN: '暂时无法计算：工作日历尚未涵盖该年度',
      },
    },
    pieces: (n) => `${n} 件`,
    deadline: '最后一天',
    refund: '退款',
    total: '退款合计',
    paid: '实际退款',
    gap: '',
    settled: '完成日',
    reason: '理由',
    failed: '故障零件序列号',
    replacement: '更换件序列号',
    why: '理由说明',
    included: '已含在售价内',
    charges: '收费',
    noCharges: '不收取任何费用。',
    withdrawnCharges: '此案件已撤回：不退款，也不收取任何费用。',
    charge: '收费项目',
    amount: '金额',
    chargesTotal: '收费合计',
    ofItAsked: (amount) => `其中 ${amount} 须经您同意`,
    verdict: { ACCEPT: '已事先公开', NEEDS_CONSENT: '须经您同意', BLOCK: '不得收取' },
    check: '凭单验证',
    matches: '此凭单未经更动：刚才重新计算的验证码相同。',
    altered: '警告：目前存储的内容已无法得出此验证码，凭单曾遭更动。',
    replaced: (on) => `此凭单已${on ? `于 ${on} ` : ''}被取代：案件之后另有进展。`,
    withdrawn: (on) => `此案件已撤回${on ? `，此凭单于 ${on} 被取代` : ''}：其内容不再有效。`,
    holdsNow: '目前有效的凭单：',
    issued: (when) => `开立日 ${when}`,
    promise: '承诺的验证码',
    print: '本页可直接打印。',
    unknown: {
      title: '查无此验证码的凭单',
      check: '请与凭单上的网址逐字核对：',
      length: (n) => `验证码共 64 个字符，这个有 ${n} 个。`,
      letters: (strange) => `验证码只含数字 0 到 9 与字母 a 到 f，这个含有：${strange}`,
      digits: '长度正确，可能有字符看错：0 与 8、b 与 6 容易混淆。',
      ask: '如与凭单上相同，请咨询交给您凭单的人：这不是由本店开具的。',
    },
  },
};
