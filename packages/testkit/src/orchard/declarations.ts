import { entity } from '@perennial/domain/shared/entity';
import { f } from '@perennial/domain/shared/fields';
import { customerKey, instant, money, referenceKey } from '@perennial/kernel/db/columns';
import { belongsTo, derivedField, hasMany, model, sqlField } from '@perennial/kernel/graphql/model';
import { bigint, boolean, date, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { z } from 'zod';

/**
 * Entities that no business has: the kernel is tried on them without any area. Between them they have every kind of
 * field, every way a row is keyed and every sort of relation.
 */
const customer = entity('Customer', {
  plural: 'customers',
  owner: 'customer',
  fields: {
    number: f.text({ max: 200, filter: true, sort: true }),
    name: f.text({ max: 200, nullable: true, filter: true }),
    kind: f.enum('OrchardKind', ['SMALL', 'LARGE'], { filter: true }),
    since: f.date({ filter: true, sort: true }),
    at: f.instant({ filter: true, sort: true }),
    currency: f.text({ max: 3 }),
    value: f.money({ filter: true, sort: true }),
    price: f.unitPrice({ nullable: true, filter: true }),
    orders: f.int({ filter: true, sort: true }),
    active: f.bool({ nullable: true, filter: true }),
    tags: f.textList({}),
    note: f.json(z.unknown(), { nullable: true }),
  },
});

const tree = entity('Tree', {
  plural: 'trees',
  owner: 'customer',
  fields: {
    name: f.text({ max: 200, filter: true, sort: true }),
    planted: f.date({ filter: true, sort: true }),
    at: f.instant({ filter: true, sort: true }),
    varietyId: f.ref('Variety', { nullable: true, filter: true }),
    parentId: f.ref('Tree', { nullable: true, filter: true }),
    measure: f.id({ nullable: true, filter: true }),
  },
});

const variety = entity('Variety', {
  plural: 'varieties',
  owner: 'reference',
  fields: { code: f.text({ max: 20, filter: true, sort: true }) },
});

/** Only an owner may read it. */
const secretRecipe = entity('Recipe', {
  plural: 'recipes',
  owner: 'reference',
  fields: { text: f.text({ max: 200 }) },
});

export const orchardCustomers = pgTable('orchard_customers', {
  customerId: uuid('customer_id').notNull().primaryKey(),
  number: text('number').notNull(),
  name: text('name'),
  kind: text('kind').notNull(),
  since: date('since', { mode: 'string' }).notNull(),
  at: instant('at').notNull(),
  currency: text('currency').notNull(),
  value: money('value').notNull(),
  price: bigint('price', { mode: 'number' }),
  orders: integer('orders').notNull(),
  active: boolean('active'),
  tags: text('tags').array().notNull(),
  note: jsonb('note'),
});

export const orchardTrees = pgTable('orchard_trees', {
  ...customerKey(),
  name: text('name').notNull(),
  planted: date('planted', { mode: 'string' }).notNull(),
  at: instant('at').notNull(),
  varietyId: uuid('variety_id'),
  parentId: uuid('parent_id'),
  measure: uuid('measure'),
});

export const orchardVarieties = pgTable('orchard_varieties', { ...referenceKey(), code: text('code').notNull() });
const orchardRecipes = pgTable('orchard_recipes', { ...referenceKey(), text: text('text').notNull() });

export const orchardModels = [
  model(customer, orchardCustomers, {
    root: true,
    search: ['number', 'name'],
    defaultOrder: 'VALUE_DESC',
    computed: { loud: sqlField(f.text({ max: 200 }), (t) => `upper(${t}.number)`) },
    derived: {
      label: derivedField(f.text({ max: 400 }), ['name', 'number'], (row) =>
        String(row['name'] ?? `No. ${String(row['number'])}`),
      ),
      letters: derivedField(f.textList({}), ['number'], (row) => [...String(row['number'])]),
    },
    relations: { trees: hasMany('Tree') },
  }),
  model(tree, orchardTrees, {
    root: true,
    defaultOrder: 'PLANTED_DESC',
    derived: {
      sign: derivedField(
        f.text({ max: 400 }),
        ['name', 'planted'],
        (row) => `${String(row['name'])} ${String(row['planted']).slice(0, 4)}`,
      ),
    },
    relations: {
      variety: belongsTo('Variety', { key: 'varietyId' }),
      parent: belongsTo('Tree', { key: 'parentId' }),
      saplings: hasMany('Tree', { key: 'parentId' }),
    },
  }),
  model(variety, orchardVarieties, {
    root: true,
    defaultOrder: 'CODE_ASC',
    relations: { trees: hasMany('Tree', { key: 'varietyId' }) },
  }),
  model(secretRecipe, orchardRecipes, { root: true, read: ['OWNER'] }),
];

export const orchardTables = `
  create table orchard_customers (customer_id uuid primary key, number text not null, name text, kind text not null,
    since date not null, at timestamptz(3) not null, currency text not null, value bigint not null, price bigint,
    orders int not null, active boolean, tags text[] not null, note jsonb);
  create table orchard_trees (customer_id uuid not null, id uuid not null, name text not null, planted date not null,
    at timestamptz(3) not null, variety_id uuid, parent_id uuid, measure uuid, primary key (customer_id, id));
  create table orchard_varieties (id uuid primary key, code text not null);
  create table orchard_recipes (id uuid primary key, text text not null);`;
