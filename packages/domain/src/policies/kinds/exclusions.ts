import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';
import { nameMeant } from './saying.ts';

type ExclusionsSteps = {
  EXCLUSIONS_PROMISE: { matters: readonly string[]; referTo: string };
  EXCLUDED: { matter: string; referTo: string };
  NOT_EXCLUDED: { matter: string };
};

/** Declared focus (專注優勢領域, C48): what is not served, and who is recommended for it instead. */
export const exclusions = termKind({
  kind: 'exclusions',
  stage: 'ALWAYS',
  label: { en: 'What is not served', 'zh-Hant': '不提供的服務', 'zh-Hans': '不提供的服务' },
  burden: true,
  params: form({
    matters: {
      type: 'words',
      max: 50,
      default: [],
      better: 'less',
      label: { en: 'Not served', 'zh-Hant': '不提供的項目', 'zh-Hans': '不提供的项目' },
    },
    referTo: {
      type: 'text',
      max: 120,
      default: '',
      // who is sent to nobody, or to somebody else, is helped otherwise than was promised
      better: 'same',
      label: {
        en: 'Whom we recommend instead',
        'zh-Hant': '推薦改洽',
        'zh-Hans': '推荐另找',
      },
    },
  }),
  claim: form({
    matter: {
      type: 'words',
      max: 1,
      default: [],
      label: { en: 'What is asked for', 'zh-Hant': '需求項目', 'zh-Hans': '需求项目' },
    },
  }),
  promise: (params) => step<ExclusionsSteps, 'EXCLUSIONS_PROMISE'>('EXCLUSIONS_PROMISE', params),
  judge: ({ matters, referTo }, claim, _purchase, _on, { phrases }) => {
    const [matter] = claim.matter;
    const excluded = matter === undefined ? undefined : nameMeant(matters, matter, phrases);
    return {
      outcome: excluded === undefined ? 'ALLOWED' : 'REFUSED',
      countedFrom: null,
      deadline: null,
      result: { matters, referTo },
      steps: [
        excluded === undefined
          ? step<ExclusionsSteps, 'NOT_EXCLUDED'>('NOT_EXCLUDED', { matter: matter ?? '' })
          : step<ExclusionsSteps, 'EXCLUDED'>('EXCLUDED', { matter: excluded, referTo }),
      ],
    };
  },
  sentences: {
    en: {
      EXCLUSIONS_PROMISE: (p, say) =>
        p.matters.length > 0
          ? `We do not serve ${say.list(p.matters.map(say.typed))}${p.referTo ? `; for that we recommend ${say.typed(p.referTo)}` : ''}.`
          : `Nothing is excluded${p.referTo ? `; for anything beyond our trade we recommend ${say.typed(p.referTo)}` : ''}.`,
      EXCLUDED: (p, say) =>
        `“${say.typed(p.matter)}” is declared as not served${p.referTo ? `; we recommend ${say.typed(p.referTo)} for it` : ''}.`,
      NOT_EXCLUDED: (p, say) =>
        p.matter ? `“${say.typed(p.matter)}” is not among what is not served.` : 'It is not among what is not served.',
    },
    'zh-Hant': {
      EXCLUSIONS_PROMISE: (p, say) =>
        p.matters.length > 0
          ? `我們不提供${say.list(p.matters.map(say.typed))}${p.referTo ? `；這方面推薦您洽詢${say.typed(p.referTo)}` : ''}。`
          : `沒有排除任何項目${p.referTo ? `；專長以外的需求推薦您洽詢${say.typed(p.referTo)}` : ''}。`,
      EXCLUDED: (p, say) =>
        `「${say.typed(p.matter)}」已事先聲明不提供${p.referTo ? `；推薦洽詢${say.typed(p.referTo)}` : ''}。`,
      NOT_EXCLUDED: (p, say) =>
        p.matter ? `「${say.typed(p.matter)}」不在不提供的項目之內。` : '此需求不在不提供的項目之內。',
    },
    'zh-Hans': {
      EXCLUSIONS_PROMISE: (p, say) =>
        p.matters.length > 0
          ? `我们不提供${say.list(p.matters.map(say.typed))}${p.referTo ? `；这方面推荐您咨询${say.typed(p.referTo)}` : ''}。`
          : `没有排除任何项目${p.referTo ? `；专长以外的需求推荐您咨询${say.typed(p.referTo)}` : ''}。`,
      EXCLUDED: (p, say) =>
        `“${say.typed(p.matter)}”已事先声明不提供${p.referTo ? `；推荐咨询${say.typed(p.referTo)}` : ''}。`,
      NOT_EXCLUDED: (p, say) =>
        p.matter ? `“${say.typed(p.matter)}”不在不提供的项目之内。` : '此需求不在不提供的项目之内。',
    },
  } satisfies Dictionaries<ExclusionsSteps>,
});
