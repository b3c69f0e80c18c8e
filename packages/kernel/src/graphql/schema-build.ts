import type { GraphQLObjectType } from 'graphql';
import type { FieldMeta } from '@perennial/domain/shared/fields';
import type { Registry } from '../registry/module.ts';
import type { Model, ModelField, Relation } from './model.ts';
import type { TypeStore } from './zod-types.ts';

export type Visibility = (type: string, field: string, share: FieldMeta['share']) => boolean;

/** How the read compiler gets a field's value; kept in the GraphQL field's `extensions.read`. */
export type Readable =
  | { kind: 'id'; model: Model }
  | { kind: 'field'; model: Model; name: string; field: ModelField }
  | { kind: 'relation'; model: Model; name: string; relation: Relation; target: Model }
  | { kind: 'rootOne'; model: Model }
  | { kind: 'rootMany'; model: Model }
  | { kind: 'node' };

export interface SchemaBuild {
  store: TypeStore;
  registry: Registry;
  visible: Visibility;
  partner: boolean;
  objects: Map<string, GraphQLObjectType>;
  connections: Map<string, GraphQLObjectType>;
  object(model: Model): GraphQLObjectType;
}
