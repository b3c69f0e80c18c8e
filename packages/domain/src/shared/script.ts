import type { Language } from './language.ts';

/** Browsers and Node have it alike (encoding.spec.whatwg.org); the rules know neither's types. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };

/** The characters of a two-byte encoding, between two lead bytes. */
function charactersOf(encoding: string, [first, last]: readonly [number, number], from: number): Set<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = first; lead <= last; lead += 1)
    for (let trail = from; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(new Uint8Array([lead, trail]));
      if (/^\p{Script=Han}$/u.test(text)) found.add(text);
    }
  return found;
}

let sets: { traditional: Set<string>; simplified: Set<string> } | undefined;

/**
 * Big5 holds what is written in Taiwan, GB 2312 what is written in China: a character that only one of them has tells
 * which of the two a text is. Their rows of Chinese characters: Big5 A4–F9, GB 2312 B0–F7.
 */
function scripts() {
  if (sets) return sets;
  const big5 = charactersOf('big5', [0xa4, 0xf9], 0x40);
  const gb2312 = charactersOf('gbk', [0xb0, 0xf7], 0xa1);
  const only = (these: Set<string>, others: Set<string>) => new Set([...these].filter((each) => !others.has(each)));
  sets = { traditional: only(big5, gb2312), simplified: only(gb2312, big5) };
  return sets;
}

/**
 * Whether a text is written so that readers of the language read it: English has no Chinese characters, Chinese has some
 * and none that only the other script writes. What has no letters (a number, say) is read by everybody.
 */
export function speaks(text: string, language: Language): boolean {
  if (!/\p{L}/u.test(text)) return true;
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  if (language === 'en') return han.length === 0;
  const { traditional, simplified } = scripts();
  const foreign = language === 'zh-Hant' ? simplified : traditional;
  return han.length > 0 && !han.some((each) => foreign.has(each));
}
