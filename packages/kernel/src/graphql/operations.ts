import { z } from 'zod';
import type { Role } from '@perennial/domain/shared/roles';
import type { ReadContext, WriteContext } from '../write/context.ts';
import type { RowRef } from './global-id.ts';

/** What a zod type in an input or output stands for in GraphQL, where zod alone cannot say. */
export type TypeMark =
  | { kind: 'globalId'; type: string }
  | { kind: 'row'; type: string }
  | { kind: 'named'; name: string };

export const typeMarks = z.registry<TypeMark>();

/** A global id of `type` in an input. Handlers receive the row's reference, already checked; see `RowRef`. */
export function gid(type: string): z.ZodType<RowRef> {
  const schema = z.custom<RowRef>((value) => typeof value === 'object' && value !== null);
  typeMarks.add(schema as z.ZodType, { kind: 'globalId', type });
  return schema;
}

/** Names an object or enum that several operations share; without a name it is called after its operation and field. */
export function named<T extends z.ZodType>(name: string, schema: T): T {
  typeMarks.add(schema, { kind: 'named', name });
  return schema;
}

type PayloadShape = Record<string, string | z.ZodType>;
type PayloadValue<P> = P extends z.ZodType ? z.infer<P> : RowRef | null;
export type PayloadOf<P extends PayloadShape> = { [K in keyof P]: PayloadValue<P[K]> };

export interface MutationDefinition {
  name: string;
  description: string;
  roles: readonly Role[];
  input: z.ZodObject;
  payload: PayloadShape;
  secrets?: readonly string[];
  handle: (ctx: WriteContext, input: never) => Promise<Record<string, unknown>>;
}

/**
 * Declares a write. In the payload a string names the type of a row that the answer may select from (the handler
 * returns its reference), a zod type a plain value. The kernel adds `userErrors`, the idempotency key, one
 * transaction, the audit event and the outbox.
 */
export function mutation<I extends z.ZodObject, const P extends PayloadShape>(definition: {
  name: string;
  description: string;
  roles: readonly Role[];
  input: I;
  payload: P;
  /** Parts of the payload that are told once: a repeated request (same idempotency key) gets null there. */
  secrets?: readonly (keyof P & string)[];
  handle: (ctx: WriteContext, input: z.infer<I>) => Promise<PayloadOf<P>>;
}): MutationDefinition {
  return definition as unknown as MutationDefinition;
}

export interface QueryDefinition {
  name: string;
  description: string;
  roles: readonly Role[] | null;
  args: z.ZodObject;
  returns: z.ZodType;
  handle: (ctx: ReadContext, args: never) => Promise<unknown>;
}

/** Declares a hand-written read, for figures that no row carries. `roles: null` = every signed-in role. */
export function query<A extends z.ZodObject, R extends z.ZodType>(definition: {
  name: string;
  description: string;
  roles: readonly Role[] | null;
  args: A;
  returns: R;
  handle: (ctx: ReadContext, args: z.infer<A>) => Promise<z.infer<R>>;
}): QueryDefinition {
  return definition as unknown as QueryDefinition;
}
