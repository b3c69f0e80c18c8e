import { context, fee, line } from '@perennial/testkit/claims/some-charges';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../shared/language.ts';
import { chargeName } from './charge-name.ts';
import { checkCharges } from './charges.ts';

const phrases = { 'Look at it': { 'zh-Hant': '檢測', 'zh-Hans': '检测' } };

describe('C7 what a charge is called to the customer', () => {
  const [check] = checkCharges(
    [fee('C2', 2000, { label: 'Look at it', consent: true })],
    [line('C2', 2000)],
    context({ phrases }),
  );
  const { trace } = check!;
  const named = (description: string, of: typeof trace = trace) =>
    LANGUAGES.map((language) => chargeName({ code: 'C2', description, trace: of }, language));

  it('S2 is what the fee was disclosed as, in the language, and behind it what it was said to be for', () => {
    expect(LANGUAGES).toEqual(['en', 'zh-Hant', 'zh-Hans']);
    expect(named('')).toEqual(['Look at it', '檢測', '检测']);
    expect(named(' ')).toEqual(named(''));
    expect(named('Wax')).toEqual(['Look at it: Wax', '檢測：Wax', '检测：Wax']);
    expect(named('Wax', [])).toEqual(['Wax', 'Wax', 'Wax']);
    expect(named(' look at it ')).toEqual(named(''));
    expect(named('檢測')).toEqual(named(''));
    expect(named('Look at it')).toEqual(['Look at it', '檢測', '检测']);
  });

  it('is its code only where nothing else is known', () => {
    expect(named('', [])).toEqual(['C2', 'C2', 'C2']);
  });
});
