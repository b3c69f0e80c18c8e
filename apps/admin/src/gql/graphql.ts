/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AttentionKind =
  | 'ACTION_DUE'
  | 'PLAN_WAITING'
  | 'RETURNS_OPEN'
  | 'WARNING';

export type ConsentRecordInput = {
  customerId: string | number;
  expiresAt?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  partnerId?: string | number | null | undefined;
  purpose: SharingPurpose;
  source: string;
};

export type ConsentStatus =
  | 'GRANTED'
  | 'WITHDRAWN';

export type ConsentWithdrawInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type ContactAddInput = {
  customerId: string | number;
  email?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  phone?: string | null | undefined;
  role?: ContactRole | null | undefined;
};

export type ContactRemoveInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type ContactRole =
  | 'BUYER'
  | 'DECIDER'
  | 'FINANCE'
  | 'OTHER'
  | 'USER';

export type CountName =
  | 'ACTIVE_PLANS'
  | 'COOLING'
  | 'CUSTOMERS'
  | 'LOST'
  | 'OPEN_WARNINGS'
  | 'PROSPECTS';

export type CustomerCreateInput = {
  country?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  internalNote?: string | null | undefined;
  kind?: CustomerKind | null | undefined;
  name?: string | null | undefined;
  number: string;
  region?: string | null | undefined;
  segment?: string | null | undefined;
  since?: string | null | undefined;
  stage?: CustomerStage | null | undefined;
};

export type CustomerFilter = {
  and?: Array<CustomerFilter> | null | undefined;
  country?: TextFilter | null | undefined;
  health?: IntFilter | null | undefined;
  healthChange?: IntFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: CustomerKindFilter | null | undefined;
  lastPurchaseAt?: DateTimeFilter | null | undefined;
  lastTouchAt?: DateTimeFilter | null | undefined;
  name?: TextFilter | null | undefined;
  not?: CustomerFilter | null | undefined;
  number?: TextFilter | null | undefined;
  or?: Array<CustomerFilter> | null | undefined;
  orders?: IntFilter | null | undefined;
  region?: TextFilter | null | undefined;
  segment?: TextFilter | null | undefined;
  segmentSource?: SegmentSourceFilter | null | undefined;
  since?: DateFilter | null | undefined;
  stage?: CustomerStageFilter | null | undefined;
  value?: MinorUnitsFilter | null | undefined;
};

export type CustomerKind =
  | 'ORGANISATION'
  | 'PERSON'
  | 'UNKNOWN';

export type CustomerKindFilter = {
  eq?: CustomerKind | null | undefined;
  in?: Array<CustomerKind> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type CustomerOrder =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'HEALTH_ASC'
  | 'HEALTH_CHANGE_ASC'
  | 'HEALTH_CHANGE_DESC'
  | 'HEALTH_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NUMBER_ASC'
  | 'NUMBER_DESC'
  | 'ORDERS_ASC'
  | 'ORDERS_DESC'
  | 'REGION_ASC'
  | 'REGION_DESC'
  | 'SEGMENT_ASC'
  | 'SEGMENT_DESC'
  | 'SINCE_ASC'
  | 'SINCE_DESC'
  | 'UPDATED_AT_ASC'
  | 'UPDATED_AT_DESC'
  | 'VALUE_ASC'
  | 'VALUE_DESC';

export type CustomerStage =
  | 'ACTIVE'
  | 'COOLING'
  | 'LOST'
  | 'NEW'
  | 'PROSPECT';

export type CustomerStageFilter = {
  eq?: CustomerStage | null | undefined;
  in?: Array<CustomerStage> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type CustomerUpdateInput = {
  country?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  internalNote?: string | null | undefined;
  kind?: CustomerKind | null | undefined;
  name?: string | null | undefined;
  region?: string | null | undefined;
  segment?: string | null | undefined;
  stage?: CustomerStage | null | undefined;
  version: number;
};

export type DateFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
};

export type DateTimeFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
};

export type FigureTargetResource =
  | 'customers'
  | 'importBatches'
  | 'invoices'
  | 'planActions'
  | 'retentionPlans'
  | 'returns'
  | 'warnings';

export type HealthBucket =
  | 'COOLING'
  | 'FAIR'
  | 'GOOD'
  | 'POOR'
  | 'UNKNOWN';

export type IdFilter = {
  eq?: string | number | null | undefined;
  in?: Array<string | number> | null | undefined;
};

export type IntFilter = {
  eq?: number | null | undefined;
  gt?: number | null | undefined;
  gte?: number | null | undefined;
  in?: Array<number> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: number | null | undefined;
  lte?: number | null | undefined;
};

export type InvoiceKind =
  | 'RETURN'
  | 'SALE';

export type Language =
  | 'en'
  | 'zh_Hans'
  | 'zh_Hant';

export type MinorUnitsFilter = {
  eq?: number | null | undefined;
  gt?: number | null | undefined;
  gte?: number | null | undefined;
  in?: Array<number> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: number | null | undefined;
  lte?: number | null | undefined;
};

export type PlanStartInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  language?: Language | null | undefined;
  warningId: string | number;
};

export type RetentionPlanStatus =
  | 'ACTIVE'
  | 'DONE'
  | 'DRAFT'
  | 'STOPPED';

export type ReturnOutcome =
  | 'ALLOWED'
  | 'NOT_COVERED'
  | 'NO_PURCHASE'
  | 'REFUSED';

export type ReturnStatus =
  | 'CLOSED'
  | 'OPEN';

export type SegmentSource =
  | 'AUTOMATIC'
  | 'MANUAL';

export type SegmentSourceFilter = {
  eq?: SegmentSource | null | undefined;
  in?: Array<SegmentSource> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type SharingPurpose =
  | 'ANALYTICS'
  | 'DELIVERY'
  | 'JOINT_OFFER'
  | 'SERVICE'
  | 'SUPPORT';

export type TextFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  startsWith?: string | null | undefined;
};

export type TouchChannel =
  | 'CALL'
  | 'CHAT'
  | 'EMAIL'
  | 'LETTER'
  | 'OTHER'
  | 'REPAIR_VISIT'
  | 'SMS'
  | 'VISIT';

export type TouchDirection =
  | 'IN'
  | 'OUT';

export type TouchTag =
  | 'CARE'
  | 'INFORM'
  | 'SELL';

export type TouchpointAddInput = {
  at: string;
  channel: TouchChannel;
  customerId: string | number;
  direction: TouchDirection;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
  subject: string;
  tag: TouchTag;
};

export type TouchpointRemoveInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type WarningSeverity =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

export type WarningStatus =
  | 'CLOSED'
  | 'DISMISSED'
  | 'OPEN'
  | 'PLANNED';

export type BusinessNowQueryVariables = Exact<{ [key: string]: never; }>;


export type BusinessNowQuery = { business: { name: string, asOf: string | null, effectiveAsOf: string, currency: string, timezone: string, version: number } };

export type CustomerPageQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerPageQuery = { customer: { id: string, number: string, kind: CustomerKind, name: string | null, country: string, region: string, segment: string, stage: CustomerStage, internalNote: string | null, since: string, orders: number, lastPurchaseAt: string | null, lastTouchAt: string | null, health: number, healthChange: number, version: number, sharedWith: unknown, value: { amount: number, currency: string }, contacts: { nodes: Array<{ id: string, role: ContactRole, name: string | null, email: string | null, phone: string | null }> }, consents: { nodes: Array<{ id: string, partnerId: string | null, purpose: SharingPurpose, status: ConsentStatus, givenAt: string, expiresAt: string | null, source: string }> }, healthScores: { nodes: Array<{ id: string, score: number, reasons: unknown, asOf: string }> }, entitlements: { totalCount: number, nodes: Array<{ id: string, grantedOn: string, policy: { id: string, name: string } | null, policyVersion: { id: string, number: number, terms: unknown } | null }> }, openReturns: { totalCount: number, nodes: Array<{ id: string, code: string, quantity: number, at: string, outcome: ReturnOutcome }> }, warnings: { nodes: Array<{ id: string, dueOn: string, severity: WarningSeverity }> }, plans: { nodes: Array<{ id: string, name: string, status: RetentionPlanStatus, actions: { nodes: Array<{ id: string, description: string, dueOn: string, doneOn: string | null }> } }> } } | null };

export type CustomerTimelineQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type CustomerTimelineQuery = { customer: { id: string, invoices: { totalCount: number, nodes: Array<{ id: string, number: string, at: string, kind: InvoiceKind, lines: number, total: { amount: number, currency: string } }> }, touchpoints: { totalCount: number, nodes: Array<{ id: string, at: string, channel: TouchChannel, direction: TouchDirection, tag: TouchTag, subject: string, note: string | null }> }, returns: { totalCount: number, nodes: Array<{ id: string, at: string, code: string, quantity: number, outcome: ReturnOutcome, status: ReturnStatus, trace: unknown, policy: { id: string, name: string } | null }> }, warnings: { nodes: Array<{ id: string, raisedOn: string, score: number, status: WarningStatus }> }, plans: { nodes: Array<{ id: string, name: string, startsOn: string, status: RetentionPlanStatus }> } } | null };

export type CustomerListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: CustomerFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: CustomerOrder | null | undefined;
}>;


export type CustomerListQuery = { customers: { totalCount: number, nodes: Array<{ id: string, number: string, name: string | null, country: string, region: string, segment: string, stage: CustomerStage, orders: number, health: number, healthChange: number, lastPurchaseAt: string | null, lastTouchAt: string | null, value: { amount: number, currency: string } }> } };

export type MostValuableCustomerQueryVariables = Exact<{ [key: string]: never; }>;


export type MostValuableCustomerQuery = { customers: { nodes: Array<{ id: string, value: { amount: number } }> } };

export type CustomerNameQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerNameQuery = { customer: { id: string, number: string, name: string | null } | null };

export type CustomerCreateMutationVariables = Exact<{
  input: CustomerCreateInput;
}>;


export type CustomerCreateMutation = { customerCreate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, customer: { id: string, number: string, name: string | null } | null } };

export type CustomerUpdateMutationVariables = Exact<{
  input: CustomerUpdateInput;
}>;


export type CustomerUpdateMutation = { customerUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, customer: { id: string } | null } };

export type ContactAddMutationVariables = Exact<{
  input: ContactAddInput;
}>;


export type ContactAddMutation = { contactAdd: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, contact: { id: string } | null } };

export type ContactRemoveMutationVariables = Exact<{
  input: ContactRemoveInput;
}>;


export type ContactRemoveMutation = { contactRemove: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, customer: { id: string } | null } };

export type TouchpointAddMutationVariables = Exact<{
  input: TouchpointAddInput;
}>;


export type TouchpointAddMutation = { touchpointAdd: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, touchpoint: { id: string } | null } };

export type TouchpointRemoveMutationVariables = Exact<{
  input: TouchpointRemoveInput;
}>;


export type TouchpointRemoveMutation = { touchpointRemove: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, customer: { id: string } | null } };

export type ConsentRecordMutationVariables = Exact<{
  input: ConsentRecordInput;
}>;


export type ConsentRecordMutation = { consentRecord: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, consent: { id: string } | null } };

export type ConsentWithdrawMutationVariables = Exact<{
  input: ConsentWithdrawInput;
}>;


export type ConsentWithdrawMutation = { consentWithdraw: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, consent: { id: string } | null } };

export type HomeFiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeFiguresQuery = { home: { asOf: string, currency: string, attention: Array<{ kind: AttentionKind, code: string, params: unknown, dueOn: string | null, target: { resource: FigureTargetResource, id: string | null, filter: unknown } }>, curve: { customers: number, revenue: number, headPercent: number, head: number, headValue: number, points: Array<{ customers: number, revenue: number }>, target: { resource: FigureTargetResource, id: string | null, filter: unknown } }, months: Array<{ month: string, revenue: number, returns: number, revenueTarget: { resource: FigureTargetResource, id: string | null, filter: unknown }, returnsTarget: { resource: FigureTargetResource, id: string | null, filter: unknown } }>, health: Array<{ bucket: HealthBucket, from: number, to: number, customers: number, target: { resource: FigureTargetResource, id: string | null, filter: unknown } }>, counts: Array<{ name: CountName, count: number, target: { resource: FigureTargetResource, id: string | null, filter: unknown } }> } };

export type PartnerNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnerNamesQuery = { partners: { nodes: Array<{ id: string, name: string }> } };

export type PlanStartMutationVariables = Exact<{
  input: PlanStartInput;
}>;


export type PlanStartMutation = { planStart: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

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
    effectiveAsOf
    currency
    timezone
    version
  }
}
    `) as unknown as TypedDocumentString<BusinessNowQuery, BusinessNowQueryVariables>;
export const CustomerPageDocument = new TypedDocumentString(`
    query CustomerPage($id: ID!) {
  customer(id: $id) {
    id
    number
    kind
    name
    country
    region
    segment
    stage
    internalNote
    since
    value {
      amount
      currency
    }
    orders
    lastPurchaseAt
    lastTouchAt
    health
    healthChange
    version
    sharedWith
    contacts(first: 50) {
      nodes {
        id
        role
        name
        email
        phone
      }
    }
    consents(first: 50) {
      nodes {
        id
        partnerId
        purpose
        status
        givenAt
        expiresAt
        source
      }
    }
    healthScores(first: 1) {
      nodes {
        id
        score
        reasons
        asOf
      }
    }
    entitlements(first: 1) {
      totalCount
      nodes {
        id
        grantedOn
        policy {
          id
          name
        }
        policyVersion {
          id
          number
          terms
        }
      }
    }
    openReturns: returns(first: 5, filter: {status: {eq: OPEN}}) {
      totalCount
      nodes {
        id
        code
        quantity
        at
        outcome
      }
    }
    warnings(first: 1, filter: {status: {eq: OPEN}}) {
      nodes {
        id
        dueOn
        severity
      }
    }
    plans(first: 1, filter: {status: {in: [DRAFT, ACTIVE]}}) {
      nodes {
        id
        name
        status
        actions(first: 20) {
          nodes {
            id
            description
            dueOn
            doneOn
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerPageQuery, CustomerPageQueryVariables>;
export const CustomerTimelineDocument = new TypedDocumentString(`
    query CustomerTimeline($id: ID!, $first: Int!) {
  customer(id: $id) {
    id
    invoices(first: $first, orderBy: AT_DESC) {
      totalCount
      nodes {
        id
        number
        at
        kind
        lines
        total {
          amount
          currency
        }
      }
    }
    touchpoints(first: $first, orderBy: AT_DESC) {
      totalCount
      nodes {
        id
        at
        channel
        direction
        tag
        subject
        note
      }
    }
    returns(first: $first, orderBy: AT_DESC) {
      totalCount
      nodes {
        id
        at
        code
        quantity
        outcome
        status
        trace
        policy {
          id
          name
        }
      }
    }
    warnings(first: $first, orderBy: RAISED_ON_DESC) {
      nodes {
        id
        raisedOn
        score
        status
      }
    }
    plans(first: $first, orderBy: STARTS_ON_DESC) {
      nodes {
        id
        name
        startsOn
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerTimelineQuery, CustomerTimelineQueryVariables>;
export const CustomerListDocument = new TypedDocumentString(`
    query CustomerList($first: Int, $offset: Int, $filter: CustomerFilter, $search: String, $orderBy: CustomerOrder) {
  customers(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      number
      name
      country
      region
      segment
      stage
      value {
        amount
        currency
      }
      orders
      health
      healthChange
      lastPurchaseAt
      lastTouchAt
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerListQuery, CustomerListQueryVariables>;
export const MostValuableCustomerDocument = new TypedDocumentString(`
    query MostValuableCustomer {
  customers(first: 1, orderBy: VALUE_DESC) {
    nodes {
      id
      value {
        amount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MostValuableCustomerQuery, MostValuableCustomerQueryVariables>;
export const CustomerNameDocument = new TypedDocumentString(`
    query CustomerName($id: ID!) {
  customer(id: $id) {
    id
    number
    name
  }
}
    `) as unknown as TypedDocumentString<CustomerNameQuery, CustomerNameQueryVariables>;
export const CustomerCreateDocument = new TypedDocumentString(`
    mutation CustomerCreate($input: CustomerCreateInput!) {
  customerCreate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    customer {
      id
      number
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerCreateMutation, CustomerCreateMutationVariables>;
export const CustomerUpdateDocument = new TypedDocumentString(`
    mutation CustomerUpdate($input: CustomerUpdateInput!) {
  customerUpdate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    customer {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerUpdateMutation, CustomerUpdateMutationVariables>;
export const ContactAddDocument = new TypedDocumentString(`
    mutation ContactAdd($input: ContactAddInput!) {
  contactAdd(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    contact {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ContactAddMutation, ContactAddMutationVariables>;
export const ContactRemoveDocument = new TypedDocumentString(`
    mutation ContactRemove($input: ContactRemoveInput!) {
  contactRemove(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    customer {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ContactRemoveMutation, ContactRemoveMutationVariables>;
export const TouchpointAddDocument = new TypedDocumentString(`
    mutation TouchpointAdd($input: TouchpointAddInput!) {
  touchpointAdd(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    touchpoint {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TouchpointAddMutation, TouchpointAddMutationVariables>;
export const TouchpointRemoveDocument = new TypedDocumentString(`
    mutation TouchpointRemove($input: TouchpointRemoveInput!) {
  touchpointRemove(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    customer {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<TouchpointRemoveMutation, TouchpointRemoveMutationVariables>;
export const ConsentRecordDocument = new TypedDocumentString(`
    mutation ConsentRecord($input: ConsentRecordInput!) {
  consentRecord(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    consent {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ConsentRecordMutation, ConsentRecordMutationVariables>;
export const ConsentWithdrawDocument = new TypedDocumentString(`
    mutation ConsentWithdraw($input: ConsentWithdrawInput!) {
  consentWithdraw(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    consent {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ConsentWithdrawMutation, ConsentWithdrawMutationVariables>;
export const HomeFiguresDocument = new TypedDocumentString(`
    query HomeFigures {
  home {
    asOf
    currency
    attention {
      kind
      code
      params
      dueOn
      target {
        resource
        id
        filter
      }
    }
    curve {
      customers
      revenue
      headPercent
      head
      headValue
      points {
        customers
        revenue
      }
      target {
        resource
        id
        filter
      }
    }
    months {
      month
      revenue
      returns
      revenueTarget {
        resource
        id
        filter
      }
      returnsTarget {
        resource
        id
        filter
      }
    }
    health {
      bucket
      from
      to
      customers
      target {
        resource
        id
        filter
      }
    }
    counts {
      name
      count
      target {
        resource
        id
        filter
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeFiguresQuery, HomeFiguresQueryVariables>;
export const PartnerNamesDocument = new TypedDocumentString(`
    query PartnerNames {
  partners(first: 100, orderBy: NAME_ASC) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerNamesQuery, PartnerNamesQueryVariables>;
export const PlanStartDocument = new TypedDocumentString(`
    mutation PlanStart($input: PlanStartInput!) {
  planStart(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    plan {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PlanStartMutation, PlanStartMutationVariables>;
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