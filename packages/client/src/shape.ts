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
