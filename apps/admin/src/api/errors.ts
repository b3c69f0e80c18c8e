import { HttpError } from 'react-admin';

/** One thing that was wrong, as the server says it. `message` is English; the dashboard says it by `code` and `params`. */
export interface ApiProblem {
  code: string;
  message: string;
  path?: readonly string[] | null;
  params?: Record<string, unknown> | null;
}

/** The server refused, or could not be reached. Never holds SQL, stack traces or secrets. */
export class ApiError extends Error {
  readonly problems: readonly ApiProblem[];
  readonly status: number;

  constructor(problems: readonly ApiProblem[], status: number) {
    super(problems[0]?.message ?? 'The request failed.');
    this.name = 'ApiError';
    this.problems = problems;
    this.status = status;
  }

  get code(): string {
    return this.problems[0]?.code ?? 'INTERNAL_SERVER_ERROR';
  }
}

/** Failures that have nothing to do with what was asked. */
const PASSING = new Set([
  'UNREACHABLE',
  'UNAVAILABLE',
  'UNREADABLE_ANSWER',
  'INTERNAL',
  'INTERNAL_SERVER_ERROR',
  'DATABASE_UNAVAILABLE',
  'DATABASE_ERROR',
  'NOT_READY',
  'RATE_LIMITED',
  'TIMEOUT',
  'TRY_AGAIN',
]);

/** Whether asking the same again may help: the server or the way to it failed. A refusal stays one however often asked. */
export function mayPass(error: unknown): boolean {
  if (error instanceof ApiError) return PASSING.has(error.code);
  if (error instanceof HttpError) return PASSING.has((error.body as { code?: string } | undefined)?.code ?? 'INTERNAL');
  return true;
}

/** Refusals by which the server says that the page shows an older state than what is stored. */
const OVERTAKEN = new Set([
  'VERSION_CONFLICT',
  'VERSION_NOT_DRAFT',
  'CUT_DECIDED',
  'CUT_VOID',
  'CUT_OUTDATED',
  'REVISION_SENT',
  'REVISION_NOT_SENT',
  'QUOTE_ACCEPTED',
  'QUOTE_DECLINED',
  'QUOTE_HAS_DRAFT',
  'FLOOR_STANDS',
  'TASK_DONE',
  'TASK_CANCELLED',
]);

/** Whether somebody else was faster: what they did is read anew, so that it can be looked through. */
export const isOvertaken = (error: ApiError): boolean => OVERTAKEN.has(error.code);

/** The key of the sentence for a code. */
export const errorKey = (code: string): string => `errors.${code}`;

/**
 * The key of the sentence for a problem: too few pieces, and a text of nothing but blanks, are said as such and not as a
 * value that cannot be accepted; two terms of one policy as such, and not as terms of two; a part that was put in at a visit
 * as such, and not as goods of a claim.
 */
export function sentenceKey({ code, path, params }: Pick<ApiProblem, 'code' | 'path' | 'params'>): string {
  if (code === 'AMBIGUOUS_TERMS' && params?.firstPolicy === params?.secondPolicy) return errorKey('AMBIGUOUS_WITHIN');
  if (code === 'SERIAL_GIVEN' && params?.claim === undefined) return errorKey('PART_GIVEN');
  if (code === 'SERIAL_GONE' && params?.claim === undefined) return errorKey('PART_GONE');
  if (code !== 'INVALID_FIELD' || params?.minimum !== 1) return errorKey(code);
  if (params.of === 'string') return 'ra.validation.required';
  return errorKey(path?.at(-1) === 'quantity' ? 'BAD_QUANTITY' : code);
}

/** The form in which react-admin's inputs take a message with values; forms hold plain strings only. */
const WITH_VALUES = '@@react-admin@@';

/** Refusals by the field they name; what names none stands under `root`. */
export type FieldErrors = Record<string, string | { serverError: string }>;

/**
 * Sorts refusals into what belongs beside a field and what belongs above the form.
 * A path's leading `input` is dropped: forms know their fields by the rest. `argsOf`: what a sentence is filled in with.
 */
export function fieldErrors(
  problems: readonly ApiProblem[],
  argsOf: (problem: ApiProblem) => Record<string, unknown> = ({ params, message }) => ({ ...params, _: message }),
): FieldErrors {
  const sorted: FieldErrors = {};
  for (const problem of problems) {
    const said = WITH_VALUES + JSON.stringify({ message: sentenceKey(problem), args: argsOf(problem) });
    const path = (problem.path ?? []).filter((step, index) => !(index === 0 && step === 'input'));
    if (path.length === 0) sorted.root = { serverError: said };
    else sorted[path.join('.')] = said;
  }
  return sorted;
}

/** The refusal in the shape react-admin's forms and notifications understand. */
export function asHttpError(error: ApiError): HttpError {
  return new HttpError(errorKey(error.code), error.status || 500, {
    errors: fieldErrors(error.problems),
    code: error.code,
    problems: error.problems,
  });
}

/** Throws what a mutation's payload refused. */
export function refuse(userErrors: readonly ApiProblem[] | null | undefined): void {
  if (userErrors?.length) throw new ApiError(userErrors, 200);
}
