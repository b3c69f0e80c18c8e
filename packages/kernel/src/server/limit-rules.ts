import {
  GraphQLError,
  type ASTVisitor,
  type DocumentNode,
  type OperationDefinitionNode,
  type ValidationContext,
} from 'graphql';
import type { Limits } from './limits.ts';
import { measureDocument, type Measure } from './measure.ts';

type Rule = (context: ValidationContext) => ASTVisitor;

const measured = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Measure>>();

function measureOf(document: DocumentNode, operation: OperationDefinitionNode): Measure {
  let all = measured.get(document);
  if (!all) measured.set(document, (all = measureDocument(document)));
  return all.get(operation)!;
}

/** A rule that bounds one figure of an operation. */
function bound(code: string, what: (m: Measure) => number, limit: number, remedy: string): Rule {
  return (context) => ({
    OperationDefinition(node) {
      const found = what(measureOf(context.getDocument(), node));
      if (found > limit) context.reportError(limitError(code, `${remedy} (limit ${limit}).`, limit));
    },
  });
}

export function limitError(code: string, message: string, limit: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, params: { limit }, http: { status: 400 } } });
}

/** DEPTH_LIMIT */
export const depthRule = (limits: Limits): Rule =>
  bound(
    'DEPTH_LIMIT',
    (m) => m.depth,
    limits.depth,
    'The query nests too deeply: ask for the inner rows in a query of their own',
  );

/** DEPTH_LIMIT, for `__schema` and `__type` */
export const introspectionDepthRule = (limits: Limits): Rule =>
  bound(
    'DEPTH_LIMIT',
    (m) => m.introspectionDepth,
    limits.introspectionDepth,
    'The introspection nests too deeply: use the usual introspection query',
  );

/** ALIAS_LIMIT */
export const aliasRule = (limits: Limits): Rule =>
  bound(
    'ALIAS_LIMIT',
    (m) => m.aliases,
    limits.aliases,
    'The query has too many aliases: split it into several requests',
  );

/** ROOT_FIELD_LIMIT */
export const rootFieldRule = (limits: Limits): Rule =>
  bound(
    'ROOT_FIELD_LIMIT',
    (m) => m.rootFields,
    limits.rootFields,
    'The operation has too many root fields: split it into several requests',
  );

/** FIELD_LIMIT */
export const fieldRule = (limits: Limits): Rule =>
  bound(
    'FIELD_LIMIT',
    (m) => m.fields,
    limits.fields,
    'The operation asks for too many fields, fragments counted where they are used: split it',
  );

/**
 * What a document must pass before the rules of GraphQL itself see it: those compare fields with each other and take
 * quadratic time on what these refuse in linear time.
 */
export function limitRules(limits: Limits): Rule[] {
  return [fieldRule, depthRule, introspectionDepthRule, aliasRule, rootFieldRule].map((rule) => rule(limits));
}
