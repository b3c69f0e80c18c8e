import type { Types } from './schema.ts';
import type { Branch, Leaf, NoArguments } from './shape.ts';

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
