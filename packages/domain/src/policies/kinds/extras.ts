import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';
import { nameMeant } from './saying.ts';

type ExtrasSteps = {
  EXTRAS_PROMISE: { items: readonly string[] };
  EXTRAS_INCLUDED: { items: readonly string[] };
  EXTRAS_NOT_INCLUDED: { item: string };
};

/** What comes with the product at no charge, such as spare buttons (服務內建於產品：多訂幾個扣子, C20). */
export const extras = termKind({
  kind: 'extras',
  stage: 'SALE',
  label: { en: 'Included extras', 'zh-Hant': '隨附贈品', 'zh-Hans': '随附赠品' },
  params: form({
    items: {
      type: 'words',
      max: 50,
      default: [],
      better: 'more',
      label: { en: 'Comes with it', 'zh-Hant': '隨附項目', 'zh-Hans': '随附项目' },
    },
  }),
  claim: form({
    item: {
      type: 'words',
      max: 1,
      default: [],
      label: { en: 'What is missing', 'zh-Hant': '缺少的項目', 'zh-Hans': '缺少的项目' },
    },
  }),
  promise: (params) => step<ExtrasSteps, 'EXTRAS_PROMISE'>('EXTRAS_PROMISE', params),
  judge: ({ items }, claim, _purchase, _on, { phrases }) => {
    const [item] = claim.item;
    const meant = item === undefined ? undefined : nameMeant(items, item, phrases);
    const included = items.length > 0 && (item === undefined || meant !== undefined);
    return {
      outcome: included ? 'ALLOWED' : 'REFUSED',
      countedFrom: null,
      deadline: null,
      result: { items },
      steps: [
        included
          ? step<ExtrasSteps, 'EXTRAS_INCLUDED'>('EXTRAS_INCLUDED', { items: meant === undefined ? items : [meant] })
          : step<ExtrasSteps, 'EXTRAS_NOT_INCLUDED'>('EXTRAS_NOT_INCLUDED', { item: item ?? '' }),
      ],
    };
  },
  sentences: {
    en: {
      EXTRAS_PROMISE: (p, say) =>
        p.items.length > 0
          ? `It comes with ${say.list(p.items.map(say.typed))}, at no charge.`
          : 'It comes without extras.',
      EXTRAS_INCLUDED: (p, say) => `This belongs to it at no charge: ${say.list(p.items.map(say.typed))}.`,
      EXTRAS_NOT_INCLUDED: (p, say) =>
        p.item ? `“${say.typed(p.item)}” is not among what comes with it.` : 'Nothing extra was promised with it.',
    },
    'zh-Hant': {
      EXTRAS_PROMISE: (p, say) =>
        p.items.length > 0 ? `隨附${say.list(p.items.map(say.typed))}，不另收費。` : '不附贈品。',
      EXTRAS_INCLUDED: (p, say) => `這些本來就附送，不另收費：${say.list(p.items.map(say.typed))}。`,
      EXTRAS_NOT_INCLUDED: (p, say) =>
        p.item ? `「${say.typed(p.item)}」不在隨附項目之內。` : '沒有承諾附送任何項目。',
    },
    'zh-Hans': {
      EXTRAS_PROMISE: (p, say) =>
        p.items.length > 0 ? `随附${say.list(p.items.map(say.typed))}，不另收费。` : '不附赠品。',
      EXTRAS_INCLUDED: (p, say) => `这些本来就附送，不另收费：${say.list(p.items.map(say.typed))}。`,
      EXTRAS_NOT_INCLUDED: (p, say) => (p.item ? `“${say.typed(p.item)}”不在随附项目之内。` : '没有承诺附送任何项目。'),
    },
  } satisfies Dictionaries<ExtrasSteps>,
});
