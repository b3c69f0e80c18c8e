import { useGetIdentity } from 'react-admin';
import type { Staff } from './authProvider.ts';
import { mayWrite, type Writable } from './may.ts';

/** Who is signed in; undefined while that is being found out. */
export function useStaff(): Staff | undefined {
  return useGetIdentity().identity as Staff | undefined;
}

/** Whether the one signed in may change this area: dead buttons are left out. */
export function useMayWrite(what: Writable): boolean {
  return mayWrite(useStaff()?.role, what);
}
