import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../shared/language.ts';
import { worsenings } from '../compare.ts';
import { defaultsOf } from '../kinds/form.ts';
import { exclusions } from '../kinds/exclusions.ts';
import { extras } from '../kinds/extras.ts';
import { fees } from '../kinds/fees.ts';
import type { TermKind } from '../kinds/kind.ts';
import { remedy } from '../kinds/remedy.ts';
import { responseTarget } from '../kinds/response-target.ts';
import { returns } from '../kinds/returns.ts';
import { warranty } from '../kinds/warranty.ts';
import { worseningSentences } from './worse.ts';

/** The sentences in English, Traditional and Simplified Chinese. */
const said = (kind: TermKind, before: object, after: object) => {
  const values = (given: object) => kind.readParams({ ...defaultsOf(kind.params), ...given }, []);
  const less = worsenings(kind, values(before), values(after));
  return LANGUAGES.map((language) => worseningSentences(kind, less, 'GBP', language));
};
const delivery = {
  code: 'DELIVERY',
  label: 'Small orders',
  kind: 'FEE',
  mode: 'CAP',
  amount: 500,
  consent: true,
};

describe('S11 what is promised less, as sentences', () => {
  it('other words for the same name the language in which it reads otherwise', () => {
    const worded = { field: 'wording', before: '礼品包装费', after: '礼盒包装费' };
    const told = (language?: Language) =>
      LANGUAGES.flatMap((reader) =>
        worseningSentences(fees, [language ? { ...worded, language } : worded], 'GBP', reader),
      );
    expect(told('zh-Hans')).toEqual([
      'Wording in Simplified Chinese: until now 礼品包装费, from now on 礼盒包装费.',
      '簡體中文的說法：原為礼品包装费，今後為礼盒包装费。',
      '简体中文的说法：原为礼品包装费，今后为礼盒包装费。',
    ]);
    // as it was written down before
    expect(told()[0]).toBe('Wording: until now 礼品包装费, from now on 礼盒包装费.');
  });

  it('another name of a charge by its code, and a referral that is gone', () => {
    const rows = (label: string) => ({ rows: [{ ...delivery, label }] });
    expect(said(fees, rows('Small orders'), rows('Every order'))).toEqual([
      ['What for (DELIVERY): until now Small orders, from now on Every order.'],
      ['名目（DELIVERY）：原為 Small orders，今後為 Every order。'],
      ['名目（DELIVERY）：原为 Small orders，今后为 Every order。'],
    ]);
    expect(said(exclusions, { referTo: 'Chen & Sons' }, {})).toEqual([
      ['Whom we recommend instead: until now Chen & Sons, from now on none.'],
      ['推薦改洽：原為 Chen & Sons，今後為無。'],
      ['推荐另找：原为 Chen & Sons，今后为无。'],
    ]);
  });

  it('a number with its unit, and a value that means something of its own in words', () => {
    expect(said(returns, { days: 30, reviewFrom: 101 }, { days: 14, reviewFrom: 80 })).toEqual([
      [
        'Return window: until now 30 days, from now on 14 days.',
        'A person looks at it from this abuse score on: until now never, from now on 80 of 100 points.',
      ],
      [
        '退貨期限：原為 30 天，今後為 14 天。',
        '惡意退貨評分達此分數時由專人複核：原為一律不複核，今後為 80 分（滿分 100）。',
      ],
      [
        '退货期限：原为 30 天，今后为 14 天。',
        '恶意退货评分达此分数时由专人复核：原为一律不复核，今后为 80 分（满分 100）。',
      ],
    ]);
    expect(said(remedy, { refundDays: 7 }, { refundDays: 0 })[0]).toEqual([
      'Refund within: until now 7 days, from now on not offered.',
    ]);
  });

  it('minutes of a clock as hours, and the same for several ways of asking once', () => {
    const target = (firstResponse: number) => ({
      rows: [{ priority: 'URGENT', channel: 'ANY', firstResponse, resolution: 2400 }],
    });
    expect(said(responseTarget, target(480), target(990))).toEqual([
      [
        'First answer within (urgent: by phone, by e-mail, by chat, at the customer’s and in the shop): until now 8 hours, from now on 16 hours 30 minutes.',
      ],
      ['首次回覆時限（緊急：電話、電子郵件、線上對話、到府和門市）：原為 8 小時，今後為 16 小時 30 分鐘。'],
      ['首次响应时限（紧急：电话、电子邮件、在线对话、上门和门店）：原为 8 小时，今后为 16 小时 30 分钟。'],
    ]);
  });

  it('a charge by what it is for, with its amount and consent', () => {
    expect(said(fees, {}, { rows: [delivery] })).toEqual([
      ['Charges, new: Small orders: at most £5.00, only after the customer agreed.'],
      ['收費項目，新增：Small orders：最高 £5.00（須先經客戶同意）。'],
      ['收费项目，新增：Small orders：最高 £5.00（须先经客户同意）。'],
    ]);
    expect(said(fees, { rows: [delivery] }, { rows: [{ ...delivery, amount: 700, consent: false }] })[0]).toEqual([
      'Amount (Small orders): until now £5.00, from now on £7.00.',
      'No longer so: “Only after the customer agreed (Small orders)”.',
    ]);
  });

  it('a yes that becomes a no, and what a list loses or gains', () => {
    expect(said(returns, { openedAllowed: true }, { openedAllowed: false })).toEqual([
      ['No longer so: “Opened packaging is accepted”.'],
      ['不再如此：「接受已拆封的商品」。'],
      ['不再如此：“接受已拆封的商品”。'],
    ]);
    expect(said(extras, { items: ['a hook', 'a box'] }, { items: ['a box', 'a card'] })[0]).toEqual([
      'Comes with it, no longer: a hook.',
    ]);
    expect(said(exclusions, { matters: ['engraving'] }, { matters: ['engraving', 'hampers'] })[1]).toEqual([
      '不提供的項目，新增：hampers。',
    ]);
  });

  it('what people typed as each version words it, in the reader’s language', () => {
    const worded = (kind: TermKind, before: object, after: object, language: Language) => {
      const values = (given: object) => kind.readParams({ ...defaultsOf(kind.params), ...given }, []);
      const phrases = {
        before: { 'a hook': { 'zh-Hant': '掛鉤' }, 'Small orders': { 'zh-Hant': '小額訂單' } },
        after: { 原廠鈕扣: { en: 'original buttons' }, 'Small orders': { 'zh-Hant': '低額訂單' } },
      };
      return worseningSentences(kind, worsenings(kind, values(before), values(after)), 'GBP', language, phrases);
    };
    expect(worded(extras, { items: ['a hook', 'x'] }, { items: ['x'] }, 'zh-Hant')).toEqual([
      '隨附項目，不再有：掛鉤。',
    ]);
    expect(worded(warranty, { parts: [] }, { parts: ['原廠鈕扣'] }, 'en')).toEqual([
      'Covered parts (none named = the whole product): until now the whole product, from now on original buttons.',
    ]);
    expect(worded(fees, {}, { rows: [delivery] }, 'zh-Hant')).toEqual([
      '收費項目，新增：低額訂單：最高 £5.00（須先經客戶同意）。',
    ]);
    expect(worded(fees, { rows: [delivery] }, { rows: [{ ...delivery, amount: 700 }] }, 'zh-Hant')).toEqual([
      '金額（低額訂單）：原為 £5.00，今後為 £7.00。',
    ]);
  });

  it('a list whose emptiness means everything', () =>
    expect(said(warranty, { parts: [] }, { parts: ['lid'] })[0]).toEqual([
      'Covered parts (none named = the whole product): until now the whole product, from now on lid.',
    ]));

  it('a kind whose package is gone, as it was stored', () =>
    expect(worseningSentences(undefined, [{ field: 'x', before: 2, after: 1 }], 'GBP', 'en')).toEqual([
      'x: until now 2, from now on 1.',
    ]));

  it('other hours by their names', () =>
    expect(worseningSentences(returns, [{ field: 'calendar', before: 'Shop', after: null }], 'GBP', 'en')).toEqual([
      'Working hours: until now Shop, from now on none.',
    ]));
});
