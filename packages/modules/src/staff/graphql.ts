import { staffMember } from '@perennial/domain/staff/staff';
import { DomainError } from '@perennial/domain/shared/errors';
import { PASSWORD_LENGTH } from '@perennial/kernel/auth/staff-auth';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { toGlobalId } from '@perennial/kernel/graphql/global-id';
import { z } from 'zod';
import { addStaff, changeStaff, resetPassword } from './service.ts';

const OWNER = ['OWNER'] as const;
const { name, role, active } = staffMember.fields;
const password = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);

export const staffQueries = [
  query({
    name: 'me',
    description: 'Who is signed in.',
    roles: null,
    args: z.object({}),
    returns: named('Me', z.object({ id: z.string(), name: z.string(), email: z.string(), role })),
    handle: async ({ actor }) => {
      if (actor.kind !== 'staff') throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
      const { id, name, email, role } = actor;
      return { id: toGlobalId('StaffMember', { id }), name, email, role };
    },
  }),
];

export const staffMutations = [
  mutation({
    name: 'staffCreate',
    description: 'Adds a member of staff, who signs in with the e-mail and the password.',
    roles: OWNER,
    input: z.object({ name, email: z.email().max(254), role, password }),
    payload: { staffMember: 'StaffMember' },
    handle: async (ctx, input) => ({ staffMember: await addStaff(ctx, input) }),
  }),
  mutation({
    name: 'staffUpdate',
    description: 'Changes name or role; active: false signs them out everywhere and keeps them out.',
    roles: OWNER,
    input: z.object({
      id: gid('StaffMember'),
      name: name.optional(),
      role: role.optional(),
      active: active.optional(),
    }),
    payload: { staffMember: 'StaffMember' },
    handle: async (ctx, { id, ...change }) => ({ staffMember: await changeStaff(ctx, id, change) }),
  }),
  mutation({
    name: 'staffSetPassword',
    description: 'Gives a member of staff a new password and signs them out everywhere.',
    roles: OWNER,
    input: z.object({ id: gid('StaffMember'), password }),
    payload: { staffMember: 'StaffMember' },
    handle: async (ctx, input) => ({ staffMember: await resetPassword(ctx, input.id, input.password) }),
  }),
];
