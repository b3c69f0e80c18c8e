import type { InEvery, Language } from '../../shared/language.ts';

/** The holidays of the packs, each as its region writes it and in the languages of the pages. */
const NAMES: Readonly<Record<string, InEvery<string>>> = {
  'New Year’s Day': { en: 'New Year’s Day', 'zh-Hant': '元旦', 'zh-Hans': '元旦' },
  'Good Friday': { en: 'Good Friday', 'zh-Hant': '耶穌受難日', 'zh-Hans': '耶稣受难日' },
  'Easter Monday': { en: 'Easter Monday', 'zh-Hant': '復活節星期一', 'zh-Hans': '复活节星期一' },
  'Early May bank holiday': { en: 'Early May bank holiday', 'zh-Hant': '五月初銀行假日', 'zh-Hans': '五月初银行假日' },
  'Spring bank holiday': { en: 'Spring bank holiday', 'zh-Hant': '春季銀行假日', 'zh-Hans': '春季银行假日' },
  'Summer bank holiday': { en: 'Summer bank holiday', 'zh-Hant': '夏季銀行假日', 'zh-Hans': '夏季银行假日' },
  'Royal wedding bank holiday': {
    en: 'Royal wedding bank holiday',
    'zh-Hant': '王室婚禮銀行假日',
    'zh-Hans': '王室婚礼银行假日',
  },
  'Queen’s Diamond Jubilee': { en: 'Queen’s Diamond Jubilee', 'zh-Hant': '女王登基鑽禧', 'zh-Hans': '女王登基钻禧' },
  'Christmas Day': { en: 'Christmas Day', 'zh-Hant': '聖誕節', 'zh-Hans': '圣诞节' },
  'Boxing Day': { en: 'Boxing Day', 'zh-Hant': '節禮日', 'zh-Hans': '节礼日' },
  'New Year’s Day (substitute day)': {
    en: 'New Year’s Day (substitute day)',
    'zh-Hant': '元旦補假',
    'zh-Hans': '元旦补假',
  },
  'Christmas Day (substitute day)': {
    en: 'Christmas Day (substitute day)',
    'zh-Hant': '聖誕節補假',
    'zh-Hans': '圣诞节补假',
  },
  'Boxing Day (substitute day)': {
    en: 'Boxing Day (substitute day)',
    'zh-Hant': '節禮日補假',
    'zh-Hans': '节礼日补假',
  },

  Neujahr: { en: 'New Year’s Day', 'zh-Hant': '元旦', 'zh-Hans': '元旦' },
  Karfreitag: { en: 'Good Friday', 'zh-Hant': '耶穌受難日', 'zh-Hans': '耶稣受难日' },
  Ostermontag: { en: 'Easter Monday', 'zh-Hant': '復活節星期一', 'zh-Hans': '复活节星期一' },
  'Tag der Arbeit': { en: 'Labour Day', 'zh-Hant': '勞動節', 'zh-Hans': '劳动节' },
  'Christi Himmelfahrt': { en: 'Ascension Day', 'zh-Hant': '耶穌升天節', 'zh-Hans': '耶稣升天节' },
  Pfingstmontag: { en: 'Whit Monday', 'zh-Hant': '聖靈降臨節星期一', 'zh-Hans': '圣灵降临节星期一' },
  'Tag der Deutschen Einheit': { en: 'Day of German Unity', 'zh-Hant': '德國統一日', 'zh-Hans': '德国统一日' },
  '1. Weihnachtstag': { en: 'Christmas Day', 'zh-Hant': '聖誕節', 'zh-Hans': '圣诞节' },
  '2. Weihnachtstag': { en: 'Second Day of Christmas', 'zh-Hant': '聖誕節次日', 'zh-Hans': '圣诞节次日' },

  'Birthday of Martin Luther King, Jr.': {
    en: 'Birthday of Martin Luther King, Jr.',
    'zh-Hant': '馬丁・路德・金恩紀念日',
    'zh-Hans': '马丁·路德·金纪念日',
  },
  'Washington’s Birthday': {
    en: 'Washington’s Birthday',
    'zh-Hant': '華盛頓誕辰紀念日',
    'zh-Hans': '华盛顿诞辰纪念日',
  },
  'Memorial Day': { en: 'Memorial Day', 'zh-Hant': '陣亡將士紀念日', 'zh-Hans': '阵亡将士纪念日' },
  'Juneteenth National Independence Day': {
    en: 'Juneteenth National Independence Day',
    'zh-Hant': '六月節',
    'zh-Hans': '六月节',
  },
  'Independence Day': { en: 'Independence Day', 'zh-Hant': '獨立紀念日', 'zh-Hans': '独立日' },
  'Independence Day (observed)': {
    en: 'Independence Day (observed)',
    'zh-Hant': '獨立紀念日補假',
    'zh-Hans': '独立日补假',
  },
  'Labor Day': { en: 'Labor Day', 'zh-Hant': '勞動節', 'zh-Hans': '劳动节' },
  'Columbus Day': { en: 'Columbus Day', 'zh-Hant': '哥倫布日', 'zh-Hans': '哥伦布日' },
  'Veterans Day': { en: 'Veterans Day', 'zh-Hant': '退伍軍人節', 'zh-Hans': '退伍军人节' },
  'Thanksgiving Day': { en: 'Thanksgiving Day', 'zh-Hant': '感恩節', 'zh-Hans': '感恩节' },

  元旦: { en: 'New Year’s Day', 'zh-Hant': '元旦', 'zh-Hans': '元旦' },
  春节: { en: 'Spring Festival', 'zh-Hant': '春節', 'zh-Hans': '春节' },
  清明节: { en: 'Tomb-Sweeping Day', 'zh-Hant': '清明節', 'zh-Hans': '清明节' },
  劳动节: { en: 'Labour Day', 'zh-Hant': '勞動節', 'zh-Hans': '劳动节' },
  端午节: { en: 'Dragon Boat Festival', 'zh-Hant': '端午節', 'zh-Hans': '端午节' },
  中秋节: { en: 'Mid-Autumn Festival', 'zh-Hant': '中秋節', 'zh-Hans': '中秋节' },
  国庆节: { en: 'National Day', 'zh-Hant': '國慶節', 'zh-Hans': '国庆节' },
  元旦调休: { en: 'worked for New Year’s Day', 'zh-Hant': '元旦調休', 'zh-Hans': '元旦调休' },
  春节调休: { en: 'worked for the Spring Festival', 'zh-Hant': '春節調休', 'zh-Hans': '春节调休' },
  劳动节调休: { en: 'worked for Labour Day', 'zh-Hant': '勞動節調休', 'zh-Hans': '劳动节调休' },
  国庆节调休: { en: 'worked for National Day', 'zh-Hant': '國慶節調休', 'zh-Hans': '国庆节调休' },

  開國紀念日: { en: 'Founding Day', 'zh-Hant': '開國紀念日', 'zh-Hans': '开国纪念日' },
  農曆除夕前一日: { en: 'Day before Lunar New Year’s Eve', 'zh-Hant': '農曆除夕前一日', 'zh-Hans': '农历除夕前一日' },
  農曆除夕: { en: 'Lunar New Year’s Eve', 'zh-Hant': '農曆除夕', 'zh-Hans': '农历除夕' },
  春節: { en: 'Spring Festival', 'zh-Hant': '春節', 'zh-Hans': '春节' },
  農曆除夕前一日補假: {
    en: 'Day before Lunar New Year’s Eve (substitute day)',
    'zh-Hant': '農曆除夕前一日補假',
    'zh-Hans': '农历除夕前一日补假',
  },
  和平紀念日: { en: 'Peace Memorial Day', 'zh-Hant': '和平紀念日', 'zh-Hans': '和平纪念日' },
  和平紀念日補假: {
    en: 'Peace Memorial Day (substitute day)',
    'zh-Hant': '和平紀念日補假',
    'zh-Hans': '和平纪念日补假',
  },
  兒童節: { en: 'Children’s Day', 'zh-Hant': '兒童節', 'zh-Hans': '儿童节' },
  兒童節補假: { en: 'Children’s Day (substitute day)', 'zh-Hant': '兒童節補假', 'zh-Hans': '儿童节补假' },
  清明節: { en: 'Tomb-Sweeping Day', 'zh-Hant': '清明節', 'zh-Hans': '清明节' },
  清明節補假: { en: 'Tomb-Sweeping Day (substitute day)', 'zh-Hant': '清明節補假', 'zh-Hans': '清明节补假' },
  勞動節: { en: 'Labour Day', 'zh-Hant': '勞動節', 'zh-Hans': '劳动节' },
  端午節: { en: 'Dragon Boat Festival', 'zh-Hant': '端午節', 'zh-Hans': '端午节' },
  中秋節: { en: 'Mid-Autumn Festival', 'zh-Hant': '中秋節', 'zh-Hans': '中秋节' },
  '孔子誕辰紀念日／教師節': {
    en: 'Confucius’ Birthday / Teachers’ Day',
    'zh-Hant': '孔子誕辰紀念日／教師節',
    'zh-Hans': '孔子诞辰纪念日／教师节',
  },
  國慶日: { en: 'National Day', 'zh-Hant': '國慶日', 'zh-Hans': '国庆日' },
  國慶日補假: { en: 'National Day (substitute day)', 'zh-Hant': '國慶日補假', 'zh-Hans': '国庆日补假' },
  臺灣光復暨金門古寧頭大捷紀念日: {
    en: 'Retrocession Day',
    'zh-Hant': '臺灣光復暨金門古寧頭大捷紀念日',
    'zh-Hans': '台湾光复暨金门古宁头大捷纪念日',
  },
  臺灣光復暨金門古寧頭大捷紀念日補假: {
    en: 'Retrocession Day (substitute day)',
    'zh-Hant': '臺灣光復暨金門古寧頭大捷紀念日補假',
    'zh-Hans': '台湾光复暨金门古宁头大捷纪念日补假',
  },
  行憲紀念日: { en: 'Constitution Day', 'zh-Hant': '行憲紀念日', 'zh-Hans': '行宪纪念日' },
};

/** The name of a special day in the language of the reader; one that the business wrote itself stays as it wrote it. */
export const holidayName = (name: string, language: Language): string =>
  Object.hasOwn(NAMES, name) ? NAMES[name]![language] : name;
