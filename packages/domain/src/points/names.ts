import { inEvery, type InEvery, type Language } from '../shared/language.ts';
import { pointIn } from './point.ts';

/**
 * Names of points as one text, and how that is said in each language, for a sentence that names them: its value, and the
 * phrases that go beside it.
 */
export function pointNames(points: readonly { name: string; words?: unknown }[]): {
  names: string;
  phrases: Record<string, InEvery<string>>;
} {
  const names = points.map(({ name }) => name).join(', ');
  const told = (language: Language) => points.map((each) => pointIn({ address: '', note: '', ...each }, language).name);
  return {
    names,
    phrases: {
      [names]: inEvery((language) => told(language).join(language === 'en' ? ', ' : '、')),
    },
  };
}
