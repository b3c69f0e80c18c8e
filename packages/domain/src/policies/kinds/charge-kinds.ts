import type { InEvery, Language } from '../../shared/language.ts';
import { optionIn } from './saying.ts';

/**
 * What a charge is for. PART: something that is built in (零件); ADD_ON: something sold on top (加購); DIAGNOSIS: looking
 * at the fault (開機費、檢測費); FEE: anything else.
 */
export const CHARGE_KINDS = ['FEE', 'PART', 'ADD_ON', 'DIAGNOSIS'] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** The kinds as a form offers them and as sentences name them. */
export const CHARGE_KIND_OPTIONS: readonly { value: ChargeKind; label: InEvery<string> }[] = [
  { value: 'FEE', label: { en: 'fee', 'zh-Hant': '費用', 'zh-Hans': '费用' } },
  { value: 'PART', label: { en: 'part', 'zh-Hant': '零件', 'zh-Hans': '零件' } },
  { value: 'ADD_ON', label: { en: 'add-on', 'zh-Hant': '加購項目', 'zh-Hans': '加购项目' } },
  { value: 'DIAGNOSIS', label: { en: 'looking at the fault', 'zh-Hant': '檢測費', 'zh-Hans': '检测费' } },
];

/**
 * Whether a charge of this kind can make the guard ask the customer although it was disclosed (S2): a part that is dear,
 * add-ons that eat the discount up. A diagnosis is wrong only where it was not disclosed.
 */
export const isAskedAbout = (kind: ChargeKind): boolean => kind === 'PART' || kind === 'ADD_ON';

/**
 * Whether a charge of this kind may be for the work or the way: where the promise includes them the customer is asked about
 * it (S2). A part and an add-on say what they are.
 */
export const isPerhapsWork = (kind: ChargeKind): boolean => kind === 'FEE' || kind === 'DIAGNOSIS';

/** What a customer is told of a charge besides its name; empty for FEE, which says nothing, and where no kind is stored. */
export const kindTold = (kind: ChargeKind | undefined, language: Language): string =>
  kind === undefined || kind === 'FEE' ? '' : optionIn(CHARGE_KIND_OPTIONS, language, kind);
