import { buildSchema } from '@perennial/kernel/graphql/schema';
import type { Registry } from '@perennial/kernel/registry/module';
import { grantCatalogue } from '@perennial/modules/partners/catalogue';
import { isObjectType, type GraphQLSchema } from 'graphql';

/** Who may take a path: staff roles, every signed-in member of staff, partners (who get what was granted), anybody. */
export type Access = string;

/**
 * Every path on which data can leave, read off what is registered: root fields, relations, arguments and parts of
 * lists, hand-written reads, writes (they answer with rows), files, public pages. With who may take it, as the declarations say.
 */
export function pathsOf(registry: Registry): Map<string, Access> {
  const paths = new Map<string, Access>();
  const add = (path: string, roles: readonly string[] | null) =>
    paths.set(path, roles ? [...roles].sort().join(' ') : 'staff');
  const handwritten = new Set(registry.queries.map((definition) => definition.name));
  for (const definition of registry.queries) add(`query ${definition.name}`, definition.roles);
  for (const definition of registry.mutations) add(`mutation ${definition.name}`, definition.roles);
  for (const model of registry.models.values()) {
    const { name, plural } = model.entity;
    if (model.root) {
      add(`root ${name}`, model.read);
      add(`root ${plural}`, model.read);
    }
    for (const [relation, { target }] of model.relations) {
      add(`relation ${name}.${relation}`, registry.models.get(target)?.read ?? null);
    }
  }
  for (const module of registry.modules) {
    for (const { path, roles } of module.downloads ?? []) add(`download ${path}`, roles);
    for (const { path, roles } of module.uploads ?? []) add(`upload ${path}`, roles);
    for (const { path } of module.pages ?? []) paths.set(`page ${path}`, 'anybody');
  }
  const staff = buildSchema(registry, { audience: 'staff' });
  for (const name of Object.keys(staff.getQueryType()?.getFields() ?? {})) {
    const known =
      handwritten.has(name) || [...paths.keys()].some((path) => path.toLowerCase() === `root ${name}`.toLowerCase());
    if (!known) add(`root ${name}`, null);
  }
  for (const part of listParts(staff)) add(`list ${part}`, null);

  const partner = buildSchema(registry, { audience: 'partner', grants: everyGrant(registry) });
  for (const name of Object.keys(partner.getQueryType()?.getFields() ?? {}))
    paths.set(`partner root ${name}`, 'partner');
  for (const name of Object.keys(partner.getMutationType()?.getFields() ?? {}))
    paths.set(`partner mutation ${name}`, 'partner');
  if (partner.getSubscriptionType()) paths.set('partner subscription', 'partner');
  for (const part of listParts(partner)) paths.set(`partner list ${part}`, 'partner');
  for (const model of registry.models.values()) {
    const type = partner.getType(model.entity.name);
    if (!isObjectType(type)) continue;
    for (const relation of model.relations.keys()) {
      if (type.getFields()[relation]) paths.set(`partner relation ${model.entity.name}.${relation}`, 'partner');
    }
    if (type.getFields()['id']) paths.set(`partner id ${model.entity.name}`, 'partner');
  }
  return paths;
}

/** Arguments and parts of lists, of all of them together: `(first)`, `.nodes`. */
function listParts(schema: GraphQLSchema): Set<string> {
  const parts = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (String(field.type).endsWith('Connection!'))
        for (const argument of field.args) parts.add(`(${argument.name})`);
    }
    if (type.name.endsWith('Connection')) for (const name of Object.keys(type.getFields())) parts.add(`.${name}`);
  }
  return parts;
}

export function everyGrant(registry: Registry): string[] {
  return grantCatalogue(registry.models)
    .filter((entry) => entry.share === 'grantable')
    .map((entry) => `${entry.entity}.${entry.field}`);
}
