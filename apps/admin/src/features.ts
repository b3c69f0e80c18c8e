import { lazy, type ComponentType } from 'react';
import type { ResourceSpec } from './api/resource.ts';
import {
  AuditListDocument,
  ClaimListDocument,
  CalendarListDocument,
  CustomerListDocument,
  ImportBatchesDocument,
  InvoiceListDocument,
  PartnerListDocument,
  PlanListDocument,
  PolicyListDocument,
  ProductListDocument,
  QuoteListDocument,
  ReturnListDocument,
  ServicePointListDocument,
  StaffListDocument,
  WarningListDocument,
} from './gql/graphql.ts';

/** What a feature folder adds to the dashboard: its documents for lists and its pages, fetched when first opened. */
export interface Feature {
  name: string;
  documents: ResourceSpec;
  /** Its list under `/<name>`; lists with an address of their own are among the custom pages. */
  list?: ComponentType;
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
  {
    name: 'warnings',
    documents: { list: WarningListDocument },
    list: lazy(() => import('./warnings/WarningList.tsx')),
  },
  {
    name: 'plans',
    documents: { list: PlanListDocument },
    list: lazy(() => import('./plans/PlanList.tsx')),
    show: lazy(() => import('./plans/PlanPage.tsx')),
  },
  {
    name: 'policies',
    documents: { list: PolicyListDocument },
    list: lazy(() => import('./policies/PolicyList.tsx')),
    show: lazy(() => import('./policies/PolicyPage.tsx')),
  },
  {
    name: 'products',
    documents: { list: ProductListDocument },
    list: lazy(() => import('./products/ProductList.tsx')),
  },
  {
    name: 'invoices',
    documents: { list: InvoiceListDocument },
    list: lazy(() => import('./invoices/InvoiceList.tsx')),
    show: lazy(() => import('./invoices/InvoicePage.tsx')),
  },
  {
    name: 'quotes',
    documents: { list: QuoteListDocument },
    list: lazy(() => import('./quotes/QuoteList.tsx')),
    show: lazy(() => import('./quotes/QuotePage.tsx')),
  },
  {
    name: 'returns',
    documents: { list: ReturnListDocument },
    list: lazy(() => import('./returns/ReturnList.tsx')),
  },
  {
    name: 'claims',
    documents: { list: ClaimListDocument },
    list: lazy(() => import('./claims/ClaimList.tsx')),
    show: lazy(() => import('./claims/ClaimPage.tsx')),
  },
  {
    name: 'partners',
    documents: { list: PartnerListDocument },
    list: lazy(() => import('./partners/PartnerList.tsx')),
    show: lazy(() => import('./partners/PartnerPage.tsx')),
  },
  {
    name: 'calendars',
    documents: { list: CalendarListDocument },
    list: lazy(() => import('./calendars/CalendarList.tsx')),
    show: lazy(() => import('./calendars/CalendarPage.tsx')),
  },
  {
    name: 'servicePoints',
    documents: { list: ServicePointListDocument },
    list: lazy(() => import('./points/PointList.tsx')),
    show: lazy(() => import('./points/PointPage.tsx')),
  },
  { name: 'importBatches', documents: { list: ImportBatchesDocument } },
  { name: 'staffMembers', documents: { list: StaffListDocument } },
  { name: 'auditEvents', documents: { list: AuditListDocument } },
];

/** Pages with an address of their own. */
export const customPages: { path: string; page: ComponentType }[] = [
  { path: '/what-if/:versionId', page: lazy(() => import('./whatif/WhatIfPage.tsx')) },
  { path: '/try/:lineId', page: lazy(() => import('./policies/try/TryPage.tsx')) },
  { path: '/promises/:id', page: lazy(() => import('./promises/PromisePage.tsx')) },
  { path: '/new-claim/:invoiceId', page: lazy(() => import('./claims/NewClaim.tsx')) },
  { path: '/new-sale/:customerId', page: lazy(() => import('./sales/NewSale.tsx')) },
  { path: '/agreements/:id', page: lazy(() => import('./partners/agreement/AgreementPage.tsx')) },
  { path: '/fulfilment', page: lazy(() => import('./fulfilment/FulfilmentPage.tsx')) },
  { path: '/import', page: lazy(() => import('./importing/ImportList.tsx')) },
  { path: '/import/:id', page: lazy(() => import('./importing/ImportPage.tsx')) },
  { path: '/staff', page: lazy(() => import('./staff/StaffList.tsx')) },
  { path: '/audit', page: lazy(() => import('./audit/AuditList.tsx')) },
  { path: '/settings', page: lazy(() => import('./settings/SettingsPage.tsx')) },
];
