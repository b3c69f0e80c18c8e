import type { ApiProblem } from '../api/errors.ts';
import type { LineField } from './LineEditor.tsx';

const FIELDS: readonly LineField[] = ['productId', 'description', 'quantity', 'unitPrice'];

/** The field that a refusal names, such as `lines.0.quantity`. */
export const fieldOf = ({ path }: ApiProblem): string => (path ?? []).join('.');

/** Sorts refusals: `about` a line's field, which marks it, and `others`, which stand above the form. */
export function lineProblems(
  problems: readonly ApiProblem[],
  lines: number,
  said: (problem: ApiProblem) => string,
): { about: (line: number, field: LineField) => string | undefined; others: readonly ApiProblem[] } {
  const shown = new Set(
    Array.from({ length: lines }, (_, line) => FIELDS.map((field) => `lines.${line}.${field}`)).flat(),
  );
  return {
    about: (line, field) => {
      const problem = problems.find((each) => fieldOf(each) === `lines.${line}.${field}`);
      return problem && said(problem);
    },
    others: problems.filter((problem) => !shown.has(fieldOf(problem))),
  };
}
