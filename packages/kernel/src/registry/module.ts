import { belongsTo, type Model, type ModelExtension } from '../graphql/model.ts';
import type { MutationDefinition, QueryDefinition } from '../graphql/operations.ts';
import type { SharingPort } from '../graphql/sharing.ts';
import type { AuthenticatePartner } from '../auth/partner.ts';
import type { PublicPage } from '../server/page.ts';
import type { Download, Upload } from '../server/transfer.ts';
import type { Orm } from '../db/database.ts';
import type { FrozenRows } from '../db/secure.ts';
import type { JobContext } from '../write/context.ts';

/**
 * What a business area registers. The kernel knows areas only through this; adding one is one line in the API's
 * `extensions.ts`.
 */
export interface Module {
  name: string;
  models?: readonly Model[];
  extend?: readonly ModelExtension[];
  queries?: readonly QueryDefinition[];
  mutations?: readonly MutationDefinition[];
  /** Outbox subscribers: run after the commit, at least once, surviving a restart. Must be idempotent. */
  on?: Record<string, (ctx: JobContext, payload: unknown) => Promise<void>>;
  /** Same-transaction hooks: what must be true at the very commit (e.g. the sharing index after a withdrawal). */
  inTransaction?: Record<string, (tx: Orm, payload: unknown) => Promise<void>>;
  /** Set once, by the area that owns sharing. */
  sharing?: SharingPort;
  /** Set once, by the area that keeps API keys: recognises a partner before anything it sent is parsed. */
  authenticatePartner?: AuthenticatePartner;
  /** Rows that the database itself keeps from being changed. */
  frozen?: readonly FrozenRows[];
  /** Files that staff may send, at `POST /api/<path>`. */
  uploads?: readonly Upload[];
  /** Files that staff may fetch, at `GET /api/download/<path>/<id>`. */
  downloads?: readonly Download[];
  /** Pages for everybody, without sign-in, at `GET /<path>` and below. */
  pages?: readonly PublicPage[];
  /** Runs at every start, before anybody is let in: mends what a killed process left. Must be quick. */
  start?: (ctx: JobContext) => Promise<void>;
  /** Brings the sample data in; runs in registration order, each once. */
  seed?: (ctx: JobContext) => Promise<void>;
}

export function defineModule(module: Module): Module {
  return module;
}

export interface Registry {
  modules: readonly Module[];
  /** By entity name, extensions merged in. */
  models: ReadonlyMap<string, Model>;
  queries: readonly QueryDefinition[];
  mutations: readonly MutationDefinition[];
  sharing: SharingPort | null;
}

/** Merges the areas into one registry; a name used twice or a relation to nowhere stops the start. */
export function buildRegistry(modules: readonly Module[]): Registry {
  const models = new Map<string, Model>();
  for (const m of modules.flatMap((module) => module.models ?? [])) {
    if (models.has(m.entity.name)) throw new TypeError(`two areas declare the entity ${m.entity.name}`);
    models.set(m.entity.name, { ...m, fields: new Map(m.fields), relations: new Map(m.relations) });
  }
  for (const extension of modules.flatMap((module) => module.extend ?? [])) {
    const target = models.get(extension.target);
    if (!target) throw new TypeError(`nothing to extend: there is no entity ${extension.target}`);
    for (const [name, field] of Object.entries(extension.computed)) {
      addOnce(target.fields, name, { source: 'sql', ...field }, extension.target);
    }
    for (const [name, relation] of Object.entries(extension.relations)) {
      addOnce(target.relations, name, relation, extension.target);
    }
  }
  for (const m of models.values()) {
    // whatever a customer owns leads back to the customer
    if (m.key === 'owned' && models.has('Customer') && !m.relations.has('customer')) {
      m.relations.set('customer', belongsTo('Customer', { key: 'customerId' }));
    }
    for (const [name, relation] of m.relations) {
      if (!models.has(relation.target))
        throw new TypeError(`${m.entity.name}.${name} points to ${relation.target}, which does not exist`);
    }
  }
  for (const m of models.values()) refuseSharedIds(m, models);
  refuseTakenPaths(modules.flatMap((module) => module.pages ?? []));
  return {
    modules,
    models,
    queries: modules.flatMap((module) => module.queries ?? []),
    mutations: modules.flatMap((module) => module.mutations ?? []),
    sharing: modules.find((module) => module.sharing)?.sharing ?? null,
  };
}

function addOnce<V>(map: Map<string, V>, name: string, value: V, target: string): void {
  if (map.has(name)) throw new TypeError(`two areas add ${name} to ${target}`);
  map.set(name, value);
}

/** Addresses of the server itself and of the dashboard's pages are not an area's to take. */
function refuseTakenPaths(pages: readonly PublicPage[]): void {
  const taken = new Set(['api', 'graphql', 'partner', 'healthz', 'readyz', 'assets']);
  for (const { path } of pages) {
    if (!/^[a-z0-9-]+$/.test(path) || taken.has(path)) throw new TypeError(`no page can be at /${path}`);
    taken.add(path);
  }
}

/**
 * References hold rows' own ids, by which two partners could join what each received; and a way back to the customer
 * would go round the sharing index. Neither can be marked as shareable.
 */
function refuseSharedIds(m: Model, models: ReadonlyMap<string, Model>): void {
  for (const [name, { meta }] of m.fields) {
    if ((meta.kind === 'ref' || meta.kind === 'id') && meta.share !== 'never') {
      throw new TypeError(`${m.entity.name}.${name} is a reference and cannot be shared; share a relation instead`);
    }
  }
  for (const [name, relation] of m.relations) {
    if (relation.share !== 'never' && models.get(relation.target)?.key === 'customer') {
      throw new TypeError(`${m.entity.name}.${name} leads back to the customer and cannot be shared`);
    }
  }
}
