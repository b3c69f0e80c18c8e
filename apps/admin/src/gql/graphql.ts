/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type BusinessNowQueryVariables = Exact<{ [key: string]: never; }>;


export type BusinessNowQuery = { business: { name: string, asOf: string, asOfSet: boolean, currency: string, timezone: string } };

export type PaletteCustomersQueryVariables = Exact<{
  search: string;
}>;


export type PaletteCustomersQuery = { customers: { nodes: Array<{ id: string, number: string, name: string | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const BusinessNowDocument = new TypedDocumentString(`
    query BusinessNow {
  business {
    name
    asOf
    asOfSet
    currency
    timezone
  }
}
    `) as unknown as TypedDocumentString<BusinessNowQuery, BusinessNowQueryVariables>;
export const PaletteCustomersDocument = new TypedDocumentString(`
    query PaletteCustomers($search: String!) {
  customers(first: 8, search: $search) {
    nodes {
      id
      number
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PaletteCustomersQuery, PaletteCustomersQueryVariables>;