import { arbitraryCase, arbitraryParams, judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../shared/errors.ts';
import { LANGUAGES } from '../../shared/language.ts';
import type { Verdict } from '../decision.ts';
import { POLICY_STAGES } from '../policy.ts';
import { sentenceOf } from '../sentences/sentence.ts';
import { registerTermKind, termKinds } from './all.ts';
import { defaultsOf, type Cell } from './form.ts';
import type { TermKind } from './kind.ts';
import { derivedWorsenings } from './worsenings.ts';

const RANK = { REFUND: 3, REPLACE: 2, REPAIR: 1, SERVICE: 1 } as const;
const each = termKinds.map((kind) => [kind.kind, kind] as const);

/** What a reader must never see: holes, leftovers of templates, and names of codes or options. */
const LEFTOVER =
  /undefined|null|NaN|\[object|\$\{|%\{|\b[A-Z]{2,}_[A-Z_]+\b|\b(REFUND|REPLACE|REPAIR|ANY|WORKING|CAP)\b/;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

it('C2 promises are of the stage in which they are kept', () => {
  expect(Object.fromEntries(termKinds.map(({ kind, stage }) => [kind, stage]))).toEqual({
    delivery: 'SALE',
    extras: 'SALE',
    installation: 'SALE',
    packaging: 'SALE',
    maintenance: 'AFTER_SALE',
    remedy: 'AFTER_SALE',
    returns: 'AFTER_SALE',
    training: 'AFTER_SALE',
    warranty: 'AFTER_SALE',
    exclusions: 'ALWAYS',
    fees: 'ALWAYS',
    'response-target': 'ALWAYS',
  });
});

describe.each(each)('the kind of term %s', (_name, kind) => {
  it('has a stage (C2), and defaults that can be published as they are', () => {
    expect(POLICY_STAGES).toContain(kind.stage);
    const defaults = defaultsOf(kind.params);
    expect(kind.readParams(defaults, [])).toEqual(defaults);
  });

  it('names itself, its fields, their options and units in every language', () => {
    const fields = [kind.params, kind.claim]
      .flatMap((form) => Object.values(form))
      .flatMap((field) => [field, ...(field.type === 'rows' ? Object.values(field.cells) : [])]);
    const named = fields.flatMap((field) => [
      field.label,
      ...('options' in field ? field.options.map((option) => option.label) : []),
      ...('unit' in field ? [field.unit] : []),
    ]);
    for (const words of [kind.label, ...named]) {
      for (const language of LANGUAGES) expect(words[language]).toMatch(/\S/);
    }
  });

  it('says of every field which way is better for the customer (S11)', () => {
    for (const field of Object.values(kind.params)) {
      const cells: readonly Cell[] = field.type === 'rows' ? Object.values(field.cells) : [];
      for (const { better } of [field, ...cells]) expect(better).toBeDefined();
    }
  });

  it('refuses a value that is missing or not its own, by the path of the field', () => {
    const defaults = defaultsOf(kind.params);
    for (const [name, field] of Object.entries(kind.params)) {
      const { [name]: _gone, ...rest } = defaults;
      const reading = () => kind.readParams(rest, ['params']);
      if (field.added) expect(reading()).toEqual(defaults);
      else expect(reading).toThrow(expect.objectContaining({ code: 'TERM_FIELD_MISSING', path: ['params', name] }));
    }
    expect(() => kind.readParams({ ...defaults, mood: 1 }, [])).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_TERM_FIELD', path: ['mood'] }),
    );
  });

  it('accepts every value its form allows, and reads back what was stored', () => {
    fc.assert(
      fc.property(arbitraryParams(kind), (params) => {
        const stored: unknown = JSON.parse(JSON.stringify(kind.readParams(params, [])));
        expect(kind.readParams(stored, [])).toEqual(params);
      }),
    );
  });

  it('judges every valid case, changing nothing and always alike', () => {
    fc.assert(
      fc.property(arbitraryParams(kind), arbitraryCase(kind), (params, { claim, purchase, on, context }) => {
        const judge = () => kind.judge(params, claim, purchase, on, context);
        deepFreeze([params, claim, purchase, context.customer]);
        const verdict = judge();
        expect(judge()).toEqual(verdict);
        expect(['ALLOWED', 'REFUSED']).toContain(verdict.outcome);
        expect(verdict.outcome === 'REFUSED' && (verdict.remedy ?? null) !== null).toBe(false);
        expect(JSON.parse(JSON.stringify(verdict.result ?? {}))).toEqual(verdict.result ?? {});
        expect(verdict.steps.length).toBeGreaterThan(0);
      }),
    );
  });

  it('puts its promise and every step into words, in each language, with nothing left over', () => {
    fc.assert(
      fc.property(arbitraryParams(kind), arbitraryCase(kind), (params, { claim, purchase, on, context }) => {
        const { steps } = kind.judge(params, claim, purchase, on, context);
        const own = (text: string) =>
          [params, claim].reduce((left, values) => without(left, JSON.stringify(values), optionsOf(kind)), text);
        for (const step of [kind.promise(params, 'GBP'), ...steps]) {
          for (const language of LANGUAGES) {
            expect(Object.keys(kind.sentences[language])).toContain(step.code);
            const sentence = sentenceOf(JSON.parse(JSON.stringify(step)) as typeof step, language);
            expect(sentence).toMatch(language === 'en' ? /^.+\.$/s : /^.+。$/s);
            expect(own(sentence)).not.toMatch(LEFTOVER);
          }
        }
      }),
    );
  });

  it('needs a calendar exactly where it says so, and asks for it by name', () => {
    fc.assert(
      fc.property(arbitraryParams(kind), arbitraryCase(kind), (params, { claim, purchase, on, context }) => {
        const judge = (calendar: typeof context.calendar) =>
          kind.judge(params, claim, purchase, on, { ...context, calendar });
        if (!kind.needsCalendar(params)) return void expect(judge(null)).toEqual(judge(context.calendar));
        try {
          judge(null);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          expect(error).toMatchObject({ code: 'CALENDAR_MISSING', path: ['calendarId'] });
        }
      }),
    );
  });

  it('never gives less where it says that nothing is worse (S11)', () => {
    const changed = fc
      .tuple(
        arbitraryParams(kind),
        arbitraryParams(kind),
        fc.subarray(Object.keys(kind.params), {
          minLength: 1,
          maxLength: Math.min(2, Object.keys(kind.params).length),
        }),
      )
      .map(
        ([before, other, names]) =>
          [before, { ...before, ...Object.fromEntries(names.map((name) => [name, other[name]])) }] as const,
      );
    fc.assert(
      fc.property(changed, arbitraryCase(kind), ([before, after], { claim, purchase, on, context }) => {
        fc.pre(kind.worse(before, after, derivedWorsenings(kind.params, before, after)).length === 0);
        const was = kind.judge(before, claim, purchase, on, context);
        const is = kind.judge(after, claim, purchase, on, context);
        const wishing = (wish: string) => kind.judge(after, { ...claim, wish }, purchase, on, context);
        expect(lessThan(was, is, claim, wishing)).toBe(null);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Takes the values people typed out of a sentence; what is left is the product's own words. */
const without = (text: string, values: string, options: ReadonlySet<string>): string =>
  [...values.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([quoted]) => JSON.parse(quoted) as string)
    .filter((word) => !options.has(word))
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.split(word).join(' '), text);

/** What the program, not a person, put into a form: the values of its choices. */
const optionsOf = (kind: TermKind): ReadonlySet<string> =>
  new Set(
    [kind.params, kind.claim]
      .flatMap((form) => Object.values(form))
      .flatMap((field): readonly Cell[] => (field.type === 'rows' ? Object.values(field.cells) : [field]))
      .flatMap((cell) => ('options' in cell ? cell.options.map((option) => option.value) : [])),
  );

/** In what the second verdict is worse for the customer, if it is. */
function lessThan(
  was: Verdict,
  is: Verdict,
  claim: Readonly<Record<string, unknown>>,
  wishing: (wish: string) => Verdict,
): string | null {
  if (is.review && !was.review) return 'a review';
  for (const due of ['dueOn', 'nextDue', 'firstResponseDueAt', 'resolutionDueAt']) {
    const [before, after] = [was.result?.[due], is.result?.[due]];
    if (typeof before === 'string' && !(typeof after === 'string' && after <= before)) return due;
  }
  if (was.outcome === 'REFUSED') return null;
  if (is.outcome === 'REFUSED') return 'refused';
  const rank = (verdict: Verdict) => RANK[verdict.remedy ?? 'REPAIR'];
  const open = (is.result?.open ?? []) as readonly string[];
  // a wish that is met is nothing less, nor a replacement of what was to be repaired once more: the customer keeps goods
  // as they wished to; but whoever wishes for what they got before must still get it
  const met =
    (is.remedy ?? null) === claim.wish ||
    (claim.wish === 'REPAIR' && open.includes('REPAIR') && is.remedy === 'REPLACE');
  if (was.remedy && rank(is) < RANK[was.remedy] && !(met && rank(wishing(was.remedy)) >= RANK[was.remedy]))
    return 'remedy';
  if (was.deadline === null || was.remedy !== is.remedy) return null;
  return is.deadline !== null && is.deadline < was.deadline ? 'deadline' : null;
}

describe('the registry of kinds', () => {
  it('has no two kinds that mean different things by one step', () => {
    const owner = new Map<string, unknown>();
    for (const kind of termKinds) {
      for (const [code, sentence] of Object.entries(kind.sentences.en)) {
        expect([code, owner.get(code) ?? sentence]).toEqual([code, sentence]);
        owner.set(code, sentence);
      }
    }
  });

  it('takes a kind once, and no second of the same name', () => {
    const [first] = termKinds;
    const before = termKinds.length;
    registerTermKind(first!);
    expect(termKinds).toHaveLength(before);
    expect(() => registerTermKind({ ...first! })).toThrow(/choose another name/);
  });

  it('gives back what it took: a kind of a package goes as it came, once', () => {
    const before = [...termKinds];
    const remove = registerTermKind({ ...termKinds[0]!, kind: 'trade-up' });
    expect(termKinds.map((each) => each.kind)).toEqual([...before.map((each) => each.kind), 'trade-up']);
    remove();
    remove();
    expect(termKinds).toEqual(before);
  });

  it('a context is all a judgement looks at: none of them needs a clock', () => {
    for (const kind of termKinds) {
      const purchase = { at: '2026-01-01', boughtOn: '2026-01-01', code: 'x', value: 1 };
      expect(() =>
        kind.judge(defaultsOf(kind.params), undefined, purchase, '2026-01-02', judgeContext()),
      ).not.toThrow();
    }
  });
});
