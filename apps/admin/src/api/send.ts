import { ApiError, type ApiProblem } from './errors.ts';

/** A document that knows its result and its variables; codegen's `TypedDocumentString` is one. */
export interface Document<Result, Variables> {
  toString(): string;
  __apiType?: ((variables: Variables) => Result) | undefined;
}

interface Answer<Result> {
  data?: Result | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    /** `extensions.path`: the field of what was asked that is refused. */
    extensions?: { code?: string; path?: string[]; params?: Record<string, unknown> };
  }[];
}

/**
 * Sends one document to the staff endpoint and gives its data.
 *
 * @throws ApiError with the server's stable code; `UNREACHABLE` where no answer came at all.
 */
export async function send<Result, Variables>(
  document: Document<Result, Variables>,
  variables?: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query: document.toString(), variables: variables ?? {} }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError([{ code: 'UNREACHABLE', message: 'The server did not answer.' }], 0);
  }
  const answer = await readAnswer<Result>(response);
  if (answer.errors?.length) throw new ApiError(answer.errors.map(problemOf), response.status);
  if (!answer.data)
    throw new ApiError([{ code: 'UNREADABLE_ANSWER', message: 'The answer holds no data.' }], response.status);
  return answer.data;
}

async function readAnswer<Result>(response: Response): Promise<Answer<Result>> {
  try {
    return (await response.json()) as Answer<Result>;
  } catch {
    const code =
      response.status === 401 ? 'UNAUTHENTICATED' : response.status >= 500 ? 'UNAVAILABLE' : 'UNREADABLE_ANSWER';
    throw new ApiError([{ code, message: `The server answered ${response.status}.` }], response.status);
  }
}

function problemOf(error: NonNullable<Answer<unknown>['errors']>[number]): ApiProblem {
  return {
    code: error.extensions?.code ?? 'INTERNAL_SERVER_ERROR',
    message: error.message,
    ...(error.extensions?.path ? { path: error.extensions.path } : {}),
    ...(error.extensions?.params ? { params: error.extensions.params } : {}),
  };
}
