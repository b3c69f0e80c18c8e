import type { Types } from './schema.ts';

/** A value of the answer. */
export interface Leaf<T> {
  readonly leaf: T;
}

/** A field that leads to another type, with its arguments; `maybe` may be null, `many` is a list. */
export interface Branch<Type, Args, Wrap> {
  readonly type: Type;
  readonly args: Args;
  readonly wrap: Wrap;
}

// oxlint-disable-next-line no-empty-object-type -- "nothing" is exactly what is meant
export type NoArguments = {};

type Arguments<A> = NoArguments extends A ? { readonly $?: A } : { readonly $: A };

/** What to ask of a type: `true` for values, an object for what lies below; `$` holds a field's arguments. */
export type Select<T extends keyof Types> = {
  readonly [F in keyof Types[T]]?: Types[T][F] extends Branch<infer U extends keyof Types, infer A, unknown>
    ? Select<U> & Arguments<A>
    : true;
};

type Wrapped<W, R> = W extends 'many' ? R[] : W extends 'maybe' ? R | null : R;

/** The answer to a selection: what was asked for and nothing else. */
export type Selected<T extends keyof Types, S> = {
  [F in keyof S & keyof Types[T]]: Types[T][F] extends Leaf<infer V>
    ? V
    : Types[T][F] extends Branch<infer U extends keyof Types, unknown, infer W>
      ? Wrapped<W, Selected<U, S[F]>>
      : never;
};
