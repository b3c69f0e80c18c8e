import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../policies/applicability.ts';
import type { VersionTerms } from '../policies/decide.ts';
import { defaultsOf } from '../policies/kinds/form.ts';
import { fees as feesKind } from '../policies/kinds/fees.ts';
import { delivery } from '../policies/kinds/delivery.ts';
import { warranty } from '../policies/kinds/warranty.ts';
import { AMOUNT_LIMIT, countable } from '../sales/record.ts';
import type { DisclosedTerm } from './quote.ts';
import { returns as returnsKind } from '../policies/kinds/returns.ts';
import { decidingAmong, feesText, goodsShown, lessThanShown, promisedBy, type Offer } from './disclosure.ts';
import { mayAccept, mayRewrite, maySend, noLess, quotedAmount, quoteTotal, sameFees, stateOn } from './rules.ts';

const TODAY = '2026-03-10';
const quote = { number: 'Q-0001', status: 'OPEN', currency: 'GBP' } as const;
const sent = { number: 2, status: 'SENT', validUntil: '2026-03-10', currency: 'GBP' } as const;
const refused = (code: string) => expect.objectContaining({ code });

describe('C3 quotes in rounds', () => {
  it('C3 can be accepted up to and on its last day, and not the day after', () => {
    expect(() => mayAccept(quote, sent, TODAY, 'GBP')).not.toThrow();
    expect(() => mayAccept(quote, sent, '2026-03-11', 'GBP')).toThrow(
      expect.objectContaining({ code: 'QUOTE_EXPIRED', path: ['validUntil'] }),
    );
    expect(stateOn(quote, sent, TODAY)).toBe('OPEN');
    expect(stateOn(quote, sent, '2026-03-11')).toBe('EXPIRED');
    expect(stateOn(quote, null, '2026-03-11')).toBe('OPEN');
    expect(stateOn({ status: 'ACCEPTED' }, sent, '2026-03-11')).toBe('ACCEPTED');
  });

  it('C3 only what was sent last can be accepted, and only once', () => {
    expect(() => mayAccept(quote, { ...sent, status: 'DRAFT' }, TODAY, 'GBP')).toThrow(refused('REVISION_NOT_SENT'));
    expect(() => mayAccept(quote, { ...sent, status: 'SUPERSEDED' }, TODAY, 'GBP')).toThrow(
      refused('REVISION_NOT_SENT'),
    );
    expect(() => mayAccept({ ...quote, status: 'ACCEPTED' }, sent, TODAY, 'GBP')).toThrow(refused('QUOTE_ACCEPTED'));
    expect(() => mayAccept({ ...quote, status: 'DECLINED' }, sent, TODAY, 'GBP')).toThrow(refused('QUOTE_DECLINED'));
  });

  it('C3 is paid in the currency in which the customer buys', () => {
    expect(() => mayAccept(quote, sent, TODAY, 'EUR')).toThrow(
      expect.objectContaining({ code: 'CURRENCY_MISMATCH', params: { left: 'GBP', right: 'EUR' } }),
    );
    expect(() => mayAccept(quote, { ...sent, currency: 'EUR' }, TODAY, 'GBP')).toThrow(refused('CURRENCY_MISMATCH'));
  });

  it('C3 a revision that was sent stands, and an empty or expired one is not sent', () => {
    for (const status of ['SENT', 'SUPERSEDED', 'ACCEPTED'] as const) {
      expect(() => mayRewrite({ number: 1, status })).toThrow(refused('REVISION_SENT'));
    }
    const draft = { ...sent, status: 'DRAFT' } as const;
    expect(() => maySend(draft, 1, TODAY)).not.toThrow();
    expect(() => maySend(draft, 0, TODAY)).toThrow(refused('QUOTE_EMPTY'));
    expect(() => maySend({ ...draft, validUntil: '2026-03-09' }, 1, TODAY)).toThrow(refused('QUOTE_EXPIRED'));
    expect(() => maySend({ ...draft, validUntil: '2026-02-30' }, 1, TODAY)).toThrow(refused('BAD_DATE'));
  });

  it('C3 a total is its lines less the discount, and never below nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { maxLength: 20 }), fc.nat(3_000_000), (amounts, discount) => {
        const sum = amounts.reduce((a, b) => a + b, 0);
        if (discount > sum) expect(() => quoteTotal(amounts, discount)).toThrow(refused('DISCOUNT_TOO_HIGH'));
        else expect(quoteTotal(amounts, discount)).toBe(sum - discount);
      }),
    );
    // 3 × £0.425 = £1.275, halves to even; yen have no minor unit
    expect(quotedAmount({ quantity: 3, unitPrice: 4_250 }, 'GBP')).toBe(128);
    expect(quotedAmount({ quantity: 3, unitPrice: 4_000_000 }, 'JPY')).toBe(1_200);
  });
});

describe('C3 a quote comes to no more than can be counted', () => {
  it('C3 what its lines come to is refused above it, with the field and the remedy', () => {
    expect(quoteTotal([AMOUNT_LIMIT - 1, 1], 0)).toBe(AMOUNT_LIMIT);
    expect(() => quoteTotal([AMOUNT_LIMIT, 1], 1)).toThrow(
      expect.objectContaining({
        code: 'AMOUNT_TOO_LARGE',
        path: ['lines'],
        message: expect.stringContaining('lower the quantity or the price'),
      }),
    );
    const dearest = quotedAmount({ quantity: 1_000_000, unitPrice: Number.MAX_SAFE_INTEGER }, 'GBP');
    expect(() => countable(dearest, ['lines', '0', 'unitPrice'])).toThrow(
      expect.objectContaining({ code: 'AMOUNT_TOO_LARGE', path: ['lines', '0', 'unitPrice'] }),
    );
    expect(() => countable(-dearest, [])).toThrow(refused('AMOUNT_TOO_LARGE'));
    // hundreds of the largest add up exactly
    expect(Number.isSafeInteger(900 * AMOUNT_LIMIT)).toBe(true);
  });
});

describe('C7 fees are disclosed before acceptance', () => {
  const term = (id: string, kind: string, params: Record<string, unknown>, codes: string[] = []) => ({
    id,
    kind,
    params,
    appliesTo: { ...EVERYTHING, productCodes: codes },
  });
  const version = (id: string, terms: VersionTerms['terms'], from = '2026-01-01', to: string | null = null) => ({
    id,
    policyId: `p-${id}`,
    policy: `Policy ${id}`,
    number: 1,
    period: { from, to },
    terms,
    currency: 'GBP',
  });
  const offer: Offer = {
    timeZone: 'Europe/London',
    customer: { region: 'France', segment: 'KEY' },
    value: 10_000,
    goods: [{ code: 'LAMP' }],
  };
  const fees = (amount: number) => term('fees', 'fees', { rows: [{ code: 'CALL-OUT', amount }] });

  it('C7 shows the terms in force that speak of the goods, and no others', () => {
    const versions = [
      version('b', [fees(100), term('chair', 'warranty', {}, ['CHAIR']), term('lamp', 'warranty', {}, ['LAMP'])]),
      version('a', [term('all', 'returns', {})]),
      version('old', [term('gone', 'returns', {})], '2025-01-01', '2026-03-10'),
      version('new', [term('later', 'returns', {})], '2026-03-11'),
    ];
    const ids = promisedBy(offer, versions, TODAY).map((each) => each.termId);
    expect(ids).toEqual(['all', 'fees', 'lamp']);
    expect(promisedBy(offer, versions.toReversed(), TODAY).map((each) => each.termId)).toEqual(ids);
    expect(promisedBy({ ...offer, goods: [] }, versions, TODAY)).toEqual([]);
  });

  it('C12 of those it tells the ones that decide for some of the goods', () => {
    const lamps = term('lamp', 'returns', {}, ['LAMP']);
    const told = (codes: string[], ...terms: VersionTerms['terms'][number][]) =>
      decidingAmong(promisedBy({ ...offer, goods: codes.map((code) => ({ code })) }, [version('a', terms)], TODAY)).map(
        (each) => each.termId,
      );
    const all = term('all', 'returns', {});
    expect(told(['LAMP'], all, lamps)).toEqual(['lamp']);
    expect(told(['LAMP', 'CORD'], all, lamps)).toEqual(['all', 'lamp']);
    expect(told(['CORD'], all, lamps)).toEqual(['all']);
    // of another kind nothing is set aside
    expect(told(['LAMP'], term('all', 'warranty', {}), lamps)).toEqual(['all', 'lamp']);
    // shown before goods were stored with it
    const before = promisedBy(offer, [version('a', [all, lamps])], TODAY).map((each) => ({ ...each, goods: {} }));
    expect(decidingAmong(before)).toEqual(before);
  });

  it('C7 another amount is another schedule; another version with the same fees is not', () => {
    const text = (terms: VersionTerms['terms'], number = 1) =>
      feesText(promisedBy(offer, [{ ...version('a', terms), number }], TODAY));
    expect(text([fees(100)])).not.toBe(text([fees(101)]));
    expect(text([fees(100)])).toBe(text([fees(100), term('all', 'returns', {})], 2));
    expect(text([])).not.toBe(text([fees(100)]));
  });

  it('C7 S2 a schedule shown before charges had a kind is that of plain fees, and not that of parts', () => {
    const row = { code: 'MOTOR', label: 'Motor', mode: 'CAP', amount: 1, consent: false };
    const shown = (kind?: string) => {
      const params = { ...defaultsOf(feesKind.params), rows: [kind ? { ...row, kind } : row] };
      return promisedBy(offer, [version('a', [term('fees', 'fees', params)])], TODAY);
    };
    expect(feesText(shown())).toBe(feesText(shown('FEE')));
    expect(feesText(shown())).not.toBe(feesText(shown('PART')));
    expect(lessThanShown(shown(), shown('FEE'), offer.goods)).toEqual([]);
    // a fee is asked about where work is included, a part is not
    expect(lessThanShown(shown(), shown('PART'), offer.goods)).toEqual(['fees']);
    expect(lessThanShown(shown('PART'), shown('FEE'), offer.goods)).toEqual(['fees']);
  });

  it('S1 a text that was shown in other words is less in those words; worded for more readers it is not', () => {
    const hook = term('hook', 'extras', { items: ['Hook'] });
    const shown = (phrases: NonNullable<VersionTerms['phrases']>) =>
      promisedBy(offer, [{ ...version('a', [hook]), phrases }], TODAY);
    const less = (...[was, is]: [VersionTerms['phrases'] & object, VersionTerms['phrases'] & object]) =>
      lessThanShown(shown(was), shown(is), offer.goods);
    expect(less({ Hook: { 'zh-Hant': '掛鉤' } }, { Hook: { 'zh-Hant': '掛鉤，另收費' } })).toEqual(['hook']);
    expect(less({}, { Hook: { 'zh-Hant': '掛鉤' } })).toEqual([]);
  });

  it('C7 the same words under shorter hours than were shown are less; under longer ones they are not', () => {
    const hours = (to: number) => ({
      name: 'Shop',
      timeZone: 'Europe/London',
      week: { '1': [{ from: 540, to }] },
      shiftDay: 'START' as const,
      days: {},
      years: [2026],
    });
    const inTime = term('in-time', 'delivery', { ...defaultsOf(delivery.params), clock: 'WORKING_DAYS' });
    const byDays = { ...inTime, params: { ...inTime.params, clock: 'CALENDAR_DAYS' } };
    const shown = (one: typeof inTime, to: number | null) =>
      promisedBy(offer, [{ ...version('a', [one]), calendar: to === null ? null : hours(to) }], TODAY);
    const less = (was: ReturnType<typeof shown>, is: ReturnType<typeof shown>) => lessThanShown(was, is, offer.goods);
    expect(less(shown(inTime, 1020), shown(inTime, 960))).toEqual(['in-time']);
    expect(less(shown(inTime, 1020), shown(inTime, null))).toEqual(['in-time']);
    expect(less(shown(inTime, 1020), shown(inTime, 1020))).toEqual([]);
    expect(less(shown(inTime, 1020), shown(inTime, 1080))).toEqual([]);
    // what counts no hours is not shown with any, and what was shown before hours were is not held against them
    expect(shown(byDays, 1020)[0]!.calendar).toBeNull();
    expect(less(shown(byDays, 1020), shown(byDays, 960))).toEqual([]);
    const { calendar: _, ...old } = shown(inTime, 1020)[0]!;
    expect(less([old], shown(inTime, 960))).toEqual([]);
  });

  it('C7 less than was shown cannot be accepted; the same or more can', () => {
    const returns = (id: string, days: number, codes: string[] = []) =>
      term(id, 'returns', { ...defaultsOf(returnsKind.params), days }, codes);
    const shown = (terms: VersionTerms['terms'], id = 'a') => promisedBy(offer, [version(id, terms)], TODAY);
    const less = (was: VersionTerms['terms'], is: VersionTerms['terms'], goods = offer.goods) =>
      lessThanShown(shown(was), shown(is, 'b'), goods);
    expect(less([returns('all', 30)], [returns('all', 30)])).toEqual([]);
    expect(less([returns('all', 30)], [returns('renamed', 31)])).toEqual([]);
    expect(less([], [returns('all', 30)])).toEqual([]);
    expect(less([returns('all', 30)], [returns('all', 29)])).toEqual(['all']);
    expect(less([returns('all', 30)], [])).toEqual(['all']);
    // what decides these goods counts, not what other goods would get
    expect(less([returns('all', 30), returns('lamp', 60, ['LAMP'])], [returns('all', 30)])).toEqual(['lamp']);
    expect(less([returns('all', 30)], [returns('all', 10), returns('lamp', 60, ['LAMP'])])).toEqual([]);
    // shown under a condition that the customer met then
    const inFrance = { ...returns('french', 60), appliesTo: { ...EVERYTHING, regions: ['France'] } };
    const later = promisedBy(
      { ...offer, customer: { region: 'Spain', segment: 'KEY' } },
      [version('a', [inFrance, returns('all', 30)])],
      TODAY,
    );
    expect(lessThanShown(shown([inFrance, returns('all', 30)]), later, offer.goods)).toEqual(['french']);
    expect(less([term('gone', 'no-longer-installed', {})], [])).toEqual(['gone']);
    expect(() => noLess(sent, [])).not.toThrow();
    expect(() => noLess(sent, ['all', 'lamp'])).toThrow(
      expect.objectContaining({ code: 'PROMISE_CHANGED', params: { number: 2, terms: 'all, lamp' } }),
    );
  });

  it('C3, C7 a term was shown for goods as they were then, whatever their product became since', () => {
    const lamps = {
      ...term('lamps', 'warranty', defaultsOf(warranty.params)),
      appliesTo: { ...EVERYTHING, categories: ['Lamps'] },
    };
    const of = (category: string) => ({ code: 'LAMP', category, complexity: 'LOW' as const });
    const shownFor = (category: string) =>
      promisedBy({ ...offer, goods: [of(category)] }, [version('a', [lamps])], TODAY);
    const shown = shownFor('Lamps');
    expect(goodsShown(shown)).toEqual({ LAMP: { category: 'Lamps', complexity: 'LOW' } });
    expect(goodsShown(shownFor('Misc'))).toEqual({});
    const odd = shown.map((term) => ({ ...term, goods: { ['__proto__']: { category: 'Lamps', complexity: null } } }));
    expect(Object.keys(goodsShown(odd))).toEqual(['__proto__']);
    expect(lessThanShown(shown, shownFor('Misc'), [of('Misc')])).toEqual(['lamps']);
    expect(lessThanShown(shown, shown, [of('Misc')])).toEqual([]);
    // sent before its goods were kept: they are taken for what they are now
    const [{ goods: _, ...old }] = shown as [DisclosedTerm];
    expect(goodsShown([old])).toEqual({});
    expect(lessThanShown([old], [], [of('Lamps')])).toEqual(['lamps']);
    expect(lessThanShown([old], [], [of('Misc')])).toEqual([]);
  });

  it('C7 fees that were not shown cannot be accepted', () => {
    expect(() => sameFees({ number: 1, feesHash: 'a' }, 'a')).not.toThrow();
    expect(() => sameFees({ number: 1, feesHash: 'a' }, 'b')).toThrow(refused('FEES_NOT_DISCLOSED'));
    expect(() => sameFees({ number: 1, feesHash: null }, 'b')).toThrow(refused('FEES_NOT_DISCLOSED'));
  });
});
