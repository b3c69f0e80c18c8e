/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query BusinessNow {\n  business {\n    name\n    asOf\n    asOfSet\n    currency\n    timezone\n  }\n}": typeof types.BusinessNowDocument,
    "query PaletteCustomers($search: String!) {\n  customers(first: 8, search: $search) {\n    nodes {\n      id\n      number\n      name\n    }\n  }\n}": typeof types.PaletteCustomersDocument,
};
const documents: Documents = {
    "query BusinessNow {\n  business {\n    name\n    asOf\n    asOfSet\n    currency\n    timezone\n  }\n}": types.BusinessNowDocument,
    "query PaletteCustomers($search: String!) {\n  customers(first: 8, search: $search) {\n    nodes {\n      id\n      number\n      name\n    }\n  }\n}": types.PaletteCustomersDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BusinessNow {\n  business {\n    name\n    asOf\n    asOfSet\n    currency\n    timezone\n  }\n}"): typeof import('./graphql.ts').BusinessNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PaletteCustomers($search: String!) {\n  customers(first: 8, search: $search) {\n    nodes {\n      id\n      number\n      name\n    }\n  }\n}"): typeof import('./graphql.ts').PaletteCustomersDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
