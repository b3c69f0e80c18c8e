import { afterEach, expect, test, vi } from 'vitest';
import { changePassword } from './changePassword.ts';

const change = { currentPassword: 'long enough', newPassword: 'brand new one' };

function answer(response: Response | Error) {
  const fetch = vi.fn<typeof globalThis.fetch>(() =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
}
const refusal = (code: string, status = 400) => Response.json({ code, message: code }, { status });

afterEach(() => vi.unstubAllGlobals());

test('a new password ends the other sessions', async () => {
  const fetch = answer(Response.json({}));
  expect(await changePassword(change)).toBeUndefined();
  expect(JSON.parse(fetch.mock.calls[0]?.[1]?.body as string)).toEqual({ ...change, revokeOtherSessions: true });
});

test.each([
  ['INVALID_PASSWORD', 'currentPassword'],
  ['PASSWORD_TOO_SHORT', 'newPassword'],
  ['PASSWORD_TOO_LONG', 'newPassword'],
  ['PASSWORD_UNCHANGED', 'newPassword'],
])('%s stands beside its field', async (code, field) => {
  answer(refusal(code));
  expect(Object.keys((await changePassword(change)) ?? {})).toEqual([field]);
});

test('what belongs to no field stands above the form', async () => {
  for (const response of [
    refusal('RATE_LIMITED', 429),
    new Response('<html>', { status: 502 }),
    new Error('offline'),
  ]) {
    answer(response);
    expect(Object.keys((await changePassword(change)) ?? {})).toEqual(['root']);
  }
});

test('an ended session is an ended session, not a wrong password', async () => {
  answer(refusal('UNAUTHENTICATED', 401));
  await expect(changePassword(change)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
