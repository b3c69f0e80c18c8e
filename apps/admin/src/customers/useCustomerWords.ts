import { useWords, type Translate, type WordKey } from '../i18n/useWords.ts';

/** A segment in words: the three that the system assigns have translations, a business's own are names. */
export function segmentWord(segment: string, t: Translate): string {
  return ['KEY', 'STANDARD', 'PROSPECT'].includes(segment) ? t(`values.Segment.${segment}` as WordKey) : segment;
}

export function useSegmentWord(): (segment: string) => string {
  const t = useWords();
  return (segment) => segmentWord(segment, t);
}
