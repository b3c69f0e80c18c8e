// Made from partner.graphql by npm run generate; not to be changed by hand.
import type { Branch, Leaf, NoArguments } from './shape.ts';
export type ContactOrder = 'ID_ASC' | 'ID_DESC';
export type ContactRole = 'BUYER' | 'DECIDER' | 'FINANCE' | 'OTHER' | 'USER';
export type CustomerKind = 'ORGANISATION' | 'PERSON' | 'UNKNOWN';
export type CustomerOrder =
  | 'HEALTH_ASC'
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
  | 'VALUE_ASC'
  | 'VALUE_DESC';
export type CustomerStage = 'ACTIVE' | 'COOLING' | 'LOST' | 'NEW' | 'PROSPECT';
export type EntitlementOrder = 'GRANTED_ON_ASC' | 'GRANTED_ON_DESC' | 'ID_ASC' | 'ID_DESC';
export type InvoiceKind = 'RETURN' | 'SALE';
export type InvoiceLineOrder = 'AMOUNT_ASC' | 'AMOUNT_DESC' | 'CODE_ASC' | 'CODE_DESC' | 'ID_ASC' | 'ID_DESC';
export type InvoiceOrder =
  | 'AT_ASC'
  | 'AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NUMBER_ASC'
  | 'NUMBER_DESC'
  | 'TOTAL_ASC'
  | 'TOTAL_DESC';
export type LineKind = 'FEE' | 'RETURN' | 'SALE';
export type PolicyStage = 'AFTER_SALE' | 'ALWAYS' | 'PRE_SALE' | 'SALE';
export type PolicyVersionStatus = 'DRAFT' | 'PUBLISHED' | 'RETIRED';
export type ProductComplexity = 'HIGH' | 'LOW' | 'MEDIUM';
export type ReturnOrder = 'AT_ASC' | 'AT_DESC' | 'CODE_ASC' | 'CODE_DESC' | 'ID_ASC' | 'ID_DESC';
export type ReturnOutcome = 'ALLOWED' | 'NOT_COVERED' | 'NO_PURCHASE' | 'REFUSED';
export type ReturnStatus = 'CLOSED' | 'OPEN';
export type TouchChannel = 'CALL' | 'CHAT' | 'EMAIL' | 'LETTER' | 'OTHER' | 'REPAIR_VISIT' | 'SMS' | 'VISIT';
export type TouchDirection = 'IN' | 'OUT';
export type TouchTag = 'CARE' | 'INFORM' | 'SELL';
export type TouchpointOrder = 'AT_ASC' | 'AT_DESC' | 'ID_ASC' | 'ID_DESC';
export interface ContactFilter {
  and?: readonly ContactFilter[];
  not?: ContactFilter;
  or?: readonly ContactFilter[];
  role?: ContactRoleFilter;
}
export interface ContactRoleFilter {
  eq?: ContactRole;
  in?: readonly ContactRole[];
  isNull?: boolean;
}
export interface CustomerFilter {
  and?: readonly CustomerFilter[];
  country?: TextFilter;
  currency?: TextFilter;
  health?: IntFilter;
  kind?: CustomerKindFilter;
  lastPurchaseAt?: DateTimeFilter;
  lastTouchAt?: DateTimeFilter;
  name?: TextFilter;
  not?: CustomerFilter;
  number?: TextFilter;
  or?: readonly CustomerFilter[];
  orders?: IntFilter;
  region?: TextFilter;
  segment?: TextFilter;
  since?: DateFilter;
  stage?: CustomerStageFilter;
  value?: MinorUnitsFilter;
}
export interface CustomerKindFilter {
  eq?: CustomerKind;
  in?: readonly CustomerKind[];
  isNull?: boolean;
}
export interface CustomerStageFilter {
  eq?: CustomerStage;
  in?: readonly CustomerStage[];
  isNull?: boolean;
}
export interface DateFilter {
  eq?: string;
  gt?: string;
  gte?: string;
  in?: readonly string[];
  isNull?: boolean;
  lt?: string;
  lte?: string;
}
export interface DateTimeFilter {
  eq?: string;
  gt?: string;
  gte?: string;
  in?: readonly string[];
  isNull?: boolean;
  lt?: string;
  lte?: string;
}
export interface EntitlementFilter {
  and?: readonly EntitlementFilter[];
  grantedOn?: DateFilter;
  not?: EntitlementFilter;
  or?: readonly EntitlementFilter[];
}
export interface IntFilter {
  eq?: number;
  gt?: number;
  gte?: number;
  in?: readonly number[];
  isNull?: boolean;
  lt?: number;
  lte?: number;
}
export interface InvoiceFilter {
  and?: readonly InvoiceFilter[];
  at?: DateTimeFilter;
  country?: TextFilter;
  currency?: TextFilter;
  kind?: InvoiceKindFilter;
  lines?: IntFilter;
  not?: InvoiceFilter;
  number?: TextFilter;
  or?: readonly InvoiceFilter[];
  total?: MinorUnitsFilter;
}
export interface InvoiceKindFilter {
  eq?: InvoiceKind;
  in?: readonly InvoiceKind[];
  isNull?: boolean;
}
export interface InvoiceLineFilter {
  amount?: MinorUnitsFilter;
  and?: readonly InvoiceLineFilter[];
  code?: TextFilter;
  kind?: LineKindFilter;
  not?: InvoiceLineFilter;
  or?: readonly InvoiceLineFilter[];
  quantity?: IntFilter;
  unitPrice?: UnitPriceFilter;
}
export interface LineKindFilter {
  eq?: LineKind;
  in?: readonly LineKind[];
  isNull?: boolean;
}
export interface MinorUnitsFilter {
  eq?: number;
  gt?: number;
  gte?: number;
  in?: readonly number[];
  isNull?: boolean;
  lt?: number;
  lte?: number;
}
export interface ReturnFilter {
  and?: readonly ReturnFilter[];
  at?: DateTimeFilter;
  code?: TextFilter;
  deadline?: DateFilter;
  not?: ReturnFilter;
  or?: readonly ReturnFilter[];
  outcome?: ReturnOutcomeFilter;
  status?: ReturnStatusFilter;
  termId?: TextFilter;
}
export interface ReturnOutcomeFilter {
  eq?: ReturnOutcome;
  in?: readonly ReturnOutcome[];
  isNull?: boolean;
}
export interface ReturnStatusFilter {
  eq?: ReturnStatus;
  in?: readonly ReturnStatus[];
  isNull?: boolean;
}
export interface TextFilter {
  contains?: string;
  eq?: string;
  in?: readonly string[];
  isNull?: boolean;
  startsWith?: string;
}
export interface TouchChannelFilter {
  eq?: TouchChannel;
  in?: readonly TouchChannel[];
  isNull?: boolean;
}
export interface TouchDirectionFilter {
  eq?: TouchDirection;
  in?: readonly TouchDirection[];
  isNull?: boolean;
}
export interface TouchTagFilter {
  eq?: TouchTag;
  in?: readonly TouchTag[];
  isNull?: boolean;
}
export interface TouchpointFilter {
  and?: readonly TouchpointFilter[];
  at?: DateTimeFilter;
  channel?: TouchChannelFilter;
  direction?: TouchDirectionFilter;
  not?: TouchpointFilter;
  or?: readonly TouchpointFilter[];
  tag?: TouchTagFilter;
}
export interface UnitPriceFilter {
  eq?: number;
  gt?: number;
  gte?: number;
  in?: readonly number[];
  isNull?: boolean;
  lt?: number;
  lte?: number;
}
/** What can be selected on every type. An agreement grants a part of it. */
export interface Types {
  Contact: {
    email: Leaf<string | null>;
    name: Leaf<string | null>;
    phone: Leaf<string | null>;
    role: Leaf<ContactRole>;
  };
  ContactConnection: {
    edges: Branch<'ContactEdge', NoArguments, 'many'>;
    nodes: Branch<'Contact', NoArguments, 'many'>;
    pageInfo: Branch<'PageInfo', NoArguments, 'one'>;
    totalCount: Leaf<number | null>;
  };
  ContactEdge: { cursor: Leaf<string>; node: Branch<'Contact', NoArguments, 'one'> };
  Customer: {
    contacts: Branch<
      'ContactConnection',
      {
        after?: string;
        before?: string;
        filter?: ContactFilter;
        first?: number;
        last?: number;
        orderBy?: ContactOrder;
      },
      'one'
    >;
    country: Leaf<string>;
    currency: Leaf<string>;
    entitlements: Branch<
      'EntitlementConnection',
      {
        after?: string;
        before?: string;
        filter?: EntitlementFilter;
        first?: number;
        last?: number;
        orderBy?: EntitlementOrder;
      },
      'one'
    >;
    health: Leaf<number>;
    id: Leaf<string>;
    invoices: Branch<
      'InvoiceConnection',
      {
        after?: string;
        before?: string;
        filter?: InvoiceFilter;
        first?: number;
        last?: number;
        orderBy?: InvoiceOrder;
      },
      'one'
    >;
    kind: Leaf<CustomerKind>;
    lastPurchaseAt: Leaf<string | null>;
    lastTouchAt: Leaf<string | null>;
    name: Leaf<string | null>;
    number: Leaf<string>;
    orders: Leaf<number>;
    region: Leaf<string>;
    returns: Branch<
      'ReturnConnection',
      { after?: string; before?: string; filter?: ReturnFilter; first?: number; last?: number; orderBy?: ReturnOrder },
      'one'
    >;
    segment: Leaf<string>;
    since: Leaf<string>;
    stage: Leaf<CustomerStage>;
    touchpoints: Branch<
      'TouchpointConnection',
      {
        after?: string;
        before?: string;
        filter?: TouchpointFilter;
        first?: number;
        last?: number;
        orderBy?: TouchpointOrder;
      },
      'one'
    >;
    value: Branch<'Money', NoArguments, 'one'>;
  };
  CustomerConnection: {
    edges: Branch<'CustomerEdge', NoArguments, 'many'>;
    nodes: Branch<'Customer', NoArguments, 'many'>;
    pageInfo: Branch<'PageInfo', NoArguments, 'one'>;
    totalCount: Leaf<number | null>;
  };
  CustomerEdge: { cursor: Leaf<string>; node: Branch<'Customer', NoArguments, 'one'> };
  Entitlement: {
    grantedOn: Leaf<string>;
    invoice: Branch<'Invoice', NoArguments, 'maybe'>;
    policy: Branch<'Policy', NoArguments, 'maybe'>;
    policyVersion: Branch<'PolicyVersion', NoArguments, 'maybe'>;
  };
  EntitlementConnection: {
    edges: Branch<'EntitlementEdge', NoArguments, 'many'>;
    nodes: Branch<'Entitlement', NoArguments, 'many'>;
    pageInfo: Branch<'PageInfo', NoArguments, 'one'>;
    totalCount: Leaf<number | null>;
  };
  EntitlementEdge: { cursor: Leaf<string>; node: Branch<'Entitlement', NoArguments, 'one'> };
  Invoice: {
    at: Leaf<string>;
    country: Leaf<string>;
    currency: Leaf<string>;
    entitlements: Branch<
      'EntitlementConnection',
      {
        after?: string;
        before?: string;
        filter?: EntitlementFilter;
        first?: number;
        last?: number;
        orderBy?: EntitlementOrder;
      },
      'one'
    >;
    invoiceLines: Branch<
      'InvoiceLineConnection',
      {
        after?: string;
        before?: string;
        filter?: InvoiceLineFilter;
        first?: number;
        last?: number;
        orderBy?: InvoiceLineOrder;
      },
      'one'
    >;
    kind: Leaf<InvoiceKind>;
    lines: Leaf<number>;
    number: Leaf<string>;
    total: Branch<'Money', NoArguments, 'one'>;
  };
  InvoiceConnection: {
    edges: Branch<'InvoiceEdge', NoArguments, 'many'>;
    nodes: Branch<'Invoice', NoArguments, 'many'>;
    pageInfo: Branch<'PageInfo', NoArguments, 'one'>;
    totalCount: Leaf<number | null>;
  };
  InvoiceEdge: { cursor: Leaf<string>; node: Branch<'Invoice', NoArguments, 'one'> };
  InvoiceLine: {
    amount: Branch<'Money', NoArguments, 'one'>;
    code: Leaf<string>;
    currency: Leaf<string>;
    description: Leaf<string>;
    invoice: Branch<'Invoice', NoArguments, 'maybe'>;
    kind: Leaf<LineKind>;
    product: Branch<'Product', NoArguments, 'maybe'>;
    quantity: Leaf<number>;
    unitPrice: Leaf<number>;
  };
  InvoiceLineConnection: {
    edges: Branch<'InvoiceLineEdge', NoArguments, 'many'>;
    nodes: Branch<'InvoiceLine', NoArguments, 'many'>;
    pageInfo: Branch<'PageInfo', NoArguments, 'one'>;
    totalCount: Leaf<number | null>;
  };
  InvoiceLineEdge: { cursor: Leaf<string>; node: Branch<'InvoiceLine', NoArguments, 'one'> };
  Money: { amount: Leaf<number>; currency: Leaf<string> };
  PageInfo: {
    endCursor: Leaf<string | null>;
    hasNextPage: Leaf<boolean>;
    hasPreviousPage: Leaf<boolean>;
    startCursor: Leaf<string | null>;
  };
  Policy: { description: Leaf<string>; name: Leaf<string>; stage: Leaf<PolicyStage> };
  PolicyVersion: {
    effectiveFrom: Leaf<string>;
    effectiveTo: Leaf<string | null>;
    number: Leaf<number>;
    policy: Branch<'Policy', NoArguments, 'maybe'>;
    status: Leaf<PolicyVersionStatus>;
  };
  Product: {
    category: Leaf<string | null>;
    code: Leaf<string>;
    complexity: Leaf<ProductComplexity>;
    currency: Leaf<string>;
    extras: Leaf<string[]>;
    name: Leaf<string>;
  };
  Query: {
    customer: Branch<'Customer', { id: string }, 'maybe'>;
    customers: Branch<
      'CustomerConnection',
      {
        after?: string;
        before?: string;
        filter?: CustomerFilter;
        first?: number;
        last?: number;
        orderBy?: CustomerOrder;
      },
      'one'
    >;
  };
  Return: {
    at: Leaf<string>;
    closedAt: Leaf<string | null>;
    code: Leaf<string>;
    countedFrom: Leaf<string | null>;
    deadline: Leaf<string | null>;
    invoice: Branch<'Invoice', NoArguments, 'maybe'>;
    outcome: Leaf<ReturnOutcome>;
    policy: Branch<'Policy', NoArguments, 'maybe'>;
    policyVersion: Branch<'PolicyVersion', NoArguments, 'maybe'>;
    quantity: Leaf<number>;
    returnLine: Branch<'InvoiceLine', NoArguments, 'maybe'>;
    saleLine: Branch<'InvoiceLine', NoArguments, 'maybe'>;
    status: Leaf<ReturnStatus>;
    termId: Leaf<string | null>;
  };
  ReturnConnection: {
    edges: Branch<'ReturnEdge', NoArguments, 'many'>;
    nodes: Branch<'Return', NoArguments, 'many'>;
    pageInfo: Branch<'PageInfo', NoArguments, 'one'>;
    totalCount: Leaf<number | null>;
  };
  ReturnEdge: { cursor: Leaf<string>; node: Branch<'Return', NoArguments, 'one'> };
  Touchpoint: {
    at: Leaf<string>;
    channel: Leaf<TouchChannel>;
    direction: Leaf<TouchDirection>;
    subject: Leaf<string>;
    tag: Leaf<TouchTag>;
  };
  TouchpointConnection: {
    edges: Branch<'TouchpointEdge', NoArguments, 'many'>;
    nodes: Branch<'Touchpoint', NoArguments, 'many'>;
    pageInfo: Branch<'PageInfo', NoArguments, 'one'>;
    totalCount: Leaf<number | null>;
  };
  TouchpointEdge: { cursor: Leaf<string>; node: Branch<'Touchpoint', NoArguments, 'one'> };
}
/** The same for the program: which fields lead to which type, and what their arguments are called in GraphQL. */
export const fields: Record<string, Record<string, { type?: string; args?: Record<string, string> }>> = {
  Contact: { email: {}, name: {}, phone: {}, role: {} },
  ContactConnection: {
    edges: { type: 'ContactEdge' },
    nodes: { type: 'Contact' },
    pageInfo: { type: 'PageInfo' },
    totalCount: {},
  },
  ContactEdge: { cursor: {}, node: { type: 'Contact' } },
  Customer: {
    contacts: {
      type: 'ContactConnection',
      args: {
        after: 'String',
        before: 'String',
        filter: 'ContactFilter',
        first: 'Int',
        last: 'Int',
        orderBy: 'ContactOrder',
      },
    },
    country: {},
    currency: {},
    entitlements: {
      type: 'EntitlementConnection',
      args: {
        after: 'String',
        before: 'String',
        filter: 'EntitlementFilter',
        first: 'Int',
        last: 'Int',
        orderBy: 'EntitlementOrder',
      },
    },
    health: {},
    id: {},
    invoices: {
      type: 'InvoiceConnection',
      args: {
        after: 'String',
        before: 'String',
        filter: 'InvoiceFilter',
        first: 'Int',
        last: 'Int',
        orderBy: 'InvoiceOrder',
      },
    },
    kind: {},
    lastPurchaseAt: {},
    lastTouchAt: {},
    name: {},
    number: {},
    orders: {},
    region: {},
    returns: {
      type: 'ReturnConnection',
      args: {
        after: 'String',
        before: 'String',
        filter: 'ReturnFilter',
        first: 'Int',
        last: 'Int',
        orderBy: 'ReturnOrder',
      },
    },
    segment: {},
    since: {},
    stage: {},
    touchpoints: {
      type: 'TouchpointConnection',
      args: {
        after: 'String',
        before: 'String',
        filter: 'TouchpointFilter',
        first: 'Int',
        last: 'Int',
        orderBy: 'TouchpointOrder',
      },
    },
    value: { type: 'Money' },
  },
  CustomerConnection: {
    edges: { type: 'CustomerEdge' },
    nodes: { type: 'Customer' },
    pageInfo: { type: 'PageInfo' },
    totalCount: {},
  },
  CustomerEdge: { cursor: {}, node: { type: 'Customer' } },
  Entitlement: {
    grantedOn: {},
    invoice: { type: 'Invoice' },
    policy: { type: 'Policy' },
    policyVersion: { type: 'PolicyVersion' },
  },
  EntitlementConnection: {
    edges: { type: 'EntitlementEdge' },
    nodes: { type: 'Entitlement' },
    pageInfo: { type: 'PageInfo' },
    totalCount: {},
  },
  EntitlementEdge: { cursor: {}, node: { type: 'Entitlement' } },
  Invoice: {
    at: {},
    country: {},
    currency: {},
    entitlements: {
      type: 'EntitlementConnection',
      args: {
        after: 'String',
        before: 'String',
        filter: 'EntitlementFilter',
        first: 'Int',
        last: 'Int',
        orderBy: 'EntitlementOrder',
      },
    },
    invoiceLines: {
      type: 'InvoiceLineConnection',
      args: {
        after: 'String',
        before: 'String',
        filter: 'InvoiceLineFilter',
        first: 'Int',
        last: 'Int',
        orderBy: 'InvoiceLineOrder',
      },
    },
    kind: {},
    lines: {},
    number: {},
    total: { type: 'Money' },
  },
  InvoiceConnection: {
    edges: { type: 'InvoiceEdge' },
    nodes: { type: 'Invoice' },
    pageInfo: { type: 'PageInfo' },
    totalCount: {},
  },
  InvoiceEdge: { cursor: {}, node: { type: 'Invoice' } },
  InvoiceLine: {
    amount: { type: 'Money' },
    code: {},
    currency: {},
    description: {},
    invoice: { type: 'Invoice' },
    kind: {},
    product: { type: 'Product' },
    quantity: {},
    unitPrice: {},
  },
  InvoiceLineConnection: {
    edges: { type: 'InvoiceLineEdge' },
    nodes: { type: 'InvoiceLine' },
    pageInfo: { type: 'PageInfo' },
    totalCount: {},
  },
  InvoiceLineEdge: { cursor: {}, node: { type: 'InvoiceLine' } },
  Money: { amount: {}, currency: {} },
  PageInfo: { endCursor: {}, hasNextPage: {}, hasPreviousPage: {}, startCursor: {} },
  Policy: { description: {}, name: {}, stage: {} },
  PolicyVersion: { effectiveFrom: {}, effectiveTo: {}, number: {}, policy: { type: 'Policy' }, status: {} },
  Product: { category: {}, code: {}, complexity: {}, currency: {}, extras: {}, name: {} },
  Query: {
    customer: { type: 'Customer', args: { id: 'ID!' } },
    customers: {
      type: 'CustomerConnection',
      args: {
        after: 'String',
        before: 'String',
        filter: 'CustomerFilter',
        first: 'Int',
        last: 'Int',
        orderBy: 'CustomerOrder',
      },
    },
  },
  Return: {
    at: {},
    closedAt: {},
    code: {},
    countedFrom: {},
    deadline: {},
    invoice: { type: 'Invoice' },
    outcome: {},
    policy: { type: 'Policy' },
    policyVersion: { type: 'PolicyVersion' },
    quantity: {},
    returnLine: { type: 'InvoiceLine' },
    saleLine: { type: 'InvoiceLine' },
    status: {},
    termId: {},
  },
  ReturnConnection: {
    edges: { type: 'ReturnEdge' },
    nodes: { type: 'Return' },
    pageInfo: { type: 'PageInfo' },
    totalCount: {},
  },
  ReturnEdge: { cursor: {}, node: { type: 'Return' } },
  Touchpoint: { at: {}, channel: {}, direction: {}, subject: {}, tag: {} },
  TouchpointConnection: {
    edges: { type: 'TouchpointEdge' },
    nodes: { type: 'Touchpoint' },
    pageInfo: { type: 'PageInfo' },
    totalCount: {},
  },
  TouchpointEdge: { cursor: {}, node: { type: 'Touchpoint' } },
};
