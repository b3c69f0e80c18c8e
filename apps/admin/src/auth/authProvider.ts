import type { AuthProvider, UserIdentity } from 'react-admin';
import { ROLES, type Role } from '@perennial/domain/shared/roles';

interface Session {
  user: { id: string; email: string; name?: string | null; role?: string | null };
}

/** Who is signed in. */
export interface Staff extends UserIdentity {
  id: string;
  email: string;
  role: Role;
}

/** Why a sign-in failed, as a key of the dictionaries. */
export class SignInError extends Error {}

const json = { 'content-type': 'application/json' };

/** One question to the server however many parts of the page ask; forgotten on sign-in and sign-out. */
let session: Promise<Staff | null> | undefined;

async function fetchSession(): Promise<Staff | null> {
  const response = await fetch('/api/auth/get-session', { credentials: 'same-origin' });
  if (!response.ok) return null;
  const found = (await response.json()) as Session | null;
  if (!found?.user) return null;
  const { id, email, name, role } = found.user;
  return { id, email, fullName: name || email, role: ROLES.find((each) => each === role) ?? 'AUDITOR' };
}

/** The member of staff whose session this browser holds, or null. An unreachable server is not an ended session. */
export function currentStaff(): Promise<Staff | null> {
  session ??= fetchSession().catch((cause: unknown) => {
    session = undefined;
    throw cause;
  });
  return session;
}

/** better-auth behind react-admin's contract: a cookie session, nothing kept in the browser's storage. */
export const authProvider: AuthProvider = {
  async login({ email, password }: { email: string; password: string }) {
    let response: Response;
    try {
      response = await fetch('/api/auth/sign-in/email', {
        method: 'POST',
        credentials: 'same-origin',
        headers: json,
        body: JSON.stringify({ email, password }),
      });
    } catch {
      throw new SignInError('auth.unreachable');
    }
    if (response.status === 429) throw new SignInError('auth.tooMany');
    if (response.status >= 500) throw new SignInError('auth.unreachable');
    if (!response.ok) throw new SignInError('auth.failed');
    session = undefined;
  },
  async logout() {
    session = undefined;
    await fetch('/api/auth/sign-out', { method: 'POST', credentials: 'same-origin', headers: json, body: '{}' }).catch(
      () => {
        // Signing out must work without the server too: the page forgets, the cookie runs out by itself.
      },
    );
    return '/login';
  },
  async checkAuth() {
    if (!(await currentStaff())) throw new Error('ra.auth.auth_check_error');
  },
  async checkError(error: { body?: { code?: string }; code?: string }) {
    if ((error.body?.code ?? error.code) !== 'UNAUTHENTICATED') return;
    session = undefined;
    throw new Error('ra.notification.logged_out');
  },
  async getIdentity() {
    const staff = await currentStaff();
    if (!staff) throw new Error('ra.auth.auth_check_error');
    return staff;
  },
  async getPermissions() {
    return (await currentStaff())?.role;
  },
};
