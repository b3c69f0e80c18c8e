import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './language.ts';
import { speaks } from './script.ts';

const readBy = (text: string) => LANGUAGES.filter((language) => speaks(text, language));

describe('which readers a text is written for', () => {
  it.each([
    ['Postage', ['en']],
    ['商品完整無損', ['zh-Hant']],
    ['商品完整无损', ['zh-Hans']],
    // written alike in both
    ['刻字', ['zh-Hant', 'zh-Hans']],
    ['USB 線', ['zh-Hant']],
    ['USB 线', ['zh-Hans']],
    ['24 / 7', ['en', 'zh-Hant', 'zh-Hans']],
    ['', ['en', 'zh-Hant', 'zh-Hans']],
  ])('%s', (text, languages) => {
    expect(readBy(text)).toEqual(languages);
  });
});
