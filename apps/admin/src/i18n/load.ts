import type { Dictionary } from './provider.ts';
import type { Language } from './languages.ts';

/** Fetches the dictionary of one language; each is a chunk of its own. */
export async function loadWords(language: Language): Promise<Dictionary> {
  switch (language) {
    case 'zh-Hant':
      return (await import('./zh-Hant/index.ts')).words;
    case 'zh-Hans':
      return (await import('./zh-Hans/index.ts')).words;
    case 'en':
      return (await import('./en/index.ts')).words;
  }
}
