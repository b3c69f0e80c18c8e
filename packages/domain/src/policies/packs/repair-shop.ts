import { words, type PolicyPack } from './pack.ts';

/** Repairs of appliances and devices: what it costs is known before, how long it takes as well, and the work is guaranteed. */
export const repairShop: PolicyPack = {
  name: 'repair-shop',
  business: words('Repair shop', '維修行', '维修店'),
  label: words('Repair promise', '維修服務承諾', '维修服务承诺'),
  description: words(
    'We say what it costs before we begin, answer within hours, and guarantee our work. If we cannot mend something, we say so.',
    '動工前先說明費用，數小時內回覆，維修有保固；修不好的，我們會直說。',
    '动工前先说明费用，数小时内答复，维修有质保；修不好的，我们会直说。',
  ),
  stage: 'ALWAYS',
  terms: ({ say, list, money }) => [
    {
      id: 'response',
      kind: 'response-target',
      params: {
        rows: [
          { priority: 'URGENT', channel: 'ANY', firstResponse: 60, resolution: 480 },
          { priority: 'NORMAL', channel: 'SHOP', firstResponse: 15, resolution: 1440 },
          { priority: 'NORMAL', channel: 'ANY', firstResponse: 240, resolution: 2400 },
          { priority: 'LOW', channel: 'ANY', firstResponse: 480, resolution: 4800 },
        ],
        clock: 'WORKING',
      },
    },
    {
      id: 'fees',
      kind: 'fees',
      params: {
        rows: [
          {
            code: 'DIAGNOSIS',
            label: say(DIAGNOSIS),
            kind: 'DIAGNOSIS',
            mode: 'AMOUNT',
            amount: money(20),
            consent: true,
          },
          { code: 'LABOUR', label: say(LABOUR), kind: 'FEE', mode: 'CAP', amount: money(60), consent: true },
          { code: 'PARTS', label: say(PARTS), kind: 'PART', mode: 'CAP', amount: money(150), consent: true },
          { code: 'CALL-OUT', label: say(CALL_OUT), kind: 'FEE', mode: 'AMOUNT', amount: money(35), consent: true },
        ],
        partShare: 30,
        addOnsUpToDiscount: true,
      },
    },
    {
      id: 'not-served',
      kind: 'exclusions',
      params: {
        matters: list(
          words('data recovery', '資料救援', '数据恢复'),
          words('gas and high-voltage equipment', '瓦斯與高壓設備', '燃气与高压设备'),
          words('vehicles', '車輛', '车辆'),
        ),
        referTo: say(
          words(
            'a licensed specialist, whose name we give you',
            '我們介紹的合格專業廠商',
            '我们介绍的有资质的专业厂商',
          ),
        ),
      },
    },
    {
      id: 'delivery',
      kind: 'delivery',
      params: {
        withinDays: 3,
        clock: 'WORKING_DAYS',
        freeOfCharge: false,
        checklist: list(
          words('function shown to the customer', '當場試機給客戶看', '当场试机给客户看'),
          words('replaced parts handed back', '交還換下的零件', '交还换下的零件'),
        ),
      },
    },
    {
      id: 'delivery-free',
      kind: 'delivery',
      params: {
        withinDays: 2,
        clock: 'WORKING_DAYS',
        freeOfCharge: true,
        checklist: list(
          words('function shown to the customer', '當場試機給客戶看', '当场试机给客户看'),
          words('replaced parts handed back', '交還換下的零件', '交还换下的零件'),
        ),
      },
      appliesTo: { minValue: money(250) },
    },
    {
      id: 'packaging',
      kind: 'packaging',
      params: {
        checklist: list(
          words('shock-proof packing', '防震包裝', '防震包装'),
          words('work report enclosed', '附上維修紀錄', '附上维修记录'),
        ),
        takeBack: true,
      },
    },
    {
      id: 'extras',
      kind: 'extras',
      params: {
        items: list(
          words('cleaning inside and out', '內外清潔', '内外清洁'),
          words('electrical safety check', '用電安全檢查', '用电安全检查'),
        ),
      },
    },
    {
      id: 'warranty-work',
      kind: 'warranty',
      params: { months: 6, causes: ['DEFECT'], transferable: true },
    },
    {
      id: 'warranty-work-complex',
      kind: 'warranty',
      params: { months: 12, causes: ['DEFECT', 'WEAR'], transferable: true },
      appliesTo: { complexity: ['HIGH'] },
    },
    {
      id: 'remedy',
      kind: 'remedy',
      params: {
        refundDays: 7,
        replaceDays: 15,
        repairMonths: 6,
        maxRepairs: 2,
        conditions: ['DEFECT', 'TRANSPORT_DAMAGE', 'WRONG_ITEM', 'NOT_AS_DESCRIBED'],
      },
    },
    {
      id: 'maintenance-complex',
      kind: 'maintenance',
      params: { everyMonths: 6, visits: 2, labourIncluded: true, partsIncluded: false, partsDiscount: 10 },
      appliesTo: { complexity: ['HIGH'] },
    },
  ],
};

const DIAGNOSIS = words(
  'finding the fault (not charged when we repair)',
  '檢測費（由我們維修則免收）',
  '检测费（由我们维修则免收）',
);
const LABOUR = words('labour per hour', '每小時工資', '每小时工时费');
const PARTS = words('spare parts, per part', '每個更換的零件', '每个更换的零件');
const CALL_OUT = words('visit to your place', '到府費', '上门费');
