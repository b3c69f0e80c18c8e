import type { Entity } from '@perennial/domain/shared/entity';
import { metaOf, type FieldMeta } from '@perennial/domain/shared/fields';
import type { Role } from '@perennial/domain/shared/roles';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { z } from 'zod';

/** A field that is a column of the entity's table. */
export interface ColumnField {
  source: 'column';
  meta: FieldMeta;
  column: string;
}

/** A field that the database computes; `sql` gets the alias of the row. */
export interface SqlField {
  source: 'sql';
  meta: FieldMeta;
  sql: (alias: string) => string;
}

/** A field that SQL cannot compute: it names the columns that it needs and is computed by a pure function. */
export interface DerivedField {
  source: 'derived';
  meta: FieldMeta;
  needs: readonly string[];
  derive: (row: Record<string, unknown>) => unknown;
}

export type ModelField = ColumnField | SqlField | DerivedField;

export interface Relation {
  kind: 'many' | 'one';
  target: string;
  /** The property that holds the link: on the child for `many`, on the parent for `one`. */
  key: string;
  share: 'never' | 'grantable';
}

/** How a row is identified: a customer by `customer_id`, what a customer owns by both, set-up data by `id`. */
export type KeyKind = 'customer' | 'owned' | 'reference';

export interface Model {
  entity: Entity;
  table: PgTable;
  tableName: string;
  key: KeyKind;
  /** Whether the type has root fields (`customer`, `customers`). */
  root: boolean;
  search: readonly string[];
  defaultOrder: string;
  read: readonly Role[] | null;
  fields: Map<string, ModelField>;
  relations: Map<string, Relation>;
}

export interface ModelOptions {
  root?: boolean;
  search?: readonly string[];
  /** `FIELD_ASC` or `FIELD_DESC`; without it rows come by id (creation order). */
  defaultOrder?: string;
  /** Staff roles that may read it; default every signed-in role. */
  read?: readonly Role[];
  computed?: Record<string, Omit<SqlField, 'source'>>;
  derived?: Record<string, Omit<DerivedField, 'source'>>;
  relations?: Record<string, Relation>;
}

export interface ModelExtension {
  target: string;
  computed: Record<string, Omit<SqlField, 'source'>>;
  relations: Record<string, Relation>;
}

/** Column name of a table's property; a property without a column is a programming error. */
export function columnOf(table: PgTable, property: string): string {
  const column = (getTableColumns(table) as Record<string, PgColumn>)[property];
  if (!column) throw new TypeError(`table ${getTableName(table)} has no column for "${property}"`);
  return column.name;
}

/** Binds an entity's declaration to the table that stores it. Every declared field needs a column of the same name. */
export function model(entity: Entity, table: PgTable, options: ModelOptions = {}): Model {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const fields = new Map<string, ModelField>();
  for (const name of Object.keys(entity.fields)) {
    fields.set(name, { source: 'column', meta: entity.meta(name), column: columnOf(table, name) });
  }
  for (const [name, field] of Object.entries(options.computed ?? {})) fields.set(name, { source: 'sql', ...field });
  for (const [name, field] of Object.entries(options.derived ?? {})) {
    for (const need of field.needs) columnOf(table, need);
    fields.set(name, { source: 'derived', ...field });
  }
  const owned = 'customerId' in columns && entity.owner === 'customer';
  if (entity.owner === 'customer' && !owned)
    throw new TypeError(`${entity.name}: customer-owned rows carry customer_id`);
  return {
    entity,
    table,
    tableName: getTableName(table),
    key: !owned ? 'reference' : 'id' in columns ? 'owned' : 'customer',
    root: options.root ?? false,
    search: options.search ?? [],
    defaultOrder: options.defaultOrder ?? 'ID_ASC',
    read: options.read ?? null,
    fields,
    relations: new Map(Object.entries(options.relations ?? {})),
  };
}

/** An area adds fields to another area's type without that area knowing. */
export function extendModel(
  target: string,
  add: { computed?: Record<string, Omit<SqlField, 'source'>>; relations?: Record<string, Relation> },
): ModelExtension {
  return { target, computed: add.computed ?? {}, relations: add.relations ?? {} };
}

/** Rows of `target` that point here. From Customer the link is the customer itself; elsewhere name the child's `key`. */
export function hasMany(target: string, options: { key?: string; share?: 'grantable' } = {}): Relation {
  return { kind: 'many', target, key: options.key ?? 'customerId', share: options.share ?? 'never' };
}

/** The row of `target` that this row's `key` points to. */
export function belongsTo(target: string, options: { key: string; share?: 'grantable' }): Relation {
  return { kind: 'one', target, key: options.key, share: options.share ?? 'never' };
}

export function sqlField(type: z.ZodType, sql: (alias: string) => string): Omit<SqlField, 'source'> {
  return { meta: metaOf(type), sql };
}

export function derivedField(
  type: z.ZodType,
  needs: readonly string[],
  derive: (row: Record<string, unknown>) => unknown,
): Omit<DerivedField, 'source'> {
  return { meta: metaOf(type), needs, derive };
}

/**
 * Columns that the partner's database role may read at all: what the declaration marks as shareable, the keys, and
 * the links of shareable relations. The database refuses every other column even if the API should err.
 */
export function partnerColumns(m: Model): string[] {
  const names = new Set<string>();
  const columns = getTableColumns(m.table) as Record<string, PgColumn>;
  if (m.key !== 'reference') names.add('customer_id');
  if (m.key !== 'customer' && columns['id']) names.add(columns['id'].name);
  for (const field of m.fields.values()) {
    if (field.meta.share === 'never') continue;
    if (field.source === 'column') names.add(field.column);
    // money is nothing without its currency
    if (field.meta.kind === 'money') names.add(columnOf(m.table, 'currency'));
    if (field.source === 'derived') for (const need of field.needs) names.add(columnOf(m.table, need));
  }
  for (const relation of m.relations.values()) {
    if (relation.kind === 'one' && relation.share !== 'never') names.add(columnOf(m.table, relation.key));
  }
  return [...names];
}
