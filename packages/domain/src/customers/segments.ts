import { DomainError } from '../shared/errors.ts';
import type { InEvery } from '../shared/language.ts';
import { AUTOMATIC_SEGMENTS } from './customer.ts';

type AutomaticSegment = (typeof AUTOMATIC_SEGMENTS)[number];

/** What people call the segments that the system assigns; a business's own segments are names already. */
const CALLED: Readonly<Record<AutomaticSegment, InEvery<readonly string[]>>> = {
  KEY: {
    en: ['Key customer', 'Key customers'],
    'zh-Hant': ['關鍵客戶', '重點客戶'],
    'zh-Hans': ['关键客户', '重点客户'],
  },
  STANDARD: {
    en: ['Standard customer', 'Standard customers'],
    'zh-Hant': ['一般客戶'],
    'zh-Hans': ['一般客户'],
  },
  PROSPECT: { en: ['Prospects'], 'zh-Hant': ['潛在客戶'], 'zh-Hans': ['潜在客户'] },
};

const plain = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

/** The automatic segment that somebody means by its code or by what it is called in any language; null: none of them. */
export function segmentMeant(word: string): AutomaticSegment | null {
  const said = plain(word);
  const means = (code: AutomaticSegment) =>
    [code, ...Object.values(CALLED[code]).flat()].some((each) => plain(each) === said);
  return AUTOMATIC_SEGMENTS.find(means) ?? null;
}

/**
 * Refuses what an automatic segment is called where its code has to stand (`SEGMENT_BY_NAME`): stored as it is, it would
 * read like the segment and hold nobody. A business's own segments are free words, and pass.
 *
 * @param kept words that stand there already; what was stored before stays readable and can be saved along.
 */
export function checkSegments(segments: readonly string[], path: string[], kept: readonly string[] = []): void {
  for (const word of segments) {
    const code = segmentMeant(word);
    if (code === null || code === word || kept.includes(word)) continue;
    throw new DomainError('SEGMENT_BY_NAME', `"${word}" is what the segment ${code} is called; write ${code}.`, {
      path,
      params: { word, code },
    });
  }
}
