import { ApiError, fieldErrors, type ApiProblem, type FieldErrors } from '../api/errors.ts';

/** Fewer characters the server refuses. */
export const PASSWORD_MIN = 10;

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/** Which field of the form a refusal belongs beside; the others stand above it. */
const FIELD: Readonly<Record<string, keyof PasswordChange>> = {
  INVALID_PASSWORD: 'currentPassword',
  PASSWORD_TOO_SHORT: 'newPassword',
  PASSWORD_TOO_LONG: 'newPassword',
  PASSWORD_UNCHANGED: 'newPassword',
};

/**
 * Gives whoever is signed in a new password; the server signs them out everywhere else.
 *
 * @returns what was refused, in the shape of a form's errors
 */
export async function changePassword(change: PasswordChange): Promise<FieldErrors | undefined> {
  let response: Response;
  try {
    response = await fetch('/api/auth/change-password', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...change, revokeOtherSessions: true }),
    });
  } catch {
    return fieldErrors([{ code: 'UNREACHABLE', message: 'The server did not answer.' }]);
  }
  if (response.ok) return undefined;
  const problem = await problemOf(response);
  if (problem.code === 'UNAUTHENTICATED') throw new ApiError([problem], 401);
  const field = FIELD[problem.code];
  return fieldErrors([{ ...problem, path: field ? [field] : null }]);
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback = { code: 'UNAVAILABLE', message: `The server answered ${response.status}.` };
  try {
    const { code, message } = (await response.json()) as Partial<ApiProblem>;
    return code ? { code, message: message ?? fallback.message } : fallback;
  } catch {
    return fallback;
  }
}
