import type { CalendarData } from '@perennial/domain/calendars/calendar';
import { rowKey, type Cell, type Form, type FormField } from '@perennial/domain/policies/kinds/form';
import type { JudgeContext, TermKind } from '@perennial/domain/policies/kinds/kind';
import type { PurchaseFacts, ReturnHistory } from '@perennial/domain/policies/facts';
import { addDays } from '@perennial/domain/shared/period';
import * as fc from 'fast-check';

/*
 * Random terms, claims and purchases for property tests, read off the forms of the kinds: a new kind is covered by every
 * property without a line here. `arbitraryParams(kind)` and `arbitraryClaim(kind)` are always valid;
 * `arbitraryCase(kind)` is all that `kind.judge` asks for; `judgeContext()` is an ordinary context to vary.
 */

type Values = Readonly<Record<string, unknown>>;

export const arbitraryParams = (kind: TermKind): fc.Arbitrary<Values> => arbitraryValues(kind.params);
export const arbitraryClaim = (kind: TermKind): fc.Arbitrary<Values> => arbitraryValues(kind.claim);

export const arbitraryValues = (form: Form): fc.Arbitrary<Values> =>
  fc.record(Object.fromEntries(Object.entries(form).map(([name, field]) => [name, arbitraryField(field)])));

function arbitraryField(field: FormField): fc.Arbitrary<unknown> {
  if (field.type !== 'rows') return arbitraryCell(field);
  return fc.uniqueArray(arbitraryValues(field.cells), {
    selector: (row) => rowKey(field.key, row),
    minLength: field.min,
    maxLength: Math.min(field.max, field.min + 5),
  });
}

function arbitraryCell(field: Cell): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'int':
    case 'money':
      return fc.oneof(
        fc.constantFrom(field.min, field.max, field.default),
        fc.integer({ min: field.min, max: Math.min(field.max, field.min + 40) }),
        fc.integer({ min: field.min, max: field.max }),
      );
    case 'bool':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'choices':
      return fc.subarray(
        field.options.map((option) => option.value),
        { minLength: field.min },
      );
    case 'words':
      return fc.uniqueArray(arbitraryWord, { maxLength: Math.min(field.max, 4) });
    case 'text':
      return arbitraryWord.filter((word) => word.length >= (field.min ?? 0) && word.length <= field.max);
  }
}

/** Words that meet each other often, and now and then something odd. */
const arbitraryWord = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('lid', 'handle', 'shoe covers', 'clean up', '鈕扣', '按钮', 'Lid') },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }).filter((word) => word.trim() !== ''),
  },
);

/** Monday to Friday, nine to five; every year that a random case can reach is entered. */
export const weekdays: CalendarData = {
  name: 'Weekdays',
  timeZone: 'Europe/London',
  week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: 540, to: 1020 }]])),
  shiftDay: 'START',
  days: { '2026-12-25': { kind: 'HOLIDAY', name: 'Christmas Day' } },
  years: Array.from({ length: 60 }, (_, index) => 2020 + index),
};

export const judgeContext = (over: Partial<JudgeContext> = {}): JudgeContext => ({
  at: '2026-03-02T10:00:00Z',
  timeZone: 'Europe/London',
  currency: 'GBP',
  calendar: weekdays,
  customer: { region: null, segment: null },
  ...over,
});

export const arbitraryHistory: fc.Arbitrary<ReturnHistory> = fc.record({
  bought: fc.nat(60),
  returned: fc.nat(60),
  boughtValue: fc.nat(1_000_000),
  returnedValue: fc.nat(1_000_000),
  recent: fc.nat(12),
  withoutPurchase: fc.nat(6),
});

export interface Case {
  claim: Values;
  purchase: PurchaseFacts & { boughtOn: string };
  on: string;
  context: JudgeContext;
}

/** A claim on the day of the purchase or up to fourteen years later, delivered or not. */
export const arbitraryCase = (kind: TermKind): fc.Arbitrary<Case> =>
  fc
    .record({
      claim: arbitraryClaim(kind),
      bought: fc.integer({ min: 0, max: 400 }),
      delivered: fc.option(fc.nat(20)),
      later: fc.oneof(fc.nat(40), fc.nat(5_000)),
      time: fc.constantFrom('', 'T00:00:00Z', 'T10:30:00Z', 'T16:59:00Z'),
      history: fc.option(arbitraryHistory),
      value: fc.option(fc.nat(1_000_000)),
    })
    .map(({ claim, bought, delivered, later, time, history, value }) => {
      const boughtOn = addDays('2026-01-01', bought);
      const on = addDays(boughtOn, later);
      return {
        claim,
        purchase: {
          at: boughtOn,
          boughtOn,
          code: '22423',
          value,
          deliveredOn: delivered === null ? null : addDays(boughtOn, delivered),
        },
        on,
        context: judgeContext({ at: `${on}${time}`, customer: { region: null, segment: null, history } }),
      };
    });
