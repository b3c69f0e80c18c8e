import { expect, test } from 'vitest';
import { PAGE_STYLE } from './page-style.ts';

/** Widest of common faces, in em: a digit, and a full stop or blank. */
const [DIGIT, STOP] = [0.65, 0.35];

test('C11 the numbers of a list have room within the page, whose edge on paper is where its text begins', () => {
  const [, room] = /(?:^|[},\n])ol\{padding-left:([\d.]+)em\}/.exec(PAGE_STYLE) ?? [];
  // "100. ": so many reasons has no decision
  expect(Number(room)).toBeGreaterThanOrEqual(3 * DIGIT + 2 * STOP);
});
