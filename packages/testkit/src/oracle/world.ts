import type { Database } from '@perennial/kernel/db/database';
import type { Model } from '@perennial/kernel/graphql/model';
import type { Registry } from '@perennial/kernel/registry/module';

export type Row = Record<string, unknown>;

/** Every row of every registered entity, in memory, keyed by the table's properties. */
export type World = ReadonlyMap<string, readonly Row[]>;

/** Reads everything: the oracle shares the declarations and the stored rows with the compiler, and nothing else. */
export async function loadWorld(db: Database, registry: Registry): Promise<World> {
  const world = new Map<string, Row[]>();
  for (const model of registry.models.values()) {
    world.set(model.entity.name, (await db.orm.select().from(model.table)) as Row[]);
  }
  return world;
}

export function rowsOfModel(world: World, model: Model): readonly Row[] {
  return world.get(model.entity.name) ?? [];
}

/** The id that breaks ties and names a row: a customer's own id, else `id`. */
export function idOf(model: Model, row: Row): string {
  return String(model.key === 'customer' ? row['customerId'] : row['id']);
}

export function globalIdOf(model: Model, row: Row): string {
  const parts = [model.entity.name];
  if (model.key !== 'reference') parts.push(String(row['customerId']));
  if (model.key !== 'customer') parts.push(String(row['id']));
  return parts.join('_');
}

/** A reference as the API writes it: the global id of the row it points to. */
export function referenceFrom(registry: Registry, target: string, row: Row, id: unknown): string {
  return registry.models.get(target)?.key === 'owned'
    ? `${target}_${String(row['customerId'])}_${String(id)}`
    : `${target}_${String(id)}`;
}
