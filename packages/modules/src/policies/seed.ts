import { delivery } from '@perennial/domain/policies/kinds/delivery';
import { exclusions } from '@perennial/domain/policies/kinds/exclusions';
import { extras } from '@perennial/domain/policies/kinds/extras';
import { fees } from '@perennial/domain/policies/kinds/fees';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { remedy } from '@perennial/domain/policies/kinds/remedy';
import { responseTarget } from '@perennial/domain/policies/kinds/response-target';
import { returns } from '@perennial/domain/policies/kinds/returns';
import { warranty } from '@perennial/domain/policies/kinds/warranty';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { introOf } from '@perennial/domain/policies/policy';
import type { JobContext } from '@perennial/kernel/write/context';
import { calendarIds } from '../calendars/index.ts';
import { activePointIds } from '../points/index.ts';
import { keepPromises } from './promise-service.ts';
import { saveDraft } from './draft-service.ts';
import { createPolicy, hasPolicies } from './policy-service.ts';
import { publishVersion } from './publish-service.ts';

/** The sample's shop has had its promise in the window since the first day of its data. */
const SINCE = '2010-12-01';
const HOME = 'United Kingdom';

const TERMS = [
  {
    id: 'returns-abroad',
    kind: returns.kind,
    params: { ...defaultsOf(returns.params), days: 45, openedAllowed: true },
  },
  {
    id: 'returns-home',
    kind: returns.kind,
    params: { ...defaultsOf(returns.params), days: 30, openedAllowed: true },
    appliesTo: { regions: [HOME] },
  },
  {
    id: 'warranty-12',
    kind: warranty.kind,
    params: { ...defaultsOf(warranty.params), months: 12, causes: ['DEFECT', 'TRANSPORT'], transferable: true },
  },
  {
    id: 'put-right',
    kind: remedy.kind,
    params: { ...defaultsOf(remedy.params), refundDays: 30, replaceDays: 60, repairMonths: 12 },
  },
  {
    id: 'delivery-home',
    kind: delivery.kind,
    params: { ...defaultsOf(delivery.params), withinDays: 5, freeOfCharge: false },
    appliesTo: { regions: [HOME] },
  },
  {
    id: 'delivery-abroad',
    kind: delivery.kind,
    params: { ...defaultsOf(delivery.params), withinDays: 14, freeOfCharge: false },
  },
  {
    id: 'charges',
    kind: fees.kind,
    params: {
      ...defaultsOf(fees.params),
      rows: [
        { code: 'POST', label: 'Postage', kind: 'FEE', mode: 'CAP', amount: 40_00, consent: false },
        { code: 'C2', label: 'Carriage', kind: 'FEE', mode: 'CAP', amount: 150_00, consent: true },
        {
          code: 'REPAIR',
          label: 'Repair outside the warranty',
          kind: 'FEE',
          mode: 'CAP',
          amount: 25_00,
          consent: true,
        },
      ],
    },
  },
  {
    id: 'comes-with-it',
    kind: extras.kind,
    params: { ...defaultsOf(extras.params), items: ['Gift wrapping on request', 'A spare hook'] },
  },
  {
    id: 'not-served',
    kind: exclusions.kind,
    params: {
      ...defaultsOf(exclusions.params),
      matters: ['Engraving', 'Hampers made to order'],
      // the partner of the sample
      referTo: 'Harbour Gift Wrap (sample partner)',
    },
  },
];

const WORDS = {
  en: {
    name: 'Giftware service promise',
    description:
      'Bring it back within 30 days, no questions asked; from abroad within 45. Twelve months of warranty against ' +
      'defects and damage in transport. Every charge is listed beforehand.',
  },
  'zh-Hant': {
    name: '禮品服務承諾',
    description: '30 天內無條件退貨，海外 45 天。瑕疵與運送損壞保固十二個月。所有收費皆事先列明。',
  },
  'zh-Hans': {
    name: '礼品服务承诺',
    description: '30 天内无条件退货，海外 45 天。缺陷与运输损坏质保十二个月。所有收费均事先列明。',
  },
};

const EN_HANT_HANS = [
  ['Postage', '郵資', '邮费'],
  ['Carriage', '貨運費', '货运费'],
  ['Repair outside the warranty', '保固期外維修', '质保期外维修'],
  ['Gift wrapping on request', '應要求提供的禮品包裝', '应要求提供的礼品包装'],
  ['A spare hook', '備用掛鉤', '备用挂钩'],
  ['Engraving', '刻字', '刻字'],
  ['Hampers made to order', '訂製禮籃', '定制礼篮'],
  ['Harbour Gift Wrap (sample partner)', '港灣禮品包裝（範例夥伴）', '港湾礼品包装（示例伙伴）'],
] as const;

/** How what is typed in the terms is said in the three languages. */
const PHRASES: Phrases = Object.fromEntries(
  EN_HANT_HANS.map(([en, hant, hans]) => [en, { en, 'zh-Hant': hant, 'zh-Hans': hans }]),
);

/** Counts working hours, and so needs the sample's calendar. */
const ANSWERS = {
  id: 'answers',
  kind: responseTarget.kind,
  params: {
    ...defaultsOf(responseTarget.params),
    rows: [
      { priority: 'URGENT', channel: 'PHONE', firstResponse: 60, resolution: 480 },
      { priority: 'NORMAL', channel: 'ANY', firstResponse: 240, resolution: 2400 },
    ],
  },
};

/**
 * The promise of the sample shop, in force since the first day of its data: what goes overseas takes longer to come
 * back, so customers abroad have more time. Every purchase in the sample carries it, and every return is decided by it.
 */
export async function seed(ctx: JobContext): Promise<void> {
  await ctx.write('policies.seed', async (write) => {
    // a start that was cut off here goes on where it was
    if (await hasPolicies(write.tx)) return;
    const { versionId } = await createPolicy(write, {
      name: 'Giftware service promise',
      description: WORDS.en.description,
      stage: 'AFTER_SALE',
      words: WORDS,
    });
    const [calendarId = null] = await calendarIds(write.tx);
    await saveDraft(write, versionId, 1, {
      effectiveFrom: SINCE,
      terms: calendarId === null ? TERMS : [...TERMS, ANSWERS],
      phrases: { ...PHRASES, ...introOf({ ...WORDS.en, words: WORDS }).phrases },
      calendarId,
      pointIds: await activePointIds(write.tx),
    });
    await publishVersion(write, versionId, 2, undefined, new Date(`${SINCE}T00:00:00Z`));
  });
  await keepPromises(ctx);
}
