import type { SecurityPlan } from '../db/secure.ts';
import { columnOf, partnerColumns } from '../graphql/model.ts';
import type { Registry } from './module.ts';

/**
 * What the declarations ask of the database itself: what the partners' role may read, rows that stand still, and when a
 * public page has to be made anew.
 */
export function securityPlan(registry: Registry): SecurityPlan {
  const columns = new Map<string, Set<string>>();
  for (const model of registry.models.values()) {
    const own = partnerColumns(model);
    const shareable = [...model.fields.values()].some((field) => field.meta.share !== 'never');
    // the keys of a type of which nothing can be shared are nobody's business
    if (shareable) columns.set(model.entity.name, new Set(own));
  }
  for (const model of registry.models.values()) {
    for (const relation of model.relations.values()) {
      if (relation.kind !== 'many' || relation.share === 'never') continue;
      const child = registry.models.get(relation.target)!;
      columns.get(relation.target)?.add(columnOf(child.table, relation.key));
    }
  }
  const agreementTables = registry.sharing?.agreementTables ?? [];
  return {
    shared: [...columns].map(([name, set]) => ({
      table: registry.models.get(name)!.tableName,
      columns: [...set].sort(),
    })),
    index: registry.sharing?.indexTable ?? null,
    agreementTables,
    frozen: registry.modules.flatMap((module) => module.frozen ?? []),
    revisions: registry.modules
      .flatMap((module) => module.pages ?? [])
      .flatMap(({ path, madeOf }) => (madeOf ? [{ name: path, tables: madeOf }] : [])),
    appendOnly: ['audit_events', ...agreementTables.filter((entry) => entry.insert).map((entry) => entry.table)],
  };
}
