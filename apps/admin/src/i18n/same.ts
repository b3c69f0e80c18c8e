/** The shape of a dictionary, with every leaf open to another language: a missing or superfluous key does not compile. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** All dotted paths to the sentences of a dictionary. */
export type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
