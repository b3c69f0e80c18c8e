import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { fieldRegistry, type FieldMeta } from '@perennial/domain/shared/fields';
import { z } from 'zod';
import { typeMarks } from './operations.ts';
import { GraphQLDate, GraphQLDateTime, GraphQLJSON, GraphQLMinorUnits, GraphQLUnitPrice } from './scalars.ts';

/** Named types of one schema, made once each. */
export interface TypeStore {
  enums: Map<string, GraphQLEnumType>;
  inputs: Map<string, GraphQLInputObjectType>;
  outputs: Map<string, GraphQLObjectType>;
}

export function enumType(store: TypeStore, name: string, values: readonly string[]): GraphQLEnumType {
  const known = store.enums.get(name);
  if (known) {
    const same = known
      .getValues()
      .map((v) => v.name)
      .join();
    if (same !== values.join()) throw new TypeError(`two different enums are called ${name}`);
    return known;
  }
  const made = new GraphQLEnumType({ name, values: Object.fromEntries(values.map((v) => [v, { value: v }])) });
  store.enums.set(name, made);
  return made;
}

/** GraphQL scalar or enum of a declared field; money is `MinorUnits` here (as an output it is an object of its own). */
export function scalarOf(store: TypeStore, meta: FieldMeta): GraphQLInputType & GraphQLOutputType {
  switch (meta.kind) {
    case 'enum':
      return enumType(store, meta.enumName ?? '', meta.values ?? []);
    case 'int':
      return GraphQLInt;
    case 'money':
      return GraphQLMinorUnits;
    case 'unitPrice':
      return GraphQLUnitPrice;
    case 'bool':
      return GraphQLBoolean;
    case 'date':
      return GraphQLDate;
    case 'instant':
      return GraphQLDateTime;
    case 'id':
    case 'ref':
      return GraphQLID;
    case 'textList':
      return new GraphQLList(new GraphQLNonNull(GraphQLString));
    case 'json':
      return GraphQLJSON;
    default:
      return GraphQLString;
  }
}

interface Unwrapped {
  type: z.ZodType;
  nullable: boolean;
  optional: boolean;
  meta: FieldMeta | undefined;
}

function unwrap(schema: z.ZodType): Unwrapped {
  let type = schema;
  const state = { nullable: false, optional: false };
  for (;;) {
    const meta = fieldRegistry.get(type);
    if (meta) return { type, ...state, nullable: state.nullable || meta.nullable, meta };
    if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) state.optional = true;
    else if (type instanceof z.ZodNullable) state.nullable = true;
    else return { type, ...state, meta: undefined };
    type = type.unwrap() as z.ZodType;
  }
}

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function plain(store: TypeStore, type: z.ZodType, name: string): (GraphQLInputType & GraphQLOutputType) | null {
  if (type instanceof z.ZodString || type instanceof z.ZodTemplateLiteral) return GraphQLString;
  if (type instanceof z.ZodUUID || type instanceof z.ZodEmail || type instanceof z.ZodURL) return GraphQLString;
  if (type instanceof z.ZodBoolean) return GraphQLBoolean;
  if (type instanceof z.ZodISODate) return GraphQLDate;
  if (type instanceof z.ZodDate || type instanceof z.ZodISODateTime) return GraphQLDateTime;
  if (type instanceof z.ZodNumber) {
    if (type.format !== 'safeint') return type.format === 'int32' ? GraphQLInt : GraphQLFloat;
    return (type.maxValue ?? Infinity) <= 2 ** 31 - 1 ? GraphQLInt : GraphQLMinorUnits;
  }
  if (type instanceof z.ZodEnum) return enumType(store, name, type.options.map(String));
  if (type instanceof z.ZodLiteral) return enumType(store, name, [...type.values].map(String));
  return null;
}

/** GraphQL input for a zod type. What GraphQL cannot say (unions, free records) becomes `JSON`; zod still checks it. */
export function inputType(store: TypeStore, schema: z.ZodType, name: string): GraphQLInputType {
  const { type, nullable, optional, meta } = unwrap(schema);
  const required = (made: GraphQLInputType): GraphQLInputType =>
    nullable || optional ? made : new GraphQLNonNull(made);
  if (meta) return required(scalarOf(store, meta));
  const mark = typeMarks.get(type);
  if (mark?.kind === 'globalId') return required(GraphQLID);
  const called = mark?.kind === 'named' ? mark.name : name;
  if (type instanceof z.ZodArray) return required(new GraphQLList(inputType(store, type.element as z.ZodType, called)));
  if (type instanceof z.ZodObject)
    return required(inputObject(store, type, called.endsWith('Input') ? called : `${called}Input`));
  return required(plain(store, type, called) ?? GraphQLJSON);
}

export function inputObject(store: TypeStore, schema: z.ZodObject, name: string): GraphQLInputObjectType {
  const known = store.inputs.get(name);
  if (known) return known;
  const made = new GraphQLInputObjectType({
    name,
    fields: () =>
      Object.fromEntries(
        Object.entries(schema.shape).map(([key, type]) => [
          key,
          { type: inputType(store, type as z.ZodType, name.replace(/Input$/, '') + upper(key)) },
        ]),
      ),
  });
  store.inputs.set(name, made);
  return made;
}

/** GraphQL output for a zod type, for hand-written reads and plain payload values. */
export function outputType(store: TypeStore, schema: z.ZodType, name: string): GraphQLOutputType {
  const { type, nullable, optional, meta } = unwrap(schema);
  const required = (made: GraphQLOutputType): GraphQLOutputType =>
    nullable || optional ? made : new GraphQLNonNull(made);
  if (meta) return required(scalarOf(store, meta));
  const mark = typeMarks.get(type);
  const called = mark?.kind === 'named' ? mark.name : name;
  if (type instanceof z.ZodArray)
    return required(new GraphQLList(outputType(store, type.element as z.ZodType, called)));
  if (type instanceof z.ZodObject) {
    const known = store.outputs.get(called);
    if (known) return required(known);
    const made = new GraphQLObjectType({
      name: called,
      fields: () =>
        Object.fromEntries(
          Object.entries(type.shape).map(([key, inner]) => [
            key,
            { type: outputType(store, inner as z.ZodType, called + upper(key)) },
          ]),
        ),
    });
    store.outputs.set(called, made);
    return required(made);
  }
  return required(plain(store, type, called) ?? GraphQLJSON);
}
