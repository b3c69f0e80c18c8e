import { lazy, type ComponentType } from 'react';
import type { ResourceSpec } from './api/resource.ts';
import { CustomerListDocument } from './gql/graphql.ts';

/** What a feature folder adds to the dashboard: its documents for lists and its pages, fetched when first opened. */
export interface Feature {
  name: string;
  documents: ResourceSpec;
  list: ComponentType;
  show?: ComponentType;
}

export const Today = lazy(() => import('./home/Today.tsx'));

export const resources: Feature[] = [
  {
    name: 'customers',
    documents: { list: CustomerListDocument },
    list: lazy(() => import('./customers/CustomerList.tsx')),
    show: lazy(() => import('./customers/CustomerPage.tsx')),
  },
];

/** Pages that are no list of rows. */
export const customPages: { path: string; page: ComponentType }[] = [];
