import { z } from 'zod';

/**
 * One declaration per field. An entity is a set of zod types carrying the metadata below; GraphQL types, inputs,
 * filters and orders, validation, forms, CSV, partner grants and the leak matrix are all read off it.
 */
export type FieldKind =
  | 'text'
  | 'enum'
  | 'int'
  | 'money'
  | 'unitPrice'
  | 'bool'
  | 'date'
  | 'instant'
  | 'id'
  | 'ref'
  | 'textList'
  | 'json';

export interface FieldOptions {
  /** Who outside the business may see it. Default `never`: a new field is visible to no partner until it is granted. */
  share?: 'never' | 'grantable' | 'always';
  /** How closely it points at a person; decides masking, export warnings and erasure. */
  pii?: 'none' | 'indirect' | 'direct';
  filter?: boolean;
  /** Sortable fields are never null: keyset paging needs a total order. */
  sort?: boolean;
  nullable?: boolean;
  /** `never`: kept by the system; `create`: fixed once written. */
  write?: 'create' | 'both' | 'never';
  unit?: string;
}

export interface FieldMeta extends Required<Omit<FieldOptions, 'unit'>> {
  kind: FieldKind;
  unit?: string;
  enumName?: string;
  values?: readonly string[];
  /** Entity that a `ref` points to. */
  target?: string;
  max?: number;
}

export const fieldRegistry = z.registry<FieldMeta>();

type Maybe<T extends z.ZodType, O> = O extends { nullable: true } ? z.ZodNullable<T> : T;

function declare<T extends z.ZodType, const O extends FieldOptions>(
  type: T,
  options: O,
  rest: Pick<FieldMeta, 'kind' | 'enumName' | 'values' | 'target' | 'max'>,
): Maybe<T, O> {
  const meta: FieldMeta = {
    ...rest,
    share: options.share ?? 'never',
    pii: options.pii ?? 'none',
    filter: options.filter ?? false,
    sort: options.sort ?? false,
    nullable: options.nullable ?? false,
    write: options.write ?? 'both',
    ...(options.unit === undefined ? {} : { unit: options.unit }),
  };
  if (meta.sort && (meta.nullable || meta.kind === 'json' || meta.kind === 'textList')) {
    throw new TypeError('a sortable field is a never-null scalar: keyset paging needs a total order');
  }
  const declared = meta.nullable ? type.nullable() : type;
  fieldRegistry.add(declared, meta);
  return declared as unknown as Maybe<T, O>;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

export const f = {
  /** A line of text of 1 to `max` characters; blanks at the ends are trimmed. */
  text: <const O extends FieldOptions & { max: number; min?: number }>(o: O) =>
    declare(
      z
        .string()
        .trim()
        .min(o.min ?? 1)
        .max(o.max),
      o,
      { kind: 'text', max: o.max },
    ),
  /** Several lines of text, at most 10,000 characters; may be empty. */
  longText: <const O extends FieldOptions>(o: O) => declare(z.string().max(10_000), o, { kind: 'text', max: 10_000 }),
  /** One of a closed list; `name` is the GraphQL enum's name and the dictionaries' key. */
  enum: <const V extends readonly [string, ...string[]], const O extends FieldOptions>(name: string, values: V, o: O) =>
    declare(z.enum(values), o, { kind: 'enum', enumName: name, values }),
  int: <const O extends FieldOptions & { min?: number; max?: number }>(o: O) =>
    declare(
      z
        .int()
        .min(o.min ?? -2_147_483_648)
        .max(o.max ?? 2_147_483_647),
      o,
      { kind: 'int' },
    ),
  /** Integer minor units; the currency is the row's own `currency` field. */
  money: <const O extends FieldOptions & { min?: number }>(o: O) =>
    declare(z.int().min(o.min ?? Number.MIN_SAFE_INTEGER), o, { kind: 'money' }),
  /** Integer 1/10,000 of the major unit: real price lists go below the minor unit. */
  unitPrice: <const O extends FieldOptions>(o: O) => declare(z.int(), o, { kind: 'unitPrice' }),
  bool: <const O extends FieldOptions>(o: O) => declare(z.boolean(), o, { kind: 'bool' }),
  /** A calendar day, `YYYY-MM-DD`. */
  date: <const O extends FieldOptions>(o: O) => declare(z.string().regex(ISO_DATE), o, { kind: 'date' }),
  /** A moment in UTC with milliseconds. */
  instant: <const O extends FieldOptions>(o: O) => declare(z.date(), o, { kind: 'instant' }),
  id: <const O extends FieldOptions>(o: O) => declare(z.uuid(), o, { kind: 'id' }),
  /** Points to a row of another entity. */
  ref: <const O extends FieldOptions>(target: string, o: O) => declare(z.uuid(), o, { kind: 'ref', target }),
  textList: <const O extends FieldOptions & { max?: number }>(o: O) =>
    declare(z.array(z.string().trim().min(1).max(200)).max(o.max ?? 200), o, { kind: 'textList' }),
  /** A document whose shape its own area checks. */
  json: <T extends z.ZodType, const O extends FieldOptions>(type: T, o: O) => declare(type, o, { kind: 'json' }),
};

/** The metadata of a declared field; anything else is a programming error. */
export function metaOf(type: z.ZodType): FieldMeta {
  const meta = fieldRegistry.get(type);
  if (!meta) throw new TypeError('not a declared field: build it with f.text, f.money …');
  return meta;
}
