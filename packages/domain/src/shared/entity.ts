import { z } from 'zod';
import { metaOf, type FieldMeta } from './fields.ts';

export type FieldShape = Record<string, z.ZodType>;

export interface Entity<Shape extends FieldShape = FieldShape> {
  /** GraphQL type name, e.g. `Customer`. */
  readonly name: string;
  /** Root field of the list, e.g. `customers`. */
  readonly plural: string;
  /** `customer`: rows belong to one customer and carry `customer_id`; `reference`: set-up data. */
  readonly owner: 'customer' | 'reference';
  readonly fields: Shape;
  readonly schema: z.ZodObject<Shape>;
  readonly meta: (field: string) => FieldMeta;
}

/**
 * Declares an entity once; everything else is derived (see `fields.ts`). The identity columns (`customerId`, `id`)
 * are not fields: they reach the outside only inside opaque global ids.
 */
export function entity<const Shape extends FieldShape>(
  name: string,
  options: { plural: string; owner: 'customer' | 'reference'; fields: Shape },
): Entity<Shape> {
  const metas = new Map(Object.entries(options.fields).map(([key, type]) => [key, metaOf(type)]));
  const hasMoney = [...metas.values()].some((m) => m.kind === 'money' || m.kind === 'unitPrice');
  if (hasMoney && !metas.has('currency')) throw new TypeError(`${name} has money but no currency field`);
  return {
    name,
    plural: options.plural,
    owner: options.owner,
    fields: options.fields,
    schema: z.object(options.fields),
    meta: (field) => {
      const meta = metas.get(field);
      if (!meta) throw new TypeError(`${name} has no field ${field}`);
      return meta;
    },
  };
}

type WritableKeys<S extends FieldShape> = keyof S & string;

/** What a row of the entity looks like in TypeScript. */
export type Infer<E> = E extends Entity<infer S> ? z.infer<z.ZodObject<S>> : never;

/**
 * Zod object for writing: `create` takes every writable field (nullable ones may be left out), `update` takes any
 * part of those that may change later.
 */
export function inputOf<S extends FieldShape, K extends WritableKeys<S> = WritableKeys<S>>(
  e: Entity<S>,
  mode: 'create' | 'update',
  only?: readonly K[],
): z.ZodObject<{ [P in K]: z.ZodOptional<S[P]> }> {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, type] of Object.entries(e.fields)) {
    const meta = e.meta(key);
    if (only && !only.includes(key as K)) continue;
    if (meta.write === 'never' || (mode === 'update' && meta.write === 'create')) continue;
    shape[key] = mode === 'update' || meta.nullable ? type.optional() : type;
  }
  return z.object(shape) as unknown as z.ZodObject<{ [P in K]: z.ZodOptional<S[P]> }>;
}
