import { expect, it } from 'vitest';
import { lineProblems } from './lineProblems.ts';

const bad = (...path: string[]) => ({ code: 'INVALID_FIELD', message: path.join('.'), path });

it('a refusal about a line marks that line’s field; the rest stands above the form', () => {
  const solution = bad('solution');
  const gone = bad('lines', '2', 'quantity');
  const problems = [bad('lines', '1', 'quantity'), solution, gone];
  const { about, others } = lineProblems(problems, 2, ({ message }) => message);
  expect(about(1, 'quantity')).toBe('lines.1.quantity');
  expect(about(0, 'quantity')).toBeUndefined();
  expect(about(1, 'unitPrice')).toBeUndefined();
  // two of the same code are both said, and so is what names a line that is no longer there
  expect(others).toEqual([solution, gone]);
});
