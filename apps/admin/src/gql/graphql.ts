/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AccessOutcome =
  | 'FAILED'
  | 'OK';

export type AgreementActivateInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type AgreementCreateInput = {
  fields?: Array<string> | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  minimumCount?: number | null | undefined;
  partnerId: string | number;
  purpose?: SharingPurpose | null | undefined;
  regions?: Array<string> | null | undefined;
  segments?: Array<string> | null | undefined;
  validFrom: string;
  validTo?: string | null | undefined;
};

export type AgreementEndInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type AgreementGrantInput = {
  fields: Array<string>;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type AgreementStatus =
  | 'ACTIVE'
  | 'DRAFT'
  | 'ENDED'
  | 'SUSPENDED';

export type AgreementSuspendInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type AgreementUpdateInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  minimumCount?: number | null | undefined;
  regions?: Array<string> | null | undefined;
  segments?: Array<string> | null | undefined;
  validFrom?: string | null | undefined;
  validTo?: string | null | undefined;
  version: number;
};

export type ApiKeyCreateInput = {
  agreementId: string | number;
  expiresAt?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  label: string;
};

export type ApiKeyRevokeInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type ApiKeyState =
  | 'EXPIRED'
  | 'REVOKED'
  | 'USABLE';

export type AttentionKind =
  | 'ACTION_DUE'
  | 'CLAIM_DUE'
  | 'CUT_WAITING'
  | 'PLAN_WAITING'
  | 'POINT_SILENT'
  | 'RETURNS_OPEN'
  | 'TASK_DUE'
  | 'WARNING';

export type AuditEventFilter = {
  actorKind?: TextFilter | null | undefined;
  actorName?: TextFilter | null | undefined;
  and?: Array<AuditEventFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  id?: IdFilter | null | undefined;
  not?: AuditEventFilter | null | undefined;
  operation?: TextFilter | null | undefined;
  or?: Array<AuditEventFilter> | null | undefined;
  seq?: IntFilter | null | undefined;
  subject?: TextFilter | null | undefined;
};

export type AuditEventOrder =
  | 'AT_ASC'
  | 'AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'SEQ_ASC'
  | 'SEQ_DESC';

export type BooleanFilter = {
  eq?: boolean | null | undefined;
  isNull?: boolean | null | undefined;
};

export type BusinessUpdateInput = {
  asOf?: string | null | undefined;
  currency?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  timezone?: string | null | undefined;
  version: number;
};

export type CalendarApplyPackInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  pack: string;
  version: number;
};

export type CalendarCreateInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name: string;
  packs?: Array<string> | null | undefined;
  shiftDay?: ShiftDay | null | undefined;
  timeZone: string;
  week: unknown;
  years?: unknown;
};

export type CalendarDayInput = {
  date: string;
  kind: CalendarDayKind;
  like?: number | null | undefined;
  name: string;
  shifts?: unknown;
};

export type CalendarDayKind =
  | 'HOLIDAY'
  | 'WORKING';

export type CalendarDaysSetInput = {
  days: Array<CalendarDayInput>;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
  year: number;
};

export type CalendarDeleteInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type CalendarFilter = {
  and?: Array<CalendarFilter> | null | undefined;
  id?: IdFilter | null | undefined;
  name?: TextFilter | null | undefined;
  not?: CalendarFilter | null | undefined;
  or?: Array<CalendarFilter> | null | undefined;
  timeZone?: TextFilter | null | undefined;
};

export type CalendarOrder =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC';

export type CalendarUpdateInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  shiftDay?: ShiftDay | null | undefined;
  timeZone?: string | null | undefined;
  version: number;
  week?: unknown;
  years?: unknown;
};

export type ChargeKind =
  | 'ADD_ON'
  | 'DIAGNOSIS'
  | 'FEE'
  | 'PART';

export type ChargeVerdict =
  | 'ACCEPT'
  | 'BLOCK'
  | 'NEEDS_CONSENT';

export type ClaimChargeConsentInput = {
  by: string;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  on?: string | null | undefined;
  version: number;
};

export type ClaimChargeInput = {
  amount: number;
  code: string;
  currency: string;
  description?: string | null | undefined;
  kind?: ChargeKind | null | undefined;
};

export type ClaimChargesSetInput = {
  charges: Array<ClaimChargeInput>;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type ClaimFilter = {
  and?: Array<ClaimFilter> | null | undefined;
  claimedAt?: DateTimeFilter | null | undefined;
  claimedOn?: DateFilter | null | undefined;
  closedAt?: DateTimeFilter | null | undefined;
  customerId?: IdFilter | null | undefined;
  id?: IdFilter | null | undefined;
  invoiceId?: ReferenceFilter | null | undefined;
  kind?: ClaimKindFilter | null | undefined;
  not?: ClaimFilter | null | undefined;
  number?: TextFilter | null | undefined;
  or?: Array<ClaimFilter> | null | undefined;
  outcome?: ClaimOutcomeFilter | null | undefined;
  receiptHash?: TextFilter | null | undefined;
  refund?: MinorUnitsFilter | null | undefined;
  respondedAt?: DateTimeFilter | null | undefined;
  settledOn?: DateFilter | null | undefined;
  status?: ClaimStatusFilter | null | undefined;
};

export type ClaimKind =
  | 'MAINTENANCE'
  | 'REPAIR'
  | 'REPLACEMENT'
  | 'RETURN'
  | 'SERVICE';

export type ClaimKindFilter = {
  eq?: ClaimKind | null | undefined;
  in?: Array<ClaimKind> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ClaimLineInput = {
  details?: unknown;
  lineId: string | number;
  quantity: number;
  serialFailed?: string | null | undefined;
};

export type ClaimOpenInput = {
  claimedAt?: string | null | undefined;
  claimedOn?: string | null | undefined;
  customerId: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  invoiceId: string | number;
  kind: ClaimKind;
  language?: Language | null | undefined;
  lines: Array<ClaimLineInput>;
  note?: string | null | undefined;
};

export type ClaimOrder =
  | 'CLAIMED_ON_ASC'
  | 'CLAIMED_ON_DESC'
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NUMBER_ASC'
  | 'NUMBER_DESC'
  | 'REFUND_ASC'
  | 'REFUND_DESC';

export type ClaimOutcome =
  | 'ALLOWED'
  | 'NOT_COVERED'
  | 'NO_PURCHASE'
  | 'PARTLY'
  | 'REFUSED';

export type ClaimOutcomeFilter = {
  eq?: ClaimOutcome | null | undefined;
  in?: Array<ClaimOutcome> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ClaimPauseInput = {
  from?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  reason: string;
  to?: string | null | undefined;
  version: number;
};

export type ClaimRespondInput = {
  at?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type ClaimResumeInput = {
  at?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type ClaimReviewDecideInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  outcome: ReviewOutcome;
  reason: string;
  remedy?: Remedy | null | undefined;
  version: number;
};

export type ClaimSerialInput = {
  id: string | number;
  serialReplacement: string;
};

export type ClaimSettleInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  lines?: Array<ClaimSerialInput> | null | undefined;
  refundPaid?: MoneyInput | null | undefined;
  version: number;
};

export type ClaimStatus =
  | 'DECIDED'
  | 'OPEN'
  | 'SETTLED'
  | 'WITHDRAWN';

export type ClaimStatusFilter = {
  eq?: ClaimStatus | null | undefined;
  in?: Array<ClaimStatus> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ClaimWithdrawInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  reason: string;
  version: number;
};

export type ClockHours =
  | 'ELAPSED'
  | 'WORKING';

export type ClockState =
  | 'ENDED'
  | 'KEPT'
  | 'MISSED'
  | 'OVERDUE'
  | 'PAUSED'
  | 'RUNNING'
  | 'UNKNOWN';

export type ClockTarget =
  | 'FIRST_RESPONSE'
  | 'RESOLUTION';

export type ConsentInput = {
  by: string;
  note: string;
  on: string;
  weighing: string;
};

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
  currency?: TextFilter | null | undefined;
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

export type EntitlementMoveInput = {
  consent?: ConsentInput | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  policyVersionId: string | number;
};

export type FeeMode =
  | 'AMOUNT'
  | 'CAP';

export type FieldPii =
  | 'direct'
  | 'indirect'
  | 'none';

export type FieldShare =
  | 'always'
  | 'grantable'
  | 'never';

export type FigureTargetResource =
  | 'claims'
  | 'customers'
  | 'fulfilmentTasks'
  | 'importBatches'
  | 'invoices'
  | 'planActions'
  | 'policies'
  | 'retentionPlans'
  | 'returns'
  | 'servicePoints'
  | 'warnings';

export type FulfilmentAssignInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  ownerId?: string | number | null | undefined;
  version: number;
};

export type FulfilmentCancelInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  reason: string;
  version: number;
};

export type FulfilmentCompleteInput = {
  completedOn?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  note: string;
  signedBy: string;
  version: number;
};

export type FulfilmentKind =
  | 'DELIVERY'
  | 'EXTRAS'
  | 'INSTALLATION'
  | 'MAINTENANCE'
  | 'PACKAGING'
  | 'TRAINING';

export type FulfilmentKindFilter = {
  eq?: FulfilmentKind | null | undefined;
  in?: Array<FulfilmentKind> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type FulfilmentOpenInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  invoiceId: string | number;
};

export type FulfilmentPartsInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  parts: Array<PartUsedInput>;
  version: number;
};

export type FulfilmentReopenInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type FulfilmentScheduleInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  scheduledFor?: string | null | undefined;
  version: number;
};

export type FulfilmentStatus =
  | 'CANCELLED'
  | 'DONE'
  | 'OPEN'
  | 'SCHEDULED';

export type FulfilmentStatusFilter = {
  eq?: FulfilmentStatus | null | undefined;
  in?: Array<FulfilmentStatus> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type FulfilmentTaskFilter = {
  and?: Array<FulfilmentTaskFilter> | null | undefined;
  completedOn?: DateFilter | null | undefined;
  customerId?: IdFilter | null | undefined;
  dueOn?: DateFilter | null | undefined;
  id?: IdFilter | null | undefined;
  invoiceId?: ReferenceFilter | null | undefined;
  kind?: FulfilmentKindFilter | null | undefined;
  not?: FulfilmentTaskFilter | null | undefined;
  or?: Array<FulfilmentTaskFilter> | null | undefined;
  ownerId?: ReferenceFilter | null | undefined;
  policyVersionId?: ReferenceFilter | null | undefined;
  scheduledFor?: DateTimeFilter | null | undefined;
  status?: FulfilmentStatusFilter | null | undefined;
};

export type FulfilmentTickInput = {
  done: boolean;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  item: number;
  version: number;
};

export type HealthBucket =
  | 'COOLING'
  | 'FAIR'
  | 'GOOD'
  | 'POOR'
  | 'UNKNOWN';

export type HealthRecomputeInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type IdFilter = {
  eq?: string | number | null | undefined;
  in?: Array<string | number> | null | undefined;
};

export type ImportBatchFilter = {
  and?: Array<ImportBatchFilter> | null | undefined;
  fileName?: TextFilter | null | undefined;
  id?: IdFilter | null | undefined;
  not?: ImportBatchFilter | null | undefined;
  or?: Array<ImportBatchFilter> | null | undefined;
  status?: ImportStatusFilter | null | undefined;
};

export type ImportBatchOrder =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'STATUS_ASC'
  | 'STATUS_DESC';

export type ImportCheckInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  mapping: unknown;
};

export type ImportDiscardInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type ImportFault =
  | 'BAD_CHARACTER'
  | 'COLUMNS'
  | 'CURRENCIES_DIFFER'
  | 'MISSING'
  | 'NOT_A_CURRENCY'
  | 'NOT_A_DATE'
  | 'NOT_A_NUMBER'
  | 'NOT_WHOLE'
  | 'QUOTES'
  | 'TOO_FINE'
  | 'TOO_LARGE'
  | 'TOO_LONG';

export type ImportOutcome =
  | 'DIFFERS'
  | 'FEE'
  | 'NEGATIVE_PRICE'
  | 'NON_RETURN_NEGATIVE'
  | 'NO_CUSTOMER'
  | 'NO_PIECES'
  | 'OTHER_CURRENCY'
  | 'RETURN'
  | 'RETURN_ON_RECORD'
  | 'SALE'
  | 'SALE_ON_RECORD'
  | 'THERE'
  | 'UNREADABLE';

export type ImportPhase =
  | 'DONE'
  | 'MATCHING'
  | 'MOVING'
  | 'PREPARING'
  | 'READING'
  | 'VALUES'
  | 'WAITING';

export type ImportStartInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  mapping: unknown;
};

export type ImportStatus =
  | 'COMPLETE'
  | 'FAILED'
  | 'PREVIEW'
  | 'RUNNING'
  | 'UNDONE';

export type ImportStatusFilter = {
  eq?: ImportStatus | null | undefined;
  in?: Array<ImportStatus> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ImportTarget =
  | 'at'
  | 'code'
  | 'country'
  | 'currency'
  | 'customer'
  | 'description'
  | 'invoice'
  | 'quantity'
  | 'unitPrice';

export type ImportUndoInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
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

export type InvoiceFilter = {
  and?: Array<InvoiceFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  batchId?: ReferenceFilter | null | undefined;
  country?: TextFilter | null | undefined;
  currency?: TextFilter | null | undefined;
  customerId?: IdFilter | null | undefined;
  deliveredOn?: DateFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: InvoiceKindFilter | null | undefined;
  lines?: IntFilter | null | undefined;
  not?: InvoiceFilter | null | undefined;
  number?: TextFilter | null | undefined;
  or?: Array<InvoiceFilter> | null | undefined;
  total?: MinorUnitsFilter | null | undefined;
};

export type InvoiceKind =
  | 'RETURN'
  | 'SALE';

export type InvoiceKindFilter = {
  eq?: InvoiceKind | null | undefined;
  in?: Array<InvoiceKind> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type InvoiceOrder =
  | 'AT_ASC'
  | 'AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NUMBER_ASC'
  | 'NUMBER_DESC'
  | 'TOTAL_ASC'
  | 'TOTAL_DESC';

export type Language =
  | 'en'
  | 'zh_Hans'
  | 'zh_Hant';

export type LineKind =
  | 'FEE'
  | 'RETURN'
  | 'SALE';

export type MinorUnitsFilter = {
  eq?: number | null | undefined;
  gt?: number | null | undefined;
  gte?: number | null | undefined;
  in?: Array<number> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: number | null | undefined;
  lte?: number | null | undefined;
};

export type MoneyInput = {
  amount: number;
  currency: string;
};

export type MoveVerdict =
  | 'BETTER'
  | 'SAME'
  | 'WORSE';

export type PartUsedInput = {
  productId: string | number;
  quantity: number;
  serialIn?: string | null | undefined;
  serialOut?: string | null | undefined;
};

export type PartnerCreateInput = {
  contactEmail?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name: string;
  note?: string | null | undefined;
  website?: string | null | undefined;
};

export type PartnerFilter = {
  and?: Array<PartnerFilter> | null | undefined;
  id?: IdFilter | null | undefined;
  name?: TextFilter | null | undefined;
  not?: PartnerFilter | null | undefined;
  or?: Array<PartnerFilter> | null | undefined;
};

export type PartnerOrder =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC';

export type PartnerProductRoleRemoveInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type PartnerProductRoleSetInput = {
  category?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  partnerId: string | number;
  productId?: string | number | null | undefined;
  reason?: string | null | undefined;
  role: PartnerRole;
};

export type PartnerRole =
  | 'BOTH'
  | 'COMPETITOR'
  | 'COMPLEMENTOR';

export type PartnerUpdateInput = {
  contactEmail?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  note?: string | null | undefined;
  version: number;
  website?: string | null | undefined;
};

export type PlanActionAddInput = {
  cost?: number | null | undefined;
  description: string;
  dueOn: string;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  kind: PlanActionKind;
  ownerId?: string | number | null | undefined;
  planId: string | number;
};

export type PlanActionDoneInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  result?: string | null | undefined;
  version: number;
};

export type PlanActionKind =
  | 'CARE'
  | 'INCENTIVE'
  | 'SERVICE';

export type PlanActionReopenInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type PlanActionUpdateInput = {
  cost?: number | null | undefined;
  description?: string | null | undefined;
  dueOn?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  kind?: PlanActionKind | null | undefined;
  ownerId?: string | number | null | undefined;
  version: number;
};

export type PlanActivateInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type PlanCreateInput = {
  budget?: number | null | undefined;
  customerId: string | number;
  goal: string;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name: string;
  ownerId?: string | number | null | undefined;
  startsOn?: string | null | undefined;
};

export type PlanFinishInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
  outcome: RetentionOutcome;
  version: number;
};

export type PlanResourceAddInput = {
  amount?: number | null | undefined;
  description: string;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  kind: PlanResourceKind;
  planId: string | number;
};

export type PlanResourceKind =
  | 'BUDGET'
  | 'MATERIAL'
  | 'POLICY'
  | 'PRODUCT';

export type PlanResourceRemoveInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type PlanStartInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  language?: Language | null | undefined;
  warningId: string | number;
};

export type PlanStopInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  reason: string;
  version: number;
};

export type PlanUpdateInput = {
  budget?: number | null | undefined;
  goal?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  ownerId?: string | number | null | undefined;
  startsOn?: string | null | undefined;
  version: number;
};

export type PolicyCommentAddInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  termId?: string | null | undefined;
  text: string;
  versionId: string | number;
};

export type PolicyCommentResolveInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type PolicyCreateFromPackInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  language?: Language | null | undefined;
  name?: string | null | undefined;
  pack: string;
};

export type PolicyCreateInput = {
  description?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name: string;
  probeDays?: number | null | undefined;
  regions?: Array<string> | null | undefined;
  slug?: string | null | undefined;
  stage?: PolicyStage | null | undefined;
  words?: unknown;
};

export type PolicyCutApproveInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
};

export type PolicyCutProposeInput = {
  effectiveFrom?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  reason: string;
  retiring?: boolean | null | undefined;
  version: number;
  versionId: string | number;
};

export type PolicyCutRejectInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
};

export type PolicyCutStatus =
  | 'APPROVED'
  | 'PENDING'
  | 'REJECTED'
  | 'VOID';

export type PolicyDifferenceKind =
  | 'ADDED'
  | 'REPLACED';

export type PolicyFilter = {
  and?: Array<PolicyFilter> | null | undefined;
  baseId?: ReferenceFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: TextFilter | null | undefined;
  not?: PolicyFilter | null | undefined;
  or?: Array<PolicyFilter> | null | undefined;
  slug?: TextFilter | null | undefined;
  stage?: PolicyStageFilter | null | undefined;
};

export type PolicyFloorRemoveInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type PolicyFloorSetInput = {
  bound: unknown;
  cell?: string | null | undefined;
  field: string;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  kind: string;
  reason: string;
  replaces?: string | number | null | undefined;
  row?: string | null | undefined;
};

export type PolicyGapDraftInput = {
  asked?: Array<string> | null | undefined;
  category?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  kind: string;
  policyId: string | number;
  region?: string | null | undefined;
  segment?: string | null | undefined;
};

export type PolicyOrder =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC'
  | 'UPDATED_AT_ASC'
  | 'UPDATED_AT_DESC';

export type PolicyStage =
  | 'AFTER_SALE'
  | 'ALWAYS'
  | 'PRE_SALE'
  | 'SALE';

export type PolicyStageFilter = {
  eq?: PolicyStage | null | undefined;
  in?: Array<PolicyStage> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type PolicyUpdateInput = {
  description?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  probeDays?: number | null | undefined;
  regions?: Array<string> | null | undefined;
  slug?: string | null | undefined;
  stage?: PolicyStage | null | undefined;
  version: number;
  words?: unknown;
};

export type PolicyVariantCreateInput = {
  baseId: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name: string;
  regions: Array<string>;
};

export type PolicyVersionBeginInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  policyId: string | number;
};

export type PolicyVersionDiscardInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type PolicyVersionDraftFromInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  language?: Language | null | undefined;
  pack?: string | null | undefined;
};

export type PolicyVersionPublishInput = {
  effectiveFrom?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type PolicyVersionRetireInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  on?: string | null | undefined;
  version: number;
};

export type PolicyVersionSaveInput = {
  calendarId?: string | number | null | undefined;
  effectiveFrom?: string | null | undefined;
  effectiveTo?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  intro?: string | null | undefined;
  phrases?: unknown;
  pointIds?: Array<string | number> | null | undefined;
  terms?: unknown;
  version: number;
};

export type PolicyVersionStatus =
  | 'DRAFT'
  | 'PUBLISHED'
  | 'RETIRED';

export type ProbeChannel =
  | 'EMAIL'
  | 'PHONE'
  | 'VISIT'
  | 'WEBSITE';

export type ProductComplexity =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

export type ProductComplexityFilter = {
  eq?: ProductComplexity | null | undefined;
  in?: Array<ProductComplexity> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ProductCreateInput = {
  category?: string | null | undefined;
  code: string;
  complexity?: ProductComplexity | null | undefined;
  extras?: Array<string> | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  isPart?: boolean | null | undefined;
  name: string;
  partnerId?: string | number | null | undefined;
  price?: number | null | undefined;
};

export type ProductFilter = {
  and?: Array<ProductFilter> | null | undefined;
  category?: TextFilter | null | undefined;
  code?: TextFilter | null | undefined;
  complexity?: ProductComplexityFilter | null | undefined;
  id?: IdFilter | null | undefined;
  isPart?: BooleanFilter | null | undefined;
  name?: TextFilter | null | undefined;
  not?: ProductFilter | null | undefined;
  or?: Array<ProductFilter> | null | undefined;
  partnerId?: ReferenceFilter | null | undefined;
  price?: UnitPriceFilter | null | undefined;
};

export type ProductOrder =
  | 'CODE_ASC'
  | 'CODE_DESC'
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC'
  | 'UPDATED_AT_ASC'
  | 'UPDATED_AT_DESC';

export type ProductUpdateInput = {
  category?: string | null | undefined;
  complexity?: ProductComplexity | null | undefined;
  extras?: Array<string> | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  isPart?: boolean | null | undefined;
  name?: string | null | undefined;
  partnerId?: string | number | null | undefined;
  price?: number | null | undefined;
  version: number;
};

export type QuoteAcceptInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  revisionId: string | number;
  version: number;
};

export type QuoteCreateInput = {
  currency?: string | null | undefined;
  customerId: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  title: string;
  validUntil?: string | null | undefined;
};

export type QuoteDeclineInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  reason: string;
  version: number;
};

export type QuoteFilter = {
  and?: Array<QuoteFilter> | null | undefined;
  closedOn?: DateFilter | null | undefined;
  customerId?: IdFilter | null | undefined;
  id?: IdFilter | null | undefined;
  invoiceId?: ReferenceFilter | null | undefined;
  not?: QuoteFilter | null | undefined;
  number?: TextFilter | null | undefined;
  or?: Array<QuoteFilter> | null | undefined;
  ownerId?: ReferenceFilter | null | undefined;
  status?: QuoteStatusFilter | null | undefined;
  title?: TextFilter | null | undefined;
};

export type QuoteLineInput = {
  description?: string | null | undefined;
  productId: string | number;
  quantity: number;
  unitPrice?: number | null | undefined;
};

export type QuoteOrder =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NUMBER_ASC'
  | 'NUMBER_DESC'
  | 'TITLE_ASC'
  | 'TITLE_DESC'
  | 'UPDATED_AT_ASC'
  | 'UPDATED_AT_DESC';

export type QuoteReviseInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type QuoteRevisionDiscardInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type QuoteRevisionSaveInput = {
  discount?: number | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  lines?: Array<QuoteLineInput> | null | undefined;
  note?: string | null | undefined;
  solution?: string | null | undefined;
  validUntil?: string | null | undefined;
  version: number;
};

export type QuoteRevisionSendInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  version: number;
};

export type QuoteRevisionStatus =
  | 'ACCEPTED'
  | 'DRAFT'
  | 'SENT'
  | 'SUPERSEDED';

export type QuoteStatus =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'OPEN';

export type QuoteStatusFilter = {
  eq?: QuoteStatus | null | undefined;
  in?: Array<QuoteStatus> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ReferenceFilter = {
  eq?: string | number | null | undefined;
  in?: Array<string | number> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type Remedy =
  | 'REFUND'
  | 'REPAIR'
  | 'REPLACE'
  | 'SERVICE';

export type RetentionOutcome =
  | 'KEPT'
  | 'LOST'
  | 'UNCLEAR';

export type RetentionOutcomeFilter = {
  eq?: RetentionOutcome | null | undefined;
  in?: Array<RetentionOutcome> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type RetentionPlanFilter = {
  and?: Array<RetentionPlanFilter> | null | undefined;
  customerId?: IdFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: TextFilter | null | undefined;
  not?: RetentionPlanFilter | null | undefined;
  or?: Array<RetentionPlanFilter> | null | undefined;
  outcome?: RetentionOutcomeFilter | null | undefined;
  ownerId?: ReferenceFilter | null | undefined;
  startsOn?: DateFilter | null | undefined;
  status?: RetentionPlanStatusFilter | null | undefined;
};

export type RetentionPlanOrder =
  | 'BUDGET_ASC'
  | 'BUDGET_DESC'
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC'
  | 'STARTS_ON_ASC'
  | 'STARTS_ON_DESC';

export type RetentionPlanStatus =
  | 'ACTIVE'
  | 'DONE'
  | 'DRAFT'
  | 'STOPPED';

export type RetentionPlanStatusFilter = {
  eq?: RetentionPlanStatus | null | undefined;
  in?: Array<RetentionPlanStatus> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type RetentionSettingsUpdateInput = {
  closedDays?: Array<string> | null | undefined;
  dueInWorkingDays?: number | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  margin?: number | null | undefined;
  perAgentPerDay?: number | null | undefined;
  version: number;
  warnBelow?: number | null | undefined;
};

export type ReturnCloseInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type ReturnFilter = {
  and?: Array<ReturnFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  code?: TextFilter | null | undefined;
  customerId?: IdFilter | null | undefined;
  deadline?: DateFilter | null | undefined;
  id?: IdFilter | null | undefined;
  invoiceId?: ReferenceFilter | null | undefined;
  not?: ReturnFilter | null | undefined;
  or?: Array<ReturnFilter> | null | undefined;
  outcome?: ReturnOutcomeFilter | null | undefined;
  policyId?: ReferenceFilter | null | undefined;
  policyVersionId?: ReferenceFilter | null | undefined;
  returnLineId?: ReferenceFilter | null | undefined;
  saleLineId?: ReferenceFilter | null | undefined;
  status?: ReturnStatusFilter | null | undefined;
  termId?: TextFilter | null | undefined;
};

export type ReturnOrder =
  | 'AT_ASC'
  | 'AT_DESC'
  | 'CODE_ASC'
  | 'CODE_DESC'
  | 'ID_ASC'
  | 'ID_DESC';

export type ReturnOutcome =
  | 'ALLOWED'
  | 'NOT_COVERED'
  | 'NO_PURCHASE'
  | 'REFUSED';

export type ReturnOutcomeFilter = {
  eq?: ReturnOutcome | null | undefined;
  in?: Array<ReturnOutcome> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ReturnStatus =
  | 'CLOSED'
  | 'OPEN';

export type ReturnStatusFilter = {
  eq?: ReturnStatus | null | undefined;
  in?: Array<ReturnStatus> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ReturnsCloseInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  ids: Array<string | number>;
  reason: string;
};

export type ReturnsReopenInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  ids: Array<string | number>;
};

export type ReviewOutcome =
  | 'ALLOWED'
  | 'REFUSED';

export type SaleLineInput = {
  description?: string | null | undefined;
  productId: string | number;
  quantity: number;
  unitPrice?: number | null | undefined;
};

export type SaleRecordInput = {
  currency?: string | null | undefined;
  customerId: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  lines: Array<SaleLineInput>;
  soldOn?: string | null | undefined;
};

export type ScheduleWarning =
  | 'AFTER_DUE'
  | 'OUTSIDE_HOURS'
  | 'YEAR_UNKNOWN';

export type SegmentSource =
  | 'AUTOMATIC'
  | 'MANUAL';

export type SegmentSourceFilter = {
  eq?: SegmentSource | null | undefined;
  in?: Array<SegmentSource> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ServicePointCreateInput = {
  active?: boolean | null | undefined;
  address?: string | null | undefined;
  calendarId?: string | number | null | undefined;
  email?: string | null | undefined;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name: string;
  note?: string | null | undefined;
  phone?: string | null | undefined;
  region?: string | null | undefined;
  website?: string | null | undefined;
  words?: unknown;
};

export type ServicePointFilter = {
  active?: BooleanFilter | null | undefined;
  and?: Array<ServicePointFilter> | null | undefined;
  calendarId?: ReferenceFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: TextFilter | null | undefined;
  not?: ServicePointFilter | null | undefined;
  or?: Array<ServicePointFilter> | null | undefined;
  region?: TextFilter | null | undefined;
};

export type ServicePointOrder =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC';

export type ServicePointProbeInput = {
  answered: boolean;
  channel: ProbeChannel;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
  on?: string | null | undefined;
  pointId: string | number;
};

export type ServicePointUpdateInput = {
  active?: boolean | null | undefined;
  address?: string | null | undefined;
  calendarId?: string | number | null | undefined;
  email?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  note?: string | null | undefined;
  phone?: string | null | undefined;
  region?: string | null | undefined;
  version: number;
  website?: string | null | undefined;
  words?: unknown;
};

export type SharingPurpose =
  | 'ANALYTICS'
  | 'DELIVERY'
  | 'JOINT_OFFER'
  | 'SERVICE'
  | 'SUPPORT';

export type ShiftDay =
  | 'EACH'
  | 'START';

export type StaffCreateInput = {
  email: string;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name: string;
  password: string;
  role: StaffRole;
};

export type StaffMemberFilter = {
  active?: BooleanFilter | null | undefined;
  and?: Array<StaffMemberFilter> | null | undefined;
  email?: TextFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: TextFilter | null | undefined;
  not?: StaffMemberFilter | null | undefined;
  or?: Array<StaffMemberFilter> | null | undefined;
  role?: StaffRoleFilter | null | undefined;
};

export type StaffMemberOrder =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'EMAIL_ASC'
  | 'EMAIL_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC';

export type StaffRole =
  | 'AGENT'
  | 'AUDITOR'
  | 'OWNER'
  | 'POLICY_MANAGER';

export type StaffRoleFilter = {
  eq?: StaffRole | null | undefined;
  in?: Array<StaffRole> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type StaffSetPasswordInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  password: string;
};

export type StaffUpdateInput = {
  active?: boolean | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  role?: StaffRole | null | undefined;
};

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

export type UnitPriceFilter = {
  eq?: number | null | undefined;
  gt?: number | null | undefined;
  gte?: number | null | undefined;
  in?: Array<number> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: number | null | undefined;
  lte?: number | null | undefined;
};

export type WarningAssignInput = {
  dueOn?: string | null | undefined;
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  ownerId?: string | number | null | undefined;
  version: number;
};

export type WarningDismissInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  reason: string;
  version: number;
};

export type WarningFilter = {
  and?: Array<WarningFilter> | null | undefined;
  customerId?: IdFilter | null | undefined;
  dueOn?: DateFilter | null | undefined;
  id?: IdFilter | null | undefined;
  not?: WarningFilter | null | undefined;
  or?: Array<WarningFilter> | null | undefined;
  ownerId?: ReferenceFilter | null | undefined;
  raisedOn?: DateFilter | null | undefined;
  severity?: WarningSeverityFilter | null | undefined;
  status?: WarningStatusFilter | null | undefined;
  valueAtRisk?: MinorUnitsFilter | null | undefined;
};

export type WarningOrder =
  | 'CHANGE_ASC'
  | 'CHANGE_DESC'
  | 'DUE_ON_ASC'
  | 'DUE_ON_DESC'
  | 'ID_ASC'
  | 'ID_DESC'
  | 'RAISED_ON_ASC'
  | 'RAISED_ON_DESC'
  | 'SCORE_ASC'
  | 'SCORE_DESC'
  | 'VALUE_AT_RISK_ASC'
  | 'VALUE_AT_RISK_DESC';

export type WarningSeverity =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

export type WarningSeverityFilter = {
  eq?: WarningSeverity | null | undefined;
  in?: Array<WarningSeverity> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type WarningStatus =
  | 'CLOSED'
  | 'DISMISSED'
  | 'OPEN'
  | 'PLANNED';

export type WarningStatusFilter = {
  eq?: WarningStatus | null | undefined;
  in?: Array<WarningStatus> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type WhatIfStartInput = {
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
  policyId?: string | number | null | undefined;
  policyVersionId?: string | number | null | undefined;
  terms?: unknown;
};

export type WhatIfStatus =
  | 'DONE'
  | 'FAILED'
  | 'RUNNING'
  | 'STOPPED'
  | 'WAITING';

export type WhatIfStopInput = {
  id: string | number;
  /** Send the same key again to get the first answer again instead of a second change. */
  idempotencyKey?: string | null | undefined;
};

export type AuditListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: AuditEventFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: AuditEventOrder | null | undefined;
}>;


export type AuditListQuery = { auditEvents: { totalCount: number, nodes: Array<{ id: string, seq: number, at: string, actorKind: string, actorName: string, operation: string, subject: string, before: unknown, after: unknown }> } };

export type AuditSubjectQueryVariables = Exact<{
  id: string | number;
}>;


export type AuditSubjectQuery = { node:
    | { __typename: 'AccessReceipt', id: string }
    | { __typename: 'Agreement', id: string, partner: { id: string, name: string } | null }
    | { __typename: 'ApiKey', label: string, id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Calendar', name: string, id: string }
    | { __typename: 'CalendarDay', id: string }
    | { __typename: 'Claim', number: string, id: string }
    | { __typename: 'ClaimCharge', code: string, id: string, claim: { id: string, number: string } | null }
    | { __typename: 'ClaimLine', id: string }
    | { __typename: 'ClaimPause', id: string }
    | { __typename: 'ClaimReceipt', id: string }
    | { __typename: 'Consent', id: string, customer: { id: string, number: string, name: string | null } | null }
    | { __typename: 'Contact', id: string, customer: { id: string, number: string, name: string | null } | null }
    | { __typename: 'Customer', number: string, id: string, knownAs: string | null }
    | { __typename: 'Entitlement', id: string, policy: { id: string, name: string } | null, invoice: { id: string, number: string } | null }
    | { __typename: 'FulfilmentTask', kind: FulfilmentKind, id: string, invoice: { id: string, number: string } | null }
    | { __typename: 'HealthRun', id: string }
    | { __typename: 'HealthScore', id: string }
    | { __typename: 'ImportBatch', fileName: string, id: string }
    | { __typename: 'Invoice', number: string, id: string }
    | { __typename: 'InvoiceLine', id: string }
    | { __typename: 'Partner', name: string, id: string }
    | { __typename: 'PartnerProductRole', id: string, partner: { id: string, name: string } | null }
    | { __typename: 'PlanAction', description: string, id: string, plan: { id: string, name: string } | null }
    | { __typename: 'PlanResource', description: string, id: string, plan: { id: string, name: string } | null }
    | { __typename: 'Policy', name: string, id: string }
    | { __typename: 'PolicyComment', id: string, policyVersion: { id: string, number: number, policy: { id: string, name: string } | null } | null }
    | { __typename: 'PolicyCut', id: string, policyVersion: { id: string, number: number, policy: { id: string, name: string } | null } | null }
    | { __typename: 'PolicyFloor', id: string }
    | { __typename: 'PolicyVersion', id: string, versionNumber: number, policy: { id: string, name: string } | null }
    | { __typename: 'Product', code: string, name: string, id: string }
    | { __typename: 'PromiseMove', id: string }
    | { __typename: 'PromiseSnapshot', id: string }
    | { __typename: 'Quote', number: string, title: string, id: string }
    | { __typename: 'QuoteLine', id: string }
    | { __typename: 'QuoteRevision', id: string, quote: { id: string, number: string, title: string } | null }
    | { __typename: 'RetentionPlan', name: string, id: string }
    | { __typename: 'Return', code: string, id: string, customer: { id: string, number: string, name: string | null } | null }
    | { __typename: 'ReturnMatch', id: string }
    | { __typename: 'ServicePoint', name: string, words: unknown, id: string }
    | { __typename: 'ServicePointProbe', id: string, point: { id: string, name: string, words: unknown } | null }
    | { __typename: 'StaffMember', name: string, id: string }
    | { __typename: 'Touchpoint', id: string, customer: { id: string, number: string, name: string | null } | null }
    | { __typename: 'Warning', id: string, customer: { id: string, number: string, name: string | null } | null }
    | { __typename: 'WhatIfEffect', id: string }
    | { __typename: 'WhatIfRun', id: string, policy: { id: string, name: string } | null }
   | null };

export type AuditCustomerFragment = { id: string, number: string, name: string | null };

export type AuditVersionFragment = { id: string, number: number, policy: { id: string, name: string } | null };

export type BusinessNowQueryVariables = Exact<{ [key: string]: never; }>;


export type BusinessNowQuery = { business: { name: string, asOf: string | null, effectiveAsOf: string, latestDay: string, currency: string, timezone: string, version: number }, queueDay: { day: string } };

export type CalendarListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: CalendarFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: CalendarOrder | null | undefined;
}>;


export type CalendarListQuery = { calendars: { totalCount: number, nodes: Array<{ id: string, name: string, timeZone: string, week: unknown, years: unknown, days: { totalCount: number } }> } };

export type CalendarPageQueryVariables = Exact<{
  id: string | number;
}>;


export type CalendarPageQuery = { calendar: { id: string, name: string, timeZone: string, week: unknown, shiftDay: ShiftDay, years: unknown, version: number } | null };

export type CalendarUseQueryVariables = Exact<{
  id: string | number;
}>;


export type CalendarUseQuery = { policyVersions: { totalCount: number } };

export type CalendarDaysQueryVariables = Exact<{
  id: string | number;
  from: string;
  to: string;
}>;


export type CalendarDaysQuery = { calendarDays: { nodes: Array<{ id: string, date: string, kind: CalendarDayKind, name: string, shifts: unknown, like: number | null }> } };

export type CalendarTrialQueryVariables = Exact<{
  id: string | number;
  start: string;
  minutes: number;
  language?: Language | null | undefined;
}>;


export type CalendarTrialQuery = { calendarTry: { due: string, timeZone: string, sentences: Array<string> } };

export type CalendarCreateMutationVariables = Exact<{
  input: CalendarCreateInput;
}>;


export type CalendarCreateMutation = { calendarCreate: { calendar: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type CalendarUpdateMutationVariables = Exact<{
  input: CalendarUpdateInput;
}>;


export type CalendarUpdateMutation = { calendarUpdate: { calendar: { id: string, version: number } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type CalendarDaysSetMutationVariables = Exact<{
  input: CalendarDaysSetInput;
}>;


export type CalendarDaysSetMutation = { calendarDaysSet: { calendar: { id: string, version: number } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type CalendarApplyPackMutationVariables = Exact<{
  input: CalendarApplyPackInput;
}>;


export type CalendarApplyPackMutation = { calendarApplyPack: { calendar: { id: string, version: number } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type CalendarDeleteMutationVariables = Exact<{
  input: CalendarDeleteInput;
}>;


export type CalendarDeleteMutation = { calendarDelete: { deleted: boolean | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type ClaimListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: ClaimFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
}>;


export type ClaimListQuery = { claims: { totalCount: number, nodes: Array<{ id: string, number: string, kind: ClaimKind, claimedOn: string, status: ClaimStatus, outcome: ClaimOutcome, refund: { amount: number, currency: string }, claimLines: { totalCount: number, nodes: Array<{ id: string, code: string, quantity: number, remedy: Remedy | null, saleLine: { id: string, description: string } | null }> }, customer: { id: string, number: string, name: string | null } | null }> } };

export type ClaimPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ClaimPageQuery = { claim: { id: string, number: string, kind: ClaimKind, claimedOn: string, claimedAt: string | null, respondedAt: string | null, closedAt: string | null, status: ClaimStatus, outcome: ClaimOutcome, note: string, reason: string | null, decidedBy: string | null, settledOn: string | null, receiptHash: string, version: number, refund: { amount: number, currency: string }, refundPaid: { amount: number, currency: string } | null, customer: { id: string, number: string, name: string | null } | null, invoice: { id: string, number: string, entitlements: { nodes: Array<{ id: string, facts: unknown }> } } | null, claimLines: { nodes: Array<{ id: string, code: string, quantity: number, outcome: ReturnOutcome, remedy: Remedy | null, review: boolean, termKind: string | null, deadline: string | null, serialFailed: string | null, serialReplacement: string | null, snapshotHash: string | null, details: unknown, result: unknown, trace: unknown, extras: unknown, refund: { amount: number, currency: string } | null, saleLine: { id: string, description: string, product: { id: string, extras: Array<string> } | null } | null, policy: { id: string, name: string } | null }> }, receipts: { nodes: Array<{ id: string, hash: string, createdAt: string }> }, pauses: { nodes: Array<{ id: string, pausedAt: string, resumedAt: string | null, reason: string }> }, charges: { nodes: Array<{ id: string, code: string, description: string, kind: ChargeKind, verdict: ChargeVerdict, consentBy: string | null, consentOn: string | null, trace: unknown, version: number, amount: { amount: number, currency: string } }> } } | null };

export type ClaimClockQueryVariables = Exact<{
  id: string | number;
  on?: string | null | undefined;
}>;


export type ClaimClockQuery = { claimClock: { at: string, timezone: string, pausedSince: string | null, reason: string | null, clocks: Array<{ target: ClockTarget, state: ClockState, minutes: number, clock: ClockHours, dueAt: string | null, doneAt: string | null, minutesLeft: number | null, problem: string | null }> } };

export type ReferralPartnerQueryVariables = Exact<{
  name: string;
}>;


export type ReferralPartnerQuery = { partners: { nodes: Array<{ id: string, name: string, contactEmail: string | null, productRoles: { nodes: Array<{ id: string, role: PartnerRole }> } }> } };

export type ClaimPurchaseQueryVariables = Exact<{
  id: string | number;
}>;


export type ClaimPurchaseQuery = { invoice: { id: string, number: string, at: string, kind: InvoiceKind, customer: { id: string, number: string, name: string | null } | null, claims: { totalCount: number, nodes: Array<{ id: string, number: string, kind: ClaimKind, claimedOn: string, status: ClaimStatus, outcome: ClaimOutcome }> }, invoiceLines: { totalCount: number, nodes: Array<{ id: string, code: string, description: string, quantity: number, amount: { amount: number, currency: string } }> } } | null };

export type ClaimPromisesQueryVariables = Exact<{
  id: string | number;
}>;


export type ClaimPromisesQuery = { invoice: { id: string, entitlements: { nodes: Array<{ id: string, snapshot: { id: string, body: unknown } | null }> } } | null };

export type ClaimPreviewQueryVariables = Exact<{
  customerId: string | number;
  invoiceId: string | number;
  kind: ClaimKind;
  claimedOn?: string | null | undefined;
  claimedAt?: string | null | undefined;
  lines: Array<ClaimLineInput> | ClaimLineInput;
  language?: Language | null | undefined;
}>;


export type ClaimPreviewQuery = { claimPreview: { outcome: ClaimOutcome, review: boolean, refund: number, currency: string, lines: Array<{ lineId: string, code: string, quantity: number, left: number, outcome: ReturnOutcome, remedy: Remedy | null, review: boolean, deadline: string | null, termKind: string | null, result: unknown, refund: number | null, sentences: Array<string>, extras: Array<string> }> } };

export type ClaimChargesCheckQueryVariables = Exact<{
  id: string | number;
  charges: Array<ClaimChargeInput> | ClaimChargeInput;
  language?: Language | null | undefined;
}>;


export type ClaimChargesCheckQuery = { claimChargesCheck: { currency: string, schedule: Array<{ code: string, label: string, mode: FeeMode, amount: number, consent: boolean, kinds: Array<ChargeKind> }>, checks: Array<{ code: string, verdict: ChargeVerdict, sentences: Array<string> }> } };

export type CustomerClaimsQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerClaimsQuery = { customer: { id: string, claims: { totalCount: number, nodes: Array<{ id: string, number: string, kind: ClaimKind, claimedOn: string, status: ClaimStatus, outcome: ClaimOutcome }> }, invoices: { totalCount: number, nodes: Array<{ id: string }> } } | null };

export type ClaimOpenMutationVariables = Exact<{
  input: ClaimOpenInput;
}>;


export type ClaimOpenMutation = { claimOpen: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, claim: { id: string } | null } };

export type ClaimReviewDecideMutationVariables = Exact<{
  input: ClaimReviewDecideInput;
}>;


export type ClaimReviewDecideMutation = { claimReviewDecide: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, claim: { id: string } | null } };

export type ClaimSettleMutationVariables = Exact<{
  input: ClaimSettleInput;
}>;


export type ClaimSettleMutation = { claimSettle: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, claim: { id: string } | null } };

export type ClaimWithdrawMutationVariables = Exact<{
  input: ClaimWithdrawInput;
}>;


export type ClaimWithdrawMutation = { claimWithdraw: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, claim: { id: string } | null } };

export type ClaimChargesSetMutationVariables = Exact<{
  input: ClaimChargesSetInput;
}>;


export type ClaimChargesSetMutation = { claimChargesSet: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, claim: { id: string } | null } };

export type ClaimChargeConsentMutationVariables = Exact<{
  input: ClaimChargeConsentInput;
}>;


export type ClaimChargeConsentMutation = { claimChargeConsent: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, claim: { id: string } | null } };

export type ClaimPauseMutationVariables = Exact<{
  input: ClaimPauseInput;
}>;


export type ClaimPauseMutation = { claimPause: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, claim: { id: string } | null } };

export type ClaimResumeMutationVariables = Exact<{
  input: ClaimResumeInput;
}>;


export type ClaimResumeMutation = { claimResume: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, claim: { id: string } | null } };

export type ClaimRespondMutationVariables = Exact<{
  input: ClaimRespondInput;
}>;


export type ClaimRespondMutation = { claimRespond: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, claim: { id: string } | null } };

export type CustomerPageQueryVariables = Exact<{
  id: string | number;
  asOf: string;
}>;


export type CustomerPageQuery = { customer: { id: string, number: string, kind: CustomerKind, name: string | null, country: string, region: string, segment: string, stage: CustomerStage, internalNote: string | null, since: string, orders: number, lastPurchaseAt: string | null, lastTouchAt: string | null, health: number, healthChange: number, version: number, sharedWith: unknown, value: { amount: number, currency: string }, contacts: { nodes: Array<{ id: string, role: ContactRole, name: string | null, email: string | null, phone: string | null }> }, consents: { nodes: Array<{ id: string, partnerId: string | null, purpose: SharingPurpose, status: ConsentStatus, givenAt: string, expiresAt: string | null, source: string }> }, healthScores: { nodes: Array<{ id: string, score: number, reasons: unknown, asOf: string }> }, openTasks: { totalCount: number }, openClaims: { totalCount: number }, openReturns: { totalCount: number }, warnings: { nodes: Array<{ id: string, dueOn: string, severity: WarningSeverity }> }, plans: { nodes: Array<{ id: string, name: string, status: RetentionPlanStatus, actions: { nodes: Array<{ id: string, description: string, dueOn: string, doneOn: string | null }> } }> } } | null };

export type CustomerElsewhereQueryVariables = Exact<{
  id: string | number;
  currency: string;
}>;


export type CustomerElsewhereQuery = { customer: { id: string, invoices: { totalCount: number, nodes: Array<{ id: string }> } } | null };

export type CustomerPromisesQueryVariables = Exact<{
  id: string | number;
  language?: Language | null | undefined;
}>;


export type CustomerPromisesQuery = { customerPromises: Array<{ policyId: string, policy: string, number: number, entitlementId: string, purchases: number, since: string, until: string, terms: Array<{ kind: string, termId: string, sentences: Array<string>, purchases: number }> }> };

export type CustomerTimelineQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type CustomerTimelineQuery = { customer: { id: string, invoices: { totalCount: number, nodes: Array<{ id: string, number: string, at: string, kind: InvoiceKind, lines: number, total: { amount: number, currency: string } }> }, touchpoints: { totalCount: number, nodes: Array<{ id: string, at: string, channel: TouchChannel, direction: TouchDirection, tag: TouchTag, subject: string, note: string | null }> }, returns: { totalCount: number, nodes: Array<{ id: string, at: string, code: string, quantity: number, outcome: ReturnOutcome, status: ReturnStatus, trace: unknown, returnLine: { id: string, description: string } | null, policy: { id: string, name: string } | null }> }, claims: { totalCount: number, nodes: Array<{ id: string, number: string, kind: ClaimKind, status: ClaimStatus, outcome: ClaimOutcome, claimedOn: string, claimedAt: string | null, settledOn: string | null, closedAt: string | null, refundPaid: { amount: number, currency: string } | null }> }, warnings: { nodes: Array<{ id: string, raisedOn: string, score: number, status: WarningStatus }> }, plans: { nodes: Array<{ id: string, name: string, startsOn: string, status: RetentionPlanStatus }> } } | null };

export type CustomerListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: CustomerFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: CustomerOrder | null | undefined;
}>;


export type CustomerListQuery = { customers: { totalCount: number, nodes: Array<{ id: string, number: string, name: string | null, country: string, region: string, segment: string, stage: CustomerStage, orders: number, health: number, healthChange: number, lastPurchaseAt: string | null, lastTouchAt: string | null, value: { amount: number, currency: string }, fulfilmentTasks: { nodes: Array<{ id: string, kind: FulfilmentKind, dueOn: string }> } }> } };

export type MostValuableCustomerQueryVariables = Exact<{
  currency: string;
}>;


export type MostValuableCustomerQuery = { customers: { nodes: Array<{ id: string, value: { amount: number } }> } };

export type CustomersElsewhereQueryVariables = Exact<{
  currency: string;
}>;


export type CustomersElsewhereQuery = { customers: { totalCount: number, nodes: Array<{ id: string }> }, invoices: { totalCount: number, nodes: Array<{ id: string }> } };

export type CustomerRegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type CustomerRegionsQuery = { customerRegions: Array<string> };

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

export type CustomerSegmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type CustomerSegmentsQuery = { customerSegments: Array<string> };

export type TaskCardFragment = { id: string, kind: FulfilmentKind, status: FulfilmentStatus, ordinal: number, codes: Array<string>, pieces: unknown, words: unknown, dueOn: string, scheduledFor: string | null, checklist: unknown, conduct: Array<string>, parts: unknown, proof: unknown, completedOn: string | null, completedBy: string | null, recordedOn: string | null, cancelledReason: string | null, version: number, owner: { id: string, name: string } | null, invoice: { id: string, number: string } | null, customer: { id: string, number: string, name: string | null } | null };

export type FulfilmentDueQueryVariables = Exact<{
  first?: number | null | undefined;
  filter?: FulfilmentTaskFilter | null | undefined;
}>;


export type FulfilmentDueQuery = { fulfilmentTasks: { totalCount: number, nodes: Array<{ id: string, kind: FulfilmentKind, status: FulfilmentStatus, ordinal: number, codes: Array<string>, pieces: unknown, words: unknown, dueOn: string, scheduledFor: string | null, checklist: unknown, conduct: Array<string>, parts: unknown, proof: unknown, completedOn: string | null, completedBy: string | null, recordedOn: string | null, cancelledReason: string | null, version: number, owner: { id: string, name: string } | null, invoice: { id: string, number: string } | null, customer: { id: string, number: string, name: string | null } | null }> } };

export type FulfilmentTaskQueryVariables = Exact<{
  id: string | number;
}>;


export type FulfilmentTaskQuery = { fulfilmentTask: { id: string, kind: FulfilmentKind, status: FulfilmentStatus, ordinal: number, codes: Array<string>, pieces: unknown, words: unknown, dueOn: string, scheduledFor: string | null, checklist: unknown, conduct: Array<string>, parts: unknown, proof: unknown, completedOn: string | null, completedBy: string | null, recordedOn: string | null, cancelledReason: string | null, version: number, owner: { id: string, name: string } | null, invoice: { id: string, number: string } | null, customer: { id: string, number: string, name: string | null } | null } | null };

export type CustomerTasksQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerTasksQuery = { customer: { id: string, fulfilmentTasks: { totalCount: number, nodes: Array<{ id: string, kind: FulfilmentKind, status: FulfilmentStatus, ordinal: number, dueOn: string, words: unknown, completedOn: string | null }> } } | null };

export type InvoiceTasksQueryVariables = Exact<{
  id: string | number;
  language?: Language | null | undefined;
}>;


export type InvoiceTasksQuery = { invoice: { id: string, fulfilmentTasks: { totalCount: number, nodes: Array<{ id: string, kind: FulfilmentKind, status: FulfilmentStatus, ordinal: number, codes: Array<string>, pieces: unknown, words: unknown, dueOn: string, scheduledFor: string | null, checklist: unknown, conduct: Array<string>, parts: unknown, proof: unknown, completedOn: string | null, completedBy: string | null, recordedOn: string | null, cancelledReason: string | null, version: number, owner: { id: string, name: string } | null, invoice: { id: string, number: string } | null, customer: { id: string, number: string, name: string | null } | null }> } } | null, fulfilmentPlan: Array<{ kind: FulfilmentKind, dueOn: string, ordinal: number, codes: Array<string>, sentence: string, taskId: string | null }> };

export type FulfilmentOpenMutationVariables = Exact<{
  input: FulfilmentOpenInput;
}>;


export type FulfilmentOpenMutation = { fulfilmentOpen: { opened: number | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, invoice: { id: string } | null } };

export type FulfilmentTickMutationVariables = Exact<{
  input: FulfilmentTickInput;
}>;


export type FulfilmentTickMutation = { fulfilmentTick: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, task: { id: string } | null } };

export type FulfilmentScheduleMutationVariables = Exact<{
  input: FulfilmentScheduleInput;
}>;


export type FulfilmentScheduleMutation = { fulfilmentSchedule: { warnings: Array<ScheduleWarning> | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, task: { id: string } | null } };

export type FulfilmentAssignMutationVariables = Exact<{
  input: FulfilmentAssignInput;
}>;


export type FulfilmentAssignMutation = { fulfilmentAssign: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, task: { id: string } | null } };

export type FulfilmentPartsMutationVariables = Exact<{
  input: FulfilmentPartsInput;
}>;


export type FulfilmentPartsMutation = { fulfilmentParts: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, task: { id: string } | null } };

export type FulfilmentAwaitedQueryVariables = Exact<{
  id: string | number;
}>;


export type FulfilmentAwaitedQuery = { fulfilmentAwaited: Array<string> };

export type FulfilmentCompleteMutationVariables = Exact<{
  input: FulfilmentCompleteInput;
}>;


export type FulfilmentCompleteMutation = { fulfilmentComplete: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, task: { id: string } | null } };

export type FulfilmentReopenMutationVariables = Exact<{
  input: FulfilmentReopenInput;
}>;


export type FulfilmentReopenMutation = { fulfilmentReopen: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, task: { id: string, status: FulfilmentStatus } | null } };

export type FulfilmentCancelMutationVariables = Exact<{
  input: FulfilmentCancelInput;
}>;


export type FulfilmentCancelMutation = { fulfilmentCancel: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, task: { id: string } | null } };

export type HomeFiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeFiguresQuery = { home: { asOf: string, standsOn: string, currency: string, invoicesElsewhere: number, attention: Array<{ kind: AttentionKind, code: string, params: unknown, dueOn: string | null, target: { resource: FigureTargetResource, id: string | null, filter: unknown } }>, curve: { customers: number, revenue: number, headPercent: number, head: number, headValue: number, elsewhere: number, points: Array<{ customers: number, revenue: number }>, target: { resource: FigureTargetResource, id: string | null, filter: unknown } | null }, months: Array<{ month: string, revenue: number, returns: number, revenueTarget: { resource: FigureTargetResource, id: string | null, filter: unknown }, returnsTarget: { resource: FigureTargetResource, id: string | null, filter: unknown } }>, health: Array<{ bucket: HealthBucket, from: number, to: number, customers: number, target: { resource: FigureTargetResource, id: string | null, filter: unknown } }>, counts: Array<{ name: CountName, count: number, target: { resource: FigureTargetResource, id: string | null, filter: unknown } }> } };

export type DealingsQueryVariables = Exact<{ [key: string]: never; }>;


export type DealingsQuery = { dealings: { currencyFixed: boolean, newestDay: string | null } };

export type ImportBatchesQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: ImportBatchFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: ImportBatchOrder | null | undefined;
}>;


export type ImportBatchesQuery = { importBatches: { totalCount: number, nodes: Array<{ id: string, fileName: string, status: ImportStatus, counts: unknown, createdAt: string, startedBy: string | null }> } };

export type ImportBatchQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportBatchQuery = { importBatch: { id: string, fileName: string, status: ImportStatus, mapping: unknown, preview: unknown, counts: unknown, failure: string | null, createdAt: string, startedBy: string | null } | null };

export type ImportPreviewQueryVariables = Exact<{
  id: string | number;
  mapping?: unknown;
}>;


export type ImportPreviewQuery = { importPreview: { mapping: unknown, missing: Array<ImportTarget>, rows: Array<{ line: number, values: Array<string>, outcome: ImportOutcome | null, fault: ImportFault | null, field: ImportTarget | null, at: string | null, currency: string | null }> } };

export type ImportProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportProgressQuery = { importProgress: { status: ImportStatus, phase: ImportPhase | null, fraction: number, lines: number, secondsLeft: number | null, failure: string | null } };

export type ImportRejectsQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportRejectsQuery = { importRejects: Array<{ line: number, reason: string, fault: ImportFault | null, field: ImportTarget | null, currency: string | null, raw: string }> };

export type CustomersByNumberQueryVariables = Exact<{
  numbers: Array<string> | string;
}>;


export type CustomersByNumberQuery = { customers: { nodes: Array<{ id: string, number: string }> } };

export type PurchasesByNumberQueryVariables = Exact<{
  numbers: Array<string> | string;
}>;


export type PurchasesByNumberQuery = { invoices: { nodes: Array<{ id: string, number: string }> } };

export type MovedPurchasesQueryVariables = Exact<{
  numbers: Array<string> | string;
}>;


export type MovedPurchasesQuery = { invoices: { nodes: Array<{ id: string, number: string, entitlements: { nodes: Array<{ id: string, moves: { nodes: Array<{ id: string }> } }> } }> } };

export type ImportCheckMutationVariables = Exact<{
  input: ImportCheckInput;
}>;


export type ImportCheckMutation = { importCheck: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, importBatch: { id: string } | null } };

export type ImportStartMutationVariables = Exact<{
  input: ImportStartInput;
}>;


export type ImportStartMutation = { importStart: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, importBatch: { id: string } | null } };

export type ImportUndoMutationVariables = Exact<{
  input: ImportUndoInput;
}>;


export type ImportUndoMutation = { importUndo: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, importBatch: { id: string } | null } };

export type ImportDiscardMutationVariables = Exact<{
  input: ImportDiscardInput;
}>;


export type ImportDiscardMutation = { importDiscard: { discarded: boolean | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type InvoiceListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: InvoiceFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: InvoiceOrder | null | undefined;
}>;


export type InvoiceListQuery = { invoices: { totalCount: number, nodes: Array<{ id: string, number: string, at: string, kind: InvoiceKind, country: string, lines: number, total: { amount: number, currency: string }, customer: { id: string, number: string, name: string | null } | null }> } };

export type InvoicePageQueryVariables = Exact<{
  id: string | number;
}>;


export type InvoicePageQuery = { invoice: { id: string, number: string, at: string, kind: InvoiceKind, country: string, deliveredOn: string | null, delivered: unknown, total: { amount: number, currency: string }, customer: { id: string, number: string, name: string | null } | null, quotes: { nodes: Array<{ id: string, number: string, title: string }> }, entitlements: { nodes: Array<{ id: string, policy: { id: string, name: string, words: unknown } | null, policyVersion: { id: string, number: number } | null }> }, invoiceLines: { totalCount: number, nodes: Array<{ id: string, code: string, description: string, quantity: number, unitPrice: number, kind: LineKind, repeated: boolean, product: { id: string, extras: Array<string> } | null, amount: { amount: number, currency: string } }> } } | null };

export type PartnerNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnerNamesQuery = { partners: { nodes: Array<{ id: string, name: string }> } };

export type PartnerListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: PartnerFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: PartnerOrder | null | undefined;
}>;


export type PartnerListQuery = { partners: { totalCount: number, nodes: Array<{ id: string, name: string, agreements: { nodes: Array<{ id: string, inForce: boolean, visibleCustomers: number, lastReadAt: string | null }> } }> } };

export type PartnerPageQueryVariables = Exact<{
  id: string | number;
}>;


export type PartnerPageQuery = { partner: { id: string, name: string, website: string | null, contactEmail: string | null, note: string | null, version: number, productRoles: { nodes: Array<{ id: string, category: string | null, role: PartnerRole, reason: string | null, product: { id: string, code: string, name: string } | null }> }, agreements: { nodes: Array<{ id: string, purpose: SharingPurpose, status: AgreementStatus, fields: Array<string>, validFrom: string, validTo: string | null, inForce: boolean, visibleCustomers: number }> } } | null, grantableFields: Array<{ entity: string, field: string, share: FieldShare, pii: FieldPii, target: string | null }> };

export type AgreementPageQueryVariables = Exact<{
  id: string | number;
}>;


export type AgreementPageQuery = { agreement: { id: string, purpose: SharingPurpose, fields: Array<string>, regions: Array<string>, segments: Array<string>, validFrom: string, validTo: string | null, status: AgreementStatus, minimumCount: number, version: number, inForce: boolean, partner: { id: string, name: string } | null, receipts: { totalCount: number, nodes: Array<{ id: string, at: string, outcome: AccessOutcome, refusal: string | null, preview: boolean, operation: string | null, fields: Array<string>, customers: number }> } } | null, agreementCoverage: { everybody: number, population: number, consented: number, visible: number }, grantableFields: Array<{ entity: string, field: string, share: FieldShare, pii: FieldPii, target: string | null }> };

export type AgreementKeysQueryVariables = Exact<{
  id: string | number;
}>;


export type AgreementKeysQuery = { agreement: { id: string, keys: { nodes: Array<{ id: string, label: string, prefix: string, createdAt: string, expiresAt: string | null, state: ApiKeyState, lastUsedAt: string | null }> } } | null };

export type AgreementPreviewQueryVariables = Exact<{
  id: string | number;
  query?: string | null | undefined;
}>;


export type AgreementPreviewQuery = { agreementPreview: { query: string, answer: unknown } };

export type PartnerCreateMutationVariables = Exact<{
  input: PartnerCreateInput;
}>;


export type PartnerCreateMutation = { partnerCreate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, partner: { id: string } | null } };

export type PartnerUpdateMutationVariables = Exact<{
  input: PartnerUpdateInput;
}>;


export type PartnerUpdateMutation = { partnerUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, partner: { id: string } | null } };

export type PartnerProductRoleSetMutationVariables = Exact<{
  input: PartnerProductRoleSetInput;
}>;


export type PartnerProductRoleSetMutation = { partnerProductRoleSet: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, partnerProductRole: { id: string } | null } };

export type PartnerProductRoleRemoveMutationVariables = Exact<{
  input: PartnerProductRoleRemoveInput;
}>;


export type PartnerProductRoleRemoveMutation = { partnerProductRoleRemove: { removed: boolean | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type AgreementCreateMutationVariables = Exact<{
  input: AgreementCreateInput;
}>;


export type AgreementCreateMutation = { agreementCreate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, agreement: { id: string } | null } };

export type AgreementUpdateMutationVariables = Exact<{
  input: AgreementUpdateInput;
}>;


export type AgreementUpdateMutation = { agreementUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, agreement: { id: string } | null } };

export type AgreementGrantMutationVariables = Exact<{
  input: AgreementGrantInput;
}>;


export type AgreementGrantMutation = { agreementGrant: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, agreement: { id: string } | null } };

export type AgreementActivateMutationVariables = Exact<{
  input: AgreementActivateInput;
}>;


export type AgreementActivateMutation = { agreementActivate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, agreement: { id: string } | null } };

export type AgreementSuspendMutationVariables = Exact<{
  input: AgreementSuspendInput;
}>;


export type AgreementSuspendMutation = { agreementSuspend: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, agreement: { id: string } | null } };

export type AgreementEndMutationVariables = Exact<{
  input: AgreementEndInput;
}>;


export type AgreementEndMutation = { agreementEnd: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, agreement: { id: string } | null } };

export type ApiKeyCreateMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type ApiKeyCreateMutation = { apiKeyCreate: { key: string | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, apiKey: { id: string } | null } };

export type ApiKeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type ApiKeyRevokeMutation = { apiKeyRevoke: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, apiKey: { id: string } | null } };

export type PlanListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: RetentionPlanFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: RetentionPlanOrder | null | undefined;
}>;


export type PlanListQuery = { retentionPlans: { totalCount: number, nodes: Array<{ id: string, name: string, status: RetentionPlanStatus, startsOn: string, actionsTotal: number, actionsDone: number, nextDueOn: string | null, budget: { amount: number, currency: string }, spent: { amount: number }, costDone: { amount: number }, reserved: { amount: number }, owner: { id: string, name: string } | null, customer: { id: string, number: string, name: string | null } | null }> } };

export type PlanPageQueryVariables = Exact<{
  id: string | number;
}>;


export type PlanPageQuery = { retentionPlan: { id: string, name: string, status: RetentionPlanStatus, goal: string, startsOn: string, endedOn: string | null, outcome: RetentionOutcome | null, outcomeNote: string | null, stopReason: string | null, version: number, currency: string, budget: { amount: number, currency: string }, spent: { amount: number }, costDone: { amount: number }, reserved: { amount: number }, owner: { id: string, name: string } | null, warning: { id: string, score: number } | null, customer: { id: string, number: string, name: string | null } | null, actions: { nodes: Array<{ id: string, kind: PlanActionKind, description: string, why: string | null, dueOn: string, doneOn: string | null, result: string | null, version: number, cost: { amount: number, currency: string }, owner: { id: string, name: string } | null }> }, resources: { nodes: Array<{ id: string, kind: PlanResourceKind, description: string, amount: { amount: number, currency: string } }> } } | null };

export type PlanUpdateMutationVariables = Exact<{
  input: PlanUpdateInput;
}>;


export type PlanUpdateMutation = { planUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanActivateMutationVariables = Exact<{
  input: PlanActivateInput;
}>;


export type PlanActivateMutation = { planActivate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanFinishMutationVariables = Exact<{
  input: PlanFinishInput;
}>;


export type PlanFinishMutation = { planFinish: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanStopMutationVariables = Exact<{
  input: PlanStopInput;
}>;


export type PlanStopMutation = { planStop: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanActionAddMutationVariables = Exact<{
  input: PlanActionAddInput;
}>;


export type PlanActionAddMutation = { planActionAdd: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanActionUpdateMutationVariables = Exact<{
  input: PlanActionUpdateInput;
}>;


export type PlanActionUpdateMutation = { planActionUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanActionDoneMutationVariables = Exact<{
  input: PlanActionDoneInput;
}>;


export type PlanActionDoneMutation = { planActionDone: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanActionReopenMutationVariables = Exact<{
  input: PlanActionReopenInput;
}>;


export type PlanActionReopenMutation = { planActionReopen: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanResourceAddMutationVariables = Exact<{
  input: PlanResourceAddInput;
}>;


export type PlanResourceAddMutation = { planResourceAdd: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanResourceRemoveMutationVariables = Exact<{
  input: PlanResourceRemoveInput;
}>;


export type PlanResourceRemoveMutation = { planResourceRemove: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type PlanCreateMutationVariables = Exact<{
  input: PlanCreateInput;
}>;


export type PlanCreateMutation = { planCreate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type ServicePointListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: ServicePointFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: ServicePointOrder | null | undefined;
}>;


export type ServicePointListQuery = { servicePoints: { totalCount: number, nodes: Array<{ id: string, name: string, address: string | null, phone: string | null, email: string | null, website: string | null, region: string | null, note: string | null, words: unknown, active: boolean, lastAnsweredOn: string | null }> } };

export type ServicePointPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ServicePointPageQuery = { servicePoint: { id: string, name: string, address: string | null, phone: string | null, email: string | null, website: string | null, region: string | null, note: string | null, words: unknown, active: boolean, version: number, lastAnsweredOn: string | null, calendarId: string | null, calendar: { id: string, name: string } | null, probes: { totalCount: number, nodes: Array<{ id: string, on: string, channel: ProbeChannel, answered: boolean, note: string | null, by: string }> } } | null };

export type CalendarChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarChoicesQuery = { calendars: { nodes: Array<{ id: string, name: string }> } };

export type ServicePointCreateMutationVariables = Exact<{
  input: ServicePointCreateInput;
}>;


export type ServicePointCreateMutation = { servicePointCreate: { servicePoint: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type ServicePointUpdateMutationVariables = Exact<{
  input: ServicePointUpdateInput;
}>;


export type ServicePointUpdateMutation = { servicePointUpdate: { servicePoint: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type ServicePointProbeMutationVariables = Exact<{
  input: ServicePointProbeInput;
}>;


export type ServicePointProbeMutation = { servicePointProbe: { servicePoint: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type VersionChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type VersionChoicesQuery = { calendars: { nodes: Array<{ id: string, name: string }> }, servicePoints: { nodes: Array<{ id: string, name: string, address: string | null, note: string | null, words: unknown }> } };

export type PolicyVersionChecksQueryVariables = Exact<{
  id: string | number;
  effectiveFrom?: string | null | undefined;
}>;


export type PolicyVersionChecksQuery = { policyVersionCheck: Array<{ code: string, message: string, params: unknown, blocking: boolean }>, policies: { nodes: Array<{ id: string, name: string, words: unknown }> } };

export type PolicyVersionCutOfQueryVariables = Exact<{
  id: string | number;
  effectiveFrom?: string | null | undefined;
  retiring?: boolean | null | undefined;
}>;


export type PolicyVersionCutOfQuery = { policyVersionCut: { version: number, effectiveFrom: string, cuts: unknown, affected: number, valueAtRisk: number, currency: string, approved: boolean, customers: Array<{ id: string, number: string, value: number }> } };

export type PolicyFloorsQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyFloorsQuery = { policyFloors: { nodes: Array<{ id: string, kind: string, field: string, row: string | null, cell: string | null, bound: unknown, reason: string, setBy: string }> }, policyFloorBreaks: Array<{ floorId: string, policyId: string, policy: string, words: unknown, versionId: string, number: number, value: unknown }> };

export type PolicyVariantsOfQueryVariables = Exact<{
  id: string | number;
  language?: Language | null | undefined;
}>;


export type PolicyVariantsOfQuery = { policyVariants: Array<{ policyId: string, policy: string, regions: Array<string>, number: number, differences: Array<{ difference: PolicyDifferenceKind, kind: string, termId: string, base: Array<string>, variant: Array<string> }> }> };

export type PolicyCutProposeMutationVariables = Exact<{
  input: PolicyCutProposeInput;
}>;


export type PolicyCutProposeMutation = { policyCutPropose: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyCut: { id: string } | null } };

export type PolicyCutApproveMutationVariables = Exact<{
  input: PolicyCutApproveInput;
}>;


export type PolicyCutApproveMutation = { policyCutApprove: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyCut: { id: string } | null } };

export type PolicyCutRejectMutationVariables = Exact<{
  input: PolicyCutRejectInput;
}>;


export type PolicyCutRejectMutation = { policyCutReject: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyCut: { id: string } | null } };

export type PolicyFloorSetMutationVariables = Exact<{
  input: PolicyFloorSetInput;
}>;


export type PolicyFloorSetMutation = { policyFloorSet: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyFloor: { id: string } | null } };

export type PolicyFloorRemoveMutationVariables = Exact<{
  input: PolicyFloorRemoveInput;
}>;


export type PolicyFloorRemoveMutation = { policyFloorRemove: { removed: boolean | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type PolicyCommentAddMutationVariables = Exact<{
  input: PolicyCommentAddInput;
}>;


export type PolicyCommentAddMutation = { policyCommentAdd: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyComment: { id: string } | null } };

export type PolicyCommentResolveMutationVariables = Exact<{
  input: PolicyCommentResolveInput;
}>;


export type PolicyCommentResolveMutation = { policyCommentResolve: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyComment: { id: string } | null } };

export type PolicyVariantCreateMutationVariables = Exact<{
  input: PolicyVariantCreateInput;
}>;


export type PolicyVariantCreateMutation = { policyVariantCreate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policy: { id: string } | null } };

export type PolicyNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyNamesQuery = { policies: { nodes: Array<{ id: string, name: string, words: unknown }> } };

export type PointNamesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type PointNamesQuery = { servicePoints: { nodes: Array<{ id: string, name: string, words: unknown }> } };

export type PackTargetsQueryVariables = Exact<{ [key: string]: never; }>;


export type PackTargetsQuery = { policies: { nodes: Array<{ id: string, name: string, words: unknown, versions: { nodes: Array<{ id: string, status: PolicyVersionStatus }> } }> } };

export type PolicyCreateFromPackMutationVariables = Exact<{
  input: PolicyCreateFromPackInput;
}>;


export type PolicyCreateFromPackMutation = { policyCreateFromPack: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policy: { id: string } | null, policyVersion: { id: string } | null } };

export type PolicyListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: PolicyFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: PolicyOrder | null | undefined;
}>;


export type PolicyListQuery = { policies: { totalCount: number, nodes: Array<{ id: string, name: string, description: string, words: unknown, regions: Array<string>, stage: PolicyStage, base: { id: string, name: string, words: unknown } | null, versions: { nodes: Array<{ id: string, number: number, status: PolicyVersionStatus, effectiveFrom: string, effectiveTo: string | null, purchases: number }> } }> } };

export type PolicyPageQueryVariables = Exact<{
  id: string | number;
}>;


export type PolicyPageQuery = { policy: { id: string, name: string, description: string, stage: PolicyStage, slug: string, words: unknown, regions: Array<string>, probeDays: number, version: number, base: { id: string, name: string, words: unknown } | null, versions: { nodes: Array<{ id: string, number: number, status: PolicyVersionStatus, effectiveFrom: string, effectiveTo: string | null, terms: unknown, calendarId: string | null, intro: string | null, phrases: unknown, pointIds: unknown, publishedAt: string | null, publishedBy: string | null, version: number, purchases: number, cuts: { nodes: Array<{ id: string, retiring: boolean, effectiveFrom: string, reason: string, cuts: unknown, affected: number, status: PolicyCutStatus, proposedBy: string, proposedAt: string, decidedBy: string | null, decidedAt: string | null, note: string | null, valueAtRisk: { amount: number, currency: string } }> }, comments: { nodes: Array<{ id: string, termId: string | null, text: string, author: string, at: string, resolvedAt: string | null, resolvedBy: string | null }> } }> } } | null };

export type InvoiceLinesByNumberQueryVariables = Exact<{
  number: string;
}>;


export type InvoiceLinesByNumberQuery = { invoices: { nodes: Array<{ id: string, number: string, invoiceLines: { nodes: Array<{ id: string, code: string, description: string }> } }> } };

export type SomePurchaseQueryVariables = Exact<{ [key: string]: never; }>;


export type SomePurchaseQuery = { invoices: { nodes: Array<{ id: string, number: string, invoiceLines: { nodes: Array<{ id: string, code: string, description: string }> } }> } };

export type PolicyTrialQueryVariables = Exact<{
  lineId: string | number;
  kind: string;
  versionId?: string | number | null | undefined;
}>;


export type PolicyTrialQuery = { policyTry: { facts: unknown, versions: unknown }, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { description: string, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type TriedLineQueryVariables = Exact<{
  lineId: string | number;
}>;


export type TriedLineQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, invoice: { id: string, number: string } | null, customer: { id: string, number: string, name: string | null } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type PolicyCreateMutationVariables = Exact<{
  input: PolicyCreateInput;
}>;


export type PolicyCreateMutation = { policyCreate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policy: { id: string } | null } };

export type PolicyUpdateMutationVariables = Exact<{
  input: PolicyUpdateInput;
}>;


export type PolicyUpdateMutation = { policyUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policy: { id: string } | null } };

export type PolicyVersionSaveMutationVariables = Exact<{
  input: PolicyVersionSaveInput;
}>;


export type PolicyVersionSaveMutation = { policyVersionSave: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyVersion: { id: string } | null } };

export type PolicyVersionPublishMutationVariables = Exact<{
  input: PolicyVersionPublishInput;
}>;


export type PolicyVersionPublishMutation = { policyVersionPublish: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyVersion: { id: string } | null } };

export type PolicyVersionRetireMutationVariables = Exact<{
  input: PolicyVersionRetireInput;
}>;


export type PolicyVersionRetireMutation = { policyVersionRetire: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyVersion: { id: string } | null } };

export type PolicyVersionDraftFromMutationVariables = Exact<{
  input: PolicyVersionDraftFromInput;
}>;


export type PolicyVersionDraftFromMutation = { policyVersionDraftFrom: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyVersion: { id: string, number: number } | null } };

export type PolicyVersionBeginMutationVariables = Exact<{
  input: PolicyVersionBeginInput;
}>;


export type PolicyVersionBeginMutation = { policyVersionBegin: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, policyVersion: { id: string, number: number } | null } };

export type PolicyVersionDiscardMutationVariables = Exact<{
  input: PolicyVersionDiscardInput;
}>;


export type PolicyVersionDiscardMutation = { policyVersionDiscard: { discarded: boolean | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type ProductRowFragment = { id: string, code: string, name: string, category: string | null, complexity: ProductComplexity, price: number | null, currency: string, partnerId: string | null, extras: Array<string>, isPart: boolean, version: number };

export type ProductListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: ProductFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: ProductOrder | null | undefined;
}>;


export type ProductListQuery = { products: { totalCount: number, nodes: Array<{ id: string, code: string, name: string, category: string | null, complexity: ProductComplexity, price: number | null, currency: string, partnerId: string | null, extras: Array<string>, isPart: boolean, version: number }> } };

export type ProductNowQueryVariables = Exact<{
  id: string | number;
}>;


export type ProductNowQuery = { product: { id: string, code: string, name: string, category: string | null, complexity: ProductComplexity, price: number | null, currency: string, partnerId: string | null, extras: Array<string>, isPart: boolean, version: number } | null };

export type ProductCreateMutationVariables = Exact<{
  input: ProductCreateInput;
}>;


export type ProductCreateMutation = { productCreate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, product: { id: string } | null } };

export type ProductUpdateMutationVariables = Exact<{
  input: ProductUpdateInput;
}>;


export type ProductUpdateMutation = { productUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, product: { id: string } | null } };

export type ProductCategoriesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProductCategoriesQuery = { productCategories: Array<string> };

export type KnownProductsQueryVariables = Exact<{
  codes: Array<string> | string;
  search: string;
}>;


export type KnownProductsQuery = { chosen: { nodes: Array<{ code: string, name: string }> }, offered: { nodes: Array<{ code: string, name: string }> } };

export type KeptPromiseQueryVariables = Exact<{
  id: string | number;
  language?: Language | null | undefined;
}>;


export type KeptPromiseQuery = { entitlement: { id: string, grantedOn: string, customer: { id: string, number: string, name: string | null } | null, invoice: { id: string, number: string } | null, policy: { id: string, name: string, versions: { nodes: Array<{ id: string, number: number, status: PolicyVersionStatus, effectiveFrom: string }> } } | null, policyVersion: { id: string, number: number } | null, moves: { nodes: Array<{ id: string, at: string, by: string, consentBy: string | null, consentOn: string | null, consentNote: string | null, from: { id: string, policyVersion: { id: string, number: number } | null } | null, to: { id: string, policyVersion: { id: string, number: number } | null } | null }> } } | null, promiseKept: { policy: string, number: number, grantedOn: string, hash: string, snapshotHash: string, calendar: string | null, facts: unknown, terms: Array<{ kind: string, termId: string, stage: PolicyStage, sentences: Array<string> }> } };

export type PromiseScheduleQueryVariables = Exact<{
  invoiceId: string | number;
  language?: Language | null | undefined;
}>;


export type PromiseScheduleQuery = { fulfilmentPlan: Array<{ kind: FulfilmentKind, dueOn: string, ordinal: number, sentence: string, policyVersionId: string, termId: string, taskId: string | null, status: FulfilmentStatus | null, completedOn: string | null }> };

export type WeighMoveQueryVariables = Exact<{
  id: string | number;
  policyVersionId: string | number;
  language?: Language | null | undefined;
}>;


export type WeighMoveQuery = { entitlementMoveWeigh: { worse: boolean, worseTerms: Array<string>, weighing: string, readings: Array<{ field: string, before: string, after: string }>, changes: Array<{ kind: string, verdict: MoveVerdict, products: Array<string>, undisclosed: boolean, before: Array<string>, after: Array<string>, hoursBefore: string | null, hoursAfter: string | null, wordings: Array<{ language: Language, before: string, after: string }> }>, later: Array<{ kind: string, goods: Array<string>, undisclosed: boolean, before: Array<string>, after: Array<string>, hoursBefore: string | null, hoursAfter: string | null, wordings: Array<{ language: Language, before: string, after: string }> }> } };

export type EntitlementMoveMutationVariables = Exact<{
  input: EntitlementMoveInput;
}>;


export type EntitlementMoveMutation = { entitlementMove: { entitlement: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type QuoteListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: QuoteFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: QuoteOrder | null | undefined;
}>;


export type QuoteListQuery = { quotes: { totalCount: number, nodes: Array<{ id: string, number: string, title: string, status: QuoteStatus, validUntil: string | null, rounds: number, createdAt: string, total: { amount: number, currency: string }, owner: { id: string, name: string } | null, customer: { id: string, number: string, name: string | null } | null }> } };

export type QuotePageQueryVariables = Exact<{
  id: string | number;
}>;


export type QuotePageQuery = { quote: { id: string, number: string, title: string, status: QuoteStatus, currency: string, closedOn: string | null, declinedReason: string | null, validUntil: string | null, version: number, owner: { id: string, name: string } | null, customer: { id: string, number: string, name: string | null } | null, invoice: { id: string, number: string } | null, acceptedRevision: { id: string, number: number } | null, revisions: { nodes: Array<{ id: string, number: number, status: QuoteRevisionStatus, validUntil: string, solution: string, note: string, currency: string, sentAt: string | null, version: number, discount: { amount: number, currency: string }, total: { amount: number, currency: string }, lines: { nodes: Array<{ id: string, productId: string, code: string, description: string, quantity: number, unitPrice: number, extras: Array<string>, product: { id: string, price: number | null, currency: string } | null, amount: { amount: number, currency: string } }> } }> } } | null };

export type QuotePromisedQueryVariables = Exact<{
  id: string | number;
  language?: Language | null | undefined;
}>;


export type QuotePromisedQuery = { quotePromises: { changed: boolean, feesHash: string, terms: Array<{ policyId: string, policy: string, number: number, kind: string, termId: string, sentences: Array<string>, hours: string | null }>, fees: Array<{ policyId: string, policy: string, number: number, termId: string, sentences: Array<string>, hours: string | null }> } };

export type ProductChoicesQueryVariables = Exact<{
  search: string;
  filter?: ProductFilter | null | undefined;
}>;


export type ProductChoicesQuery = { products: { nodes: Array<{ id: string, code: string, name: string, price: number | null, currency: string, extras: Array<string> }> } };

export type CustomerQuotesQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerQuotesQuery = { customer: { id: string, quotes: { totalCount: number, nodes: Array<{ id: string, number: string, title: string, status: QuoteStatus, validUntil: string | null, total: { amount: number, currency: string } }> } } | null };

export type QuoteCreateMutationVariables = Exact<{
  input: QuoteCreateInput;
}>;


export type QuoteCreateMutation = { quoteCreate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, quote: { id: string } | null } };

export type QuoteRevisionSaveMutationVariables = Exact<{
  input: QuoteRevisionSaveInput;
}>;


export type QuoteRevisionSaveMutation = { quoteRevisionSave: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, quoteRevision: { id: string, version: number } | null } };

export type QuoteRevisionSendMutationVariables = Exact<{
  input: QuoteRevisionSendInput;
}>;


export type QuoteRevisionSendMutation = { quoteRevisionSend: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, quoteRevision: { id: string } | null } };

export type QuoteRevisionDiscardMutationVariables = Exact<{
  input: QuoteRevisionDiscardInput;
}>;


export type QuoteRevisionDiscardMutation = { quoteRevisionDiscard: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, quote: { id: string } | null } };

export type QuoteReviseMutationVariables = Exact<{
  input: QuoteReviseInput;
}>;


export type QuoteReviseMutation = { quoteRevise: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, quoteRevision: { id: string } | null } };

export type QuoteAcceptMutationVariables = Exact<{
  input: QuoteAcceptInput;
}>;


export type QuoteAcceptMutation = { quoteAccept: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, quote: { id: string } | null, invoice: { id: string } | null } };

export type QuoteDeclineMutationVariables = Exact<{
  input: QuoteDeclineInput;
}>;


export type QuoteDeclineMutation = { quoteDecline: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, quote: { id: string } | null } };

export type PlanStartMutationVariables = Exact<{
  input: PlanStartInput;
}>;


export type PlanStartMutation = { planStart: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, plan: { id: string } | null } };

export type ReturnListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: ReturnFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: ReturnOrder | null | undefined;
}>;


export type ReturnListQuery = { returns: { totalCount: number, nodes: Array<{ id: string, code: string, quantity: number, at: string, outcome: ReturnOutcome, status: ReturnStatus, deadline: string | null, trace: unknown, returnLine: { id: string, description: string } | null, policy: { id: string, name: string, words: unknown } | null, customer: { id: string, number: string, name: string | null } | null }> } };

export type ReturnsSummaryQueryVariables = Exact<{ [key: string]: never; }>;


export type ReturnsSummaryQuery = { returnsSummary: Array<{ outcome: ReturnOutcome, policyId: string | null, policy: string | null, versionNumber: number | null, termId: string | null, returns: number, open: number }> };

export type ReturnCloseMutationVariables = Exact<{
  input: ReturnCloseInput;
}>;


export type ReturnCloseMutation = { returnClose: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, return: { id: string } | null } };

export type ReturnsCloseMutationVariables = Exact<{
  input: ReturnsCloseInput;
}>;


export type ReturnsCloseMutation = { returnsClose: { closed: Array<string> | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type ReturnsReopenMutationVariables = Exact<{
  input: ReturnsReopenInput;
}>;


export type ReturnsReopenMutation = { returnsReopen: { reopened: Array<string> | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type NewSaleQueryVariables = Exact<{
  id: string | number;
}>;


export type NewSaleQuery = { customer: { id: string, number: string, name: string | null, value: { currency: string } } | null };

export type SaleRecordMutationVariables = Exact<{
  input: SaleRecordInput;
}>;


export type SaleRecordMutation = { saleRecord: { invoice: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { retentionSettings: { warnBelow: number, margin: number, perAgentPerDay: number, dueInWorkingDays: number, version: number } };

export type BusinessUpdateMutationVariables = Exact<{
  input: BusinessUpdateInput;
}>;


export type BusinessUpdateMutation = { businessUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, business: { name: string } | null } };

export type RetentionSettingsUpdateMutationVariables = Exact<{
  input: RetentionSettingsUpdateInput;
}>;


export type RetentionSettingsUpdateMutation = { retentionSettingsUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, settings: { version: number } | null } };

export type PaletteCustomersQueryVariables = Exact<{
  search: string;
}>;


export type PaletteCustomersQuery = { customers: { nodes: Array<{ id: string, number: string, name: string | null }> } };

export type StaffNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffNamesQuery = { staffMembers: { nodes: Array<{ id: string, name: string }> } };

export type MyStaffIdQueryVariables = Exact<{ [key: string]: never; }>;


export type MyStaffIdQuery = { me: { id: string } };

export type StaffListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: StaffMemberFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: StaffMemberOrder | null | undefined;
}>;


export type StaffListQuery = { staffMembers: { totalCount: number, nodes: Array<{ id: string, name: string, email: string, role: StaffRole, active: boolean, createdAt: string }> } };

export type StaffCreateMutationVariables = Exact<{
  input: StaffCreateInput;
}>;


export type StaffCreateMutation = { staffCreate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, staffMember: { id: string } | null } };

export type StaffUpdateMutationVariables = Exact<{
  input: StaffUpdateInput;
}>;


export type StaffUpdateMutation = { staffUpdate: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, staffMember: { id: string } | null } };

export type StaffSetPasswordMutationVariables = Exact<{
  input: StaffSetPasswordInput;
}>;


export type StaffSetPasswordMutation = { staffSetPassword: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, staffMember: { id: string } | null } };

export type WarningListQueryVariables = Exact<{
  first?: number | null | undefined;
  offset?: number | null | undefined;
  filter?: WarningFilter | null | undefined;
  orderBy?: WarningOrder | null | undefined;
}>;


export type WarningListQuery = { warnings: { totalCount: number, nodes: Array<{ id: string, raisedOn: string, severity: WarningSeverity, status: WarningStatus, score: number, change: number, reasons: unknown, dueOn: string, dismissedReason: string | null, version: number, valueAtRisk: { amount: number, currency: string }, owner: { id: string, name: string } | null, customer: { id: string, number: string, name: string | null } | null, plans: { nodes: Array<{ id: string }> } }> } };

export type WarningDismissMutationVariables = Exact<{
  input: WarningDismissInput;
}>;


export type WarningDismissMutation = { warningDismiss: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, warning: { id: string } | null } };

export type HealthRecomputeMutationVariables = Exact<{
  input: HealthRecomputeInput;
}>;


export type HealthRecomputeMutation = { healthRecompute: { asOf: string | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type WarningAssignMutationVariables = Exact<{
  input: WarningAssignInput;
}>;


export type WarningAssignMutation = { warningAssign: { userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }>, warning: { id: string } | null } };

export type WhatIfRunFieldsFragment = { id: string, status: WhatIfStatus, total: number, done: number, result: unknown, failure: string | null, startedBy: string, startedAt: string, finishedAt: string | null };

export type WhatIfPageQueryVariables = Exact<{
  versionId: string | number;
}>;


export type WhatIfPageQuery = { policyVersion: { id: string, number: number, status: PolicyVersionStatus, updatedAt: string, policy: { id: string, name: string, words: unknown } | null } | null, whatIfRuns: { nodes: Array<{ id: string, status: WhatIfStatus, total: number, done: number, result: unknown, failure: string | null, startedBy: string, startedAt: string, finishedAt: string | null }> } };

export type WhatIfEffectsQueryVariables = Exact<{
  runId: string | number;
}>;


export type WhatIfEffectsQuery = { losers: { totalCount: number, nodes: Array<{ id: string, lost: number, lostValue: { amount: number, currency: string }, customer: { id: string, number: string, name: string | null } | null }> }, winners: { totalCount: number, nodes: Array<{ id: string, won: number, wonValue: { amount: number, currency: string }, customer: { id: string, number: string, name: string | null } | null }> } };

export type WhatIfStartMutationVariables = Exact<{
  input: WhatIfStartInput;
}>;


export type WhatIfStartMutation = { whatIfStart: { whatIfRun: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type WhatIfStopMutationVariables = Exact<{
  input: WhatIfStopInput;
}>;


export type WhatIfStopMutation = { whatIfStop: { whatIfRun: { id: string } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type PolicyGapsQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyGapsQuery = { policyGaps: Array<{ kind: string, region: string, segment: string, category: string | null, asked: Array<string>, claims: number, customers: number, quantity: number, value: number, currency: string }>, policies: { nodes: Array<{ id: string, name: string, words: unknown, regions: Array<string> }> } };

export type PolicyGapDraftMutationVariables = Exact<{
  input: PolicyGapDraftInput;
}>;


export type PolicyGapDraftMutation = { policyGapDraft: { termId: string | null, policyVersion: { id: string, number: number, policy: { id: string } | null } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, params: unknown }> } };

export type WhatIfProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type WhatIfProgressQuery = { whatIfRun: { id: string, status: WhatIfStatus, done: number, total: number } | null };

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
export const AuditCustomerFragmentDoc = new TypedDocumentString(`
    fragment AuditCustomer on Customer {
  id
  number
  name
}
    `, {"fragmentName":"AuditCustomer"}) as unknown as TypedDocumentString<AuditCustomerFragment, unknown>;
export const AuditVersionFragmentDoc = new TypedDocumentString(`
    fragment AuditVersion on PolicyVersion {
  id
  number
  policy {
    id
    name
  }
}
    `, {"fragmentName":"AuditVersion"}) as unknown as TypedDocumentString<AuditVersionFragment, unknown>;
export const TaskCardFragmentDoc = new TypedDocumentString(`
    fragment TaskCard on FulfilmentTask {
  id
  kind
  status
  ordinal
  codes
  pieces
  words
  dueOn
  scheduledFor
  checklist
  conduct
  parts
  proof
  completedOn
  completedBy
  recordedOn
  cancelledReason
  version
  owner {
    id
    name
  }
  invoice {
    id
    number
  }
  customer {
    id
    number
    name
  }
}
    `, {"fragmentName":"TaskCard"}) as unknown as TypedDocumentString<TaskCardFragment, unknown>;
export const ProductRowFragmentDoc = new TypedDocumentString(`
    fragment ProductRow on Product {
  id
  code
  name
  category
  complexity
  price
  currency
  partnerId
  extras
  isPart
  version
}
    `, {"fragmentName":"ProductRow"}) as unknown as TypedDocumentString<ProductRowFragment, unknown>;
export const WhatIfRunFieldsFragmentDoc = new TypedDocumentString(`
    fragment WhatIfRunFields on WhatIfRun {
  id
  status
  total
  done
  result
  failure
  startedBy
  startedAt
  finishedAt
}
    `, {"fragmentName":"WhatIfRunFields"}) as unknown as TypedDocumentString<WhatIfRunFieldsFragment, unknown>;
export const AuditListDocument = new TypedDocumentString(`
    query AuditList($first: Int, $offset: Int, $filter: AuditEventFilter, $search: String, $orderBy: AuditEventOrder) {
  auditEvents(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      seq
      at
      actorKind
      actorName
      operation
      subject
      before
      after
    }
  }
}
    `) as unknown as TypedDocumentString<AuditListQuery, AuditListQueryVariables>;
export const AuditSubjectDocument = new TypedDocumentString(`
    query AuditSubject($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Customer {
      number
      knownAs: name
    }
    ... on ServicePoint {
      name
      words
    }
    ... on Calendar {
      name
    }
    ... on Product {
      code
      name
    }
    ... on Policy {
      name
    }
    ... on PolicyVersion {
      versionNumber: number
      policy {
        id
        name
      }
    }
    ... on PolicyCut {
      policyVersion {
        ...AuditVersion
      }
    }
    ... on PolicyComment {
      policyVersion {
        ...AuditVersion
      }
    }
    ... on WhatIfRun {
      policy {
        id
        name
      }
    }
    ... on Partner {
      name
    }
    ... on Agreement {
      partner {
        id
        name
      }
    }
    ... on PartnerProductRole {
      partner {
        id
        name
      }
    }
    ... on ServicePointProbe {
      point {
        id
        name
        words
      }
    }
    ... on Quote {
      number
      title
    }
    ... on QuoteRevision {
      quote {
        id
        number
        title
      }
    }
    ... on Claim {
      number
    }
    ... on ClaimCharge {
      code
      claim {
        id
        number
      }
    }
    ... on Invoice {
      number
    }
    ... on RetentionPlan {
      name
    }
    ... on PlanAction {
      description
      plan {
        id
        name
      }
    }
    ... on PlanResource {
      description
      plan {
        id
        name
      }
    }
    ... on StaffMember {
      name
    }
    ... on ImportBatch {
      fileName
    }
    ... on ApiKey {
      label
    }
    ... on FulfilmentTask {
      kind
      invoice {
        id
        number
      }
    }
    ... on Entitlement {
      policy {
        id
        name
      }
      invoice {
        id
        number
      }
    }
    ... on Return {
      code
      customer {
        ...AuditCustomer
      }
    }
    ... on Warning {
      customer {
        ...AuditCustomer
      }
    }
    ... on Consent {
      customer {
        ...AuditCustomer
      }
    }
    ... on Contact {
      customer {
        ...AuditCustomer
      }
    }
    ... on Touchpoint {
      customer {
        ...AuditCustomer
      }
    }
  }
}
    fragment AuditCustomer on Customer {
  id
  number
  name
}
fragment AuditVersion on PolicyVersion {
  id
  number
  policy {
    id
    name
  }
}`) as unknown as TypedDocumentString<AuditSubjectQuery, AuditSubjectQueryVariables>;
export const BusinessNowDocument = new TypedDocumentString(`
    query BusinessNow {
  business {
    name
    asOf
    effectiveAsOf
    latestDay
    currency
    timezone
    version
  }
  queueDay {
    day
  }
}
    `) as unknown as TypedDocumentString<BusinessNowQuery, BusinessNowQueryVariables>;
export const CalendarListDocument = new TypedDocumentString(`
    query CalendarList($first: Int, $offset: Int, $filter: CalendarFilter, $search: String, $orderBy: CalendarOrder) {
  calendars(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      name
      timeZone
      week
      years
      days(first: 1) {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarListQuery, CalendarListQueryVariables>;
export const CalendarPageDocument = new TypedDocumentString(`
    query CalendarPage($id: ID!) {
  calendar(id: $id) {
    id
    name
    timeZone
    week
    shiftDay
    years
    version
  }
}
    `) as unknown as TypedDocumentString<CalendarPageQuery, CalendarPageQueryVariables>;
export const CalendarUseDocument = new TypedDocumentString(`
    query CalendarUse($id: ID!) {
  policyVersions(
    first: 1
    filter: {calendarId: {eq: $id}, not: {status: {eq: DRAFT}}}
  ) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CalendarUseQuery, CalendarUseQueryVariables>;
export const CalendarDaysDocument = new TypedDocumentString(`
    query CalendarDays($id: ID!, $from: Date!, $to: Date!) {
  calendarDays(
    first: 100
    filter: {calendarId: {eq: $id}, date: {gte: $from, lte: $to}}
  ) {
    nodes {
      id
      date
      kind
      name
      shifts
      like
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarDaysQuery, CalendarDaysQueryVariables>;
export const CalendarTrialDocument = new TypedDocumentString(`
    query CalendarTrial($id: ID!, $start: String!, $minutes: Int!, $language: Language) {
  calendarTry(id: $id, start: $start, minutes: $minutes, language: $language) {
    due
    timeZone
    sentences
  }
}
    `) as unknown as TypedDocumentString<CalendarTrialQuery, CalendarTrialQueryVariables>;
export const CalendarCreateDocument = new TypedDocumentString(`
    mutation CalendarCreate($input: CalendarCreateInput!) {
  calendarCreate(input: $input) {
    calendar {
      id
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarCreateMutation, CalendarCreateMutationVariables>;
export const CalendarUpdateDocument = new TypedDocumentString(`
    mutation CalendarUpdate($input: CalendarUpdateInput!) {
  calendarUpdate(input: $input) {
    calendar {
      id
      version
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarUpdateMutation, CalendarUpdateMutationVariables>;
export const CalendarDaysSetDocument = new TypedDocumentString(`
    mutation CalendarDaysSet($input: CalendarDaysSetInput!) {
  calendarDaysSet(input: $input) {
    calendar {
      id
      version
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarDaysSetMutation, CalendarDaysSetMutationVariables>;
export const CalendarApplyPackDocument = new TypedDocumentString(`
    mutation CalendarApplyPack($input: CalendarApplyPackInput!) {
  calendarApplyPack(input: $input) {
    calendar {
      id
      version
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarApplyPackMutation, CalendarApplyPackMutationVariables>;
export const CalendarDeleteDocument = new TypedDocumentString(`
    mutation CalendarDelete($input: CalendarDeleteInput!) {
  calendarDelete(input: $input) {
    deleted
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarDeleteMutation, CalendarDeleteMutationVariables>;
export const ClaimListDocument = new TypedDocumentString(`
    query ClaimList($first: Int, $offset: Int, $filter: ClaimFilter, $search: String, $orderBy: ClaimOrder) {
  claims(
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
      kind
      claimedOn
      status
      outcome
      refund {
        amount
        currency
      }
      claimLines(first: 20) {
        totalCount
        nodes {
          id
          code
          quantity
          remedy
          saleLine {
            id
            description
          }
        }
      }
      customer {
        id
        number
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimListQuery, ClaimListQueryVariables>;
export const ClaimPageDocument = new TypedDocumentString(`
    query ClaimPage($id: ID!) {
  claim(id: $id) {
    id
    number
    kind
    claimedOn
    claimedAt
    respondedAt
    closedAt
    status
    outcome
    note
    reason
    decidedBy
    settledOn
    receiptHash
    version
    refund {
      amount
      currency
    }
    refundPaid {
      amount
      currency
    }
    customer {
      id
      number
      name
    }
    invoice {
      id
      number
      entitlements(first: 20) {
        nodes {
          id
          facts
        }
      }
    }
    claimLines(first: 100) {
      nodes {
        id
        code
        quantity
        outcome
        remedy
        review
        termKind
        deadline
        serialFailed
        serialReplacement
        snapshotHash
        details
        result
        trace
        extras
        refund {
          amount
          currency
        }
        saleLine {
          id
          description
          product {
            id
            extras
          }
        }
        policy {
          id
          name
        }
      }
    }
    receipts(first: 100) {
      nodes {
        id
        hash
        createdAt
      }
    }
    pauses(first: 100) {
      nodes {
        id
        pausedAt
        resumedAt
        reason
      }
    }
    charges(first: 100) {
      nodes {
        id
        code
        description
        kind
        verdict
        consentBy
        consentOn
        trace
        version
        amount {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimPageQuery, ClaimPageQueryVariables>;
export const ClaimClockDocument = new TypedDocumentString(`
    query ClaimClock($id: ID!, $on: Date) {
  claimClock(id: $id, on: $on) {
    at
    timezone
    pausedSince
    reason
    clocks {
      target
      state
      minutes
      clock
      dueAt
      doneAt
      minutesLeft
      problem
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimClockQuery, ClaimClockQueryVariables>;
export const ReferralPartnerDocument = new TypedDocumentString(`
    query ReferralPartner($name: String!) {
  partners(first: 5, search: $name) {
    nodes {
      id
      name
      contactEmail
      productRoles(first: 20) {
        nodes {
          id
          role
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReferralPartnerQuery, ReferralPartnerQueryVariables>;
export const ClaimPurchaseDocument = new TypedDocumentString(`
    query ClaimPurchase($id: ID!) {
  invoice(id: $id) {
    id
    number
    at
    kind
    customer {
      id
      number
      name
    }
    claims(first: 20) {
      totalCount
      nodes {
        id
        number
        kind
        claimedOn
        status
        outcome
      }
    }
    invoiceLines(first: 100, filter: {kind: {eq: SALE}}) {
      totalCount
      nodes {
        id
        code
        description
        quantity
        amount {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimPurchaseQuery, ClaimPurchaseQueryVariables>;
export const ClaimPromisesDocument = new TypedDocumentString(`
    query ClaimPromises($id: ID!) {
  invoice(id: $id) {
    id
    entitlements(first: 20) {
      nodes {
        id
        snapshot {
          id
          body
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimPromisesQuery, ClaimPromisesQueryVariables>;
export const ClaimPreviewDocument = new TypedDocumentString(`
    query ClaimPreview($customerId: ID!, $invoiceId: ID!, $kind: ClaimKind!, $claimedOn: Date, $claimedAt: DateTime, $lines: [ClaimLineInput!]!, $language: Language) {
  claimPreview(
    customerId: $customerId
    invoiceId: $invoiceId
    kind: $kind
    claimedOn: $claimedOn
    claimedAt: $claimedAt
    lines: $lines
    language: $language
  ) {
    outcome
    review
    refund
    currency
    lines {
      lineId
      code
      quantity
      left
      outcome
      remedy
      review
      deadline
      termKind
      result
      refund
      sentences
      extras
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimPreviewQuery, ClaimPreviewQueryVariables>;
export const ClaimChargesCheckDocument = new TypedDocumentString(`
    query ClaimChargesCheck($id: ID!, $charges: [ClaimChargeInput!]!, $language: Language) {
  claimChargesCheck(id: $id, charges: $charges, language: $language) {
    currency
    schedule {
      code
      label
      mode
      amount
      consent
      kinds
    }
    checks {
      code
      verdict
      sentences
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimChargesCheckQuery, ClaimChargesCheckQueryVariables>;
export const CustomerClaimsDocument = new TypedDocumentString(`
    query CustomerClaims($id: ID!) {
  customer(id: $id) {
    id
    claims(first: 5) {
      totalCount
      nodes {
        id
        number
        kind
        claimedOn
        status
        outcome
      }
    }
    invoices(first: 1, filter: {kind: {eq: SALE}}) {
      totalCount
      nodes {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerClaimsQuery, CustomerClaimsQueryVariables>;
export const ClaimOpenDocument = new TypedDocumentString(`
    mutation ClaimOpen($input: ClaimOpenInput!) {
  claimOpen(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimOpenMutation, ClaimOpenMutationVariables>;
export const ClaimReviewDecideDocument = new TypedDocumentString(`
    mutation ClaimReviewDecide($input: ClaimReviewDecideInput!) {
  claimReviewDecide(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimReviewDecideMutation, ClaimReviewDecideMutationVariables>;
export const ClaimSettleDocument = new TypedDocumentString(`
    mutation ClaimSettle($input: ClaimSettleInput!) {
  claimSettle(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimSettleMutation, ClaimSettleMutationVariables>;
export const ClaimWithdrawDocument = new TypedDocumentString(`
    mutation ClaimWithdraw($input: ClaimWithdrawInput!) {
  claimWithdraw(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimWithdrawMutation, ClaimWithdrawMutationVariables>;
export const ClaimChargesSetDocument = new TypedDocumentString(`
    mutation ClaimChargesSet($input: ClaimChargesSetInput!) {
  claimChargesSet(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimChargesSetMutation, ClaimChargesSetMutationVariables>;
export const ClaimChargeConsentDocument = new TypedDocumentString(`
    mutation ClaimChargeConsent($input: ClaimChargeConsentInput!) {
  claimChargeConsent(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimChargeConsentMutation, ClaimChargeConsentMutationVariables>;
export const ClaimPauseDocument = new TypedDocumentString(`
    mutation ClaimPause($input: ClaimPauseInput!) {
  claimPause(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimPauseMutation, ClaimPauseMutationVariables>;
export const ClaimResumeDocument = new TypedDocumentString(`
    mutation ClaimResume($input: ClaimResumeInput!) {
  claimResume(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimResumeMutation, ClaimResumeMutationVariables>;
export const ClaimRespondDocument = new TypedDocumentString(`
    mutation ClaimRespond($input: ClaimRespondInput!) {
  claimRespond(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    claim {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimRespondMutation, ClaimRespondMutationVariables>;
export const CustomerPageDocument = new TypedDocumentString(`
    query CustomerPage($id: ID!, $asOf: Date!) {
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
    healthScores(first: 1, filter: {asOf: {lte: $asOf}}) {
      nodes {
        id
        score
        reasons
        asOf
      }
    }
    openTasks: fulfilmentTasks(first: 1, filter: {status: {in: [OPEN, SCHEDULED]}}) {
      totalCount
    }
    openClaims: claims(
      first: 1
      filter: {status: {in: [OPEN, DECIDED]}, closedAt: {isNull: true}}
    ) {
      totalCount
    }
    openReturns: returns(first: 1, filter: {status: {eq: OPEN}}) {
      totalCount
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
export const CustomerElsewhereDocument = new TypedDocumentString(`
    query CustomerElsewhere($id: ID!, $currency: String!) {
  customer(id: $id) {
    id
    invoices(first: 1, filter: {not: {currency: {eq: $currency}}}) {
      totalCount
      nodes {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerElsewhereQuery, CustomerElsewhereQueryVariables>;
export const CustomerPromisesDocument = new TypedDocumentString(`
    query CustomerPromises($id: ID!, $language: Language) {
  customerPromises(id: $id, language: $language) {
    policyId
    policy
    number
    entitlementId
    purchases
    since
    until
    terms {
      kind
      termId
      sentences
      purchases
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerPromisesQuery, CustomerPromisesQueryVariables>;
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
        returnLine {
          id
          description
        }
        policy {
          id
          name
        }
      }
    }
    claims(first: $first, orderBy: CLAIMED_ON_DESC) {
      totalCount
      nodes {
        id
        number
        kind
        status
        outcome
        claimedOn
        claimedAt
        settledOn
        closedAt
        refundPaid {
          amount
          currency
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
      fulfilmentTasks(
        first: 1
        filter: {status: {in: [OPEN, SCHEDULED]}}
        orderBy: DUE_ON_ASC
      ) {
        nodes {
          id
          kind
          dueOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerListQuery, CustomerListQueryVariables>;
export const MostValuableCustomerDocument = new TypedDocumentString(`
    query MostValuableCustomer($currency: String!) {
  customers(first: 1, filter: {currency: {eq: $currency}}, orderBy: VALUE_DESC) {
    nodes {
      id
      value {
        amount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MostValuableCustomerQuery, MostValuableCustomerQueryVariables>;
export const CustomersElsewhereDocument = new TypedDocumentString(`
    query CustomersElsewhere($currency: String!) {
  customers(first: 1, filter: {not: {currency: {eq: $currency}}}) {
    totalCount
    nodes {
      id
    }
  }
  invoices(first: 1, filter: {not: {currency: {eq: $currency}}}) {
    totalCount
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CustomersElsewhereQuery, CustomersElsewhereQueryVariables>;
export const CustomerRegionsDocument = new TypedDocumentString(`
    query CustomerRegions {
  customerRegions
}
    `) as unknown as TypedDocumentString<CustomerRegionsQuery, CustomerRegionsQueryVariables>;
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
export const CustomerSegmentsDocument = new TypedDocumentString(`
    query CustomerSegments {
  customerSegments
}
    `) as unknown as TypedDocumentString<CustomerSegmentsQuery, CustomerSegmentsQueryVariables>;
export const FulfilmentDueDocument = new TypedDocumentString(`
    query FulfilmentDue($first: Int, $filter: FulfilmentTaskFilter) {
  fulfilmentTasks(first: $first, filter: $filter, orderBy: DUE_ON_ASC) {
    totalCount
    nodes {
      ...TaskCard
    }
  }
}
    fragment TaskCard on FulfilmentTask {
  id
  kind
  status
  ordinal
  codes
  pieces
  words
  dueOn
  scheduledFor
  checklist
  conduct
  parts
  proof
  completedOn
  completedBy
  recordedOn
  cancelledReason
  version
  owner {
    id
    name
  }
  invoice {
    id
    number
  }
  customer {
    id
    number
    name
  }
}`) as unknown as TypedDocumentString<FulfilmentDueQuery, FulfilmentDueQueryVariables>;
export const FulfilmentTaskDocument = new TypedDocumentString(`
    query FulfilmentTask($id: ID!) {
  fulfilmentTask(id: $id) {
    ...TaskCard
  }
}
    fragment TaskCard on FulfilmentTask {
  id
  kind
  status
  ordinal
  codes
  pieces
  words
  dueOn
  scheduledFor
  checklist
  conduct
  parts
  proof
  completedOn
  completedBy
  recordedOn
  cancelledReason
  version
  owner {
    id
    name
  }
  invoice {
    id
    number
  }
  customer {
    id
    number
    name
  }
}`) as unknown as TypedDocumentString<FulfilmentTaskQuery, FulfilmentTaskQueryVariables>;
export const CustomerTasksDocument = new TypedDocumentString(`
    query CustomerTasks($id: ID!) {
  customer(id: $id) {
    id
    fulfilmentTasks(
      first: 3
      filter: {status: {in: [OPEN, SCHEDULED]}}
      orderBy: DUE_ON_ASC
    ) {
      totalCount
      nodes {
        id
        kind
        status
        ordinal
        dueOn
        words
        completedOn
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerTasksQuery, CustomerTasksQueryVariables>;
export const InvoiceTasksDocument = new TypedDocumentString(`
    query InvoiceTasks($id: ID!, $language: Language) {
  invoice(id: $id) {
    id
    fulfilmentTasks(first: 100, orderBy: DUE_ON_ASC) {
      totalCount
      nodes {
        ...TaskCard
      }
    }
  }
  fulfilmentPlan(invoiceId: $id, language: $language) {
    kind
    dueOn
    ordinal
    codes
    sentence
    taskId
  }
}
    fragment TaskCard on FulfilmentTask {
  id
  kind
  status
  ordinal
  codes
  pieces
  words
  dueOn
  scheduledFor
  checklist
  conduct
  parts
  proof
  completedOn
  completedBy
  recordedOn
  cancelledReason
  version
  owner {
    id
    name
  }
  invoice {
    id
    number
  }
  customer {
    id
    number
    name
  }
}`) as unknown as TypedDocumentString<InvoiceTasksQuery, InvoiceTasksQueryVariables>;
export const FulfilmentOpenDocument = new TypedDocumentString(`
    mutation FulfilmentOpen($input: FulfilmentOpenInput!) {
  fulfilmentOpen(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    invoice {
      id
    }
    opened
  }
}
    `) as unknown as TypedDocumentString<FulfilmentOpenMutation, FulfilmentOpenMutationVariables>;
export const FulfilmentTickDocument = new TypedDocumentString(`
    mutation FulfilmentTick($input: FulfilmentTickInput!) {
  fulfilmentTick(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    task {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<FulfilmentTickMutation, FulfilmentTickMutationVariables>;
export const FulfilmentScheduleDocument = new TypedDocumentString(`
    mutation FulfilmentSchedule($input: FulfilmentScheduleInput!) {
  fulfilmentSchedule(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    task {
      id
    }
    warnings
  }
}
    `) as unknown as TypedDocumentString<FulfilmentScheduleMutation, FulfilmentScheduleMutationVariables>;
export const FulfilmentAssignDocument = new TypedDocumentString(`
    mutation FulfilmentAssign($input: FulfilmentAssignInput!) {
  fulfilmentAssign(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    task {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<FulfilmentAssignMutation, FulfilmentAssignMutationVariables>;
export const FulfilmentPartsDocument = new TypedDocumentString(`
    mutation FulfilmentParts($input: FulfilmentPartsInput!) {
  fulfilmentParts(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    task {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<FulfilmentPartsMutation, FulfilmentPartsMutationVariables>;
export const FulfilmentAwaitedDocument = new TypedDocumentString(`
    query FulfilmentAwaited($id: ID!) {
  fulfilmentAwaited(id: $id)
}
    `) as unknown as TypedDocumentString<FulfilmentAwaitedQuery, FulfilmentAwaitedQueryVariables>;
export const FulfilmentCompleteDocument = new TypedDocumentString(`
    mutation FulfilmentComplete($input: FulfilmentCompleteInput!) {
  fulfilmentComplete(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    task {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<FulfilmentCompleteMutation, FulfilmentCompleteMutationVariables>;
export const FulfilmentReopenDocument = new TypedDocumentString(`
    mutation FulfilmentReopen($input: FulfilmentReopenInput!) {
  fulfilmentReopen(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    task {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<FulfilmentReopenMutation, FulfilmentReopenMutationVariables>;
export const FulfilmentCancelDocument = new TypedDocumentString(`
    mutation FulfilmentCancel($input: FulfilmentCancelInput!) {
  fulfilmentCancel(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    task {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<FulfilmentCancelMutation, FulfilmentCancelMutationVariables>;
export const HomeFiguresDocument = new TypedDocumentString(`
    query HomeFigures {
  home {
    asOf
    standsOn
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
      elsewhere
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
    invoicesElsewhere
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
export const DealingsDocument = new TypedDocumentString(`
    query Dealings {
  dealings {
    currencyFixed
    newestDay
  }
}
    `) as unknown as TypedDocumentString<DealingsQuery, DealingsQueryVariables>;
export const ImportBatchesDocument = new TypedDocumentString(`
    query ImportBatches($first: Int, $offset: Int, $filter: ImportBatchFilter, $search: String, $orderBy: ImportBatchOrder) {
  importBatches(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      fileName
      status
      counts
      createdAt
      startedBy
    }
  }
}
    `) as unknown as TypedDocumentString<ImportBatchesQuery, ImportBatchesQueryVariables>;
export const ImportBatchDocument = new TypedDocumentString(`
    query ImportBatch($id: ID!) {
  importBatch(id: $id) {
    id
    fileName
    status
    mapping
    preview
    counts
    failure
    createdAt
    startedBy
  }
}
    `) as unknown as TypedDocumentString<ImportBatchQuery, ImportBatchQueryVariables>;
export const ImportPreviewDocument = new TypedDocumentString(`
    query ImportPreview($id: ID!, $mapping: JSON) {
  importPreview(id: $id, mapping: $mapping) {
    mapping
    missing
    rows {
      line
      values
      outcome
      fault
      field
      at
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPreviewQuery, ImportPreviewQueryVariables>;
export const ImportProgressDocument = new TypedDocumentString(`
    query ImportProgress($id: ID!) {
  importProgress(id: $id) {
    status
    phase
    fraction
    lines
    secondsLeft
    failure
  }
}
    `) as unknown as TypedDocumentString<ImportProgressQuery, ImportProgressQueryVariables>;
export const ImportRejectsDocument = new TypedDocumentString(`
    query ImportRejects($id: ID!) {
  importRejects(id: $id, first: 10) {
    line
    reason
    fault
    field
    currency
    raw
  }
}
    `) as unknown as TypedDocumentString<ImportRejectsQuery, ImportRejectsQueryVariables>;
export const CustomersByNumberDocument = new TypedDocumentString(`
    query CustomersByNumber($numbers: [String!]!) {
  customers(first: 100, filter: {number: {in: $numbers}}) {
    nodes {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<CustomersByNumberQuery, CustomersByNumberQueryVariables>;
export const PurchasesByNumberDocument = new TypedDocumentString(`
    query PurchasesByNumber($numbers: [String!]!) {
  invoices(first: 100, filter: {number: {in: $numbers}}) {
    nodes {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<PurchasesByNumberQuery, PurchasesByNumberQueryVariables>;
export const MovedPurchasesDocument = new TypedDocumentString(`
    query MovedPurchases($numbers: [String!]!) {
  invoices(first: 20, filter: {number: {in: $numbers}}) {
    nodes {
      id
      number
      entitlements(first: 10) {
        nodes {
          id
          moves(first: 1) {
            nodes {
              id
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MovedPurchasesQuery, MovedPurchasesQueryVariables>;
export const ImportCheckDocument = new TypedDocumentString(`
    mutation ImportCheck($input: ImportCheckInput!) {
  importCheck(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    importBatch {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ImportCheckMutation, ImportCheckMutationVariables>;
export const ImportStartDocument = new TypedDocumentString(`
    mutation ImportStart($input: ImportStartInput!) {
  importStart(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    importBatch {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ImportStartMutation, ImportStartMutationVariables>;
export const ImportUndoDocument = new TypedDocumentString(`
    mutation ImportUndo($input: ImportUndoInput!) {
  importUndo(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    importBatch {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ImportUndoMutation, ImportUndoMutationVariables>;
export const ImportDiscardDocument = new TypedDocumentString(`
    mutation ImportDiscard($input: ImportDiscardInput!) {
  importDiscard(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    discarded
  }
}
    `) as unknown as TypedDocumentString<ImportDiscardMutation, ImportDiscardMutationVariables>;
export const InvoiceListDocument = new TypedDocumentString(`
    query InvoiceList($first: Int, $offset: Int, $filter: InvoiceFilter, $search: String, $orderBy: InvoiceOrder) {
  invoices(
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
      at
      kind
      country
      lines
      total {
        amount
        currency
      }
      customer {
        id
        number
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceListQuery, InvoiceListQueryVariables>;
export const InvoicePageDocument = new TypedDocumentString(`
    query InvoicePage($id: ID!) {
  invoice(id: $id) {
    id
    number
    at
    kind
    country
    deliveredOn
    delivered
    total {
      amount
      currency
    }
    customer {
      id
      number
      name
    }
    quotes(first: 1) {
      nodes {
        id
        number
        title
      }
    }
    entitlements(first: 10) {
      nodes {
        id
        policy {
          id
          name
          words
        }
        policyVersion {
          id
          number
        }
      }
    }
    invoiceLines(first: 100) {
      totalCount
      nodes {
        id
        code
        description
        quantity
        unitPrice
        kind
        repeated
        product {
          id
          extras
        }
        amount {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InvoicePageQuery, InvoicePageQueryVariables>;
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
export const PartnerListDocument = new TypedDocumentString(`
    query PartnerList($first: Int, $offset: Int, $filter: PartnerFilter, $search: String, $orderBy: PartnerOrder) {
  partners(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      name
      agreements(first: 20) {
        nodes {
          id
          inForce
          visibleCustomers
          lastReadAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerListQuery, PartnerListQueryVariables>;
export const PartnerPageDocument = new TypedDocumentString(`
    query PartnerPage($id: ID!) {
  partner(id: $id) {
    id
    name
    website
    contactEmail
    note
    version
    productRoles(first: 50) {
      nodes {
        id
        category
        role
        reason
        product {
          id
          code
          name
        }
      }
    }
    agreements(first: 20) {
      nodes {
        id
        purpose
        status
        fields
        validFrom
        validTo
        inForce
        visibleCustomers
      }
    }
  }
  grantableFields {
    entity
    field
    share
    pii
    target
  }
}
    `) as unknown as TypedDocumentString<PartnerPageQuery, PartnerPageQueryVariables>;
export const AgreementPageDocument = new TypedDocumentString(`
    query AgreementPage($id: ID!) {
  agreement(id: $id) {
    id
    purpose
    fields
    regions
    segments
    validFrom
    validTo
    status
    minimumCount
    version
    inForce
    partner {
      id
      name
    }
    receipts(first: 10, orderBy: AT_DESC) {
      totalCount
      nodes {
        id
        at
        outcome
        refusal
        preview
        operation
        fields
        customers
      }
    }
  }
  agreementCoverage(agreementId: $id) {
    everybody
    population
    consented
    visible
  }
  grantableFields {
    entity
    field
    share
    pii
    target
  }
}
    `) as unknown as TypedDocumentString<AgreementPageQuery, AgreementPageQueryVariables>;
export const AgreementKeysDocument = new TypedDocumentString(`
    query AgreementKeys($id: ID!) {
  agreement(id: $id) {
    id
    keys(first: 20) {
      nodes {
        id
        label
        prefix
        createdAt
        expiresAt
        state
        lastUsedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementKeysQuery, AgreementKeysQueryVariables>;
export const AgreementPreviewDocument = new TypedDocumentString(`
    query AgreementPreview($id: ID!, $query: String) {
  agreementPreview(agreementId: $id, query: $query) {
    query
    answer
  }
}
    `) as unknown as TypedDocumentString<AgreementPreviewQuery, AgreementPreviewQueryVariables>;
export const PartnerCreateDocument = new TypedDocumentString(`
    mutation PartnerCreate($input: PartnerCreateInput!) {
  partnerCreate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    partner {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerCreateMutation, PartnerCreateMutationVariables>;
export const PartnerUpdateDocument = new TypedDocumentString(`
    mutation PartnerUpdate($input: PartnerUpdateInput!) {
  partnerUpdate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    partner {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerUpdateMutation, PartnerUpdateMutationVariables>;
export const PartnerProductRoleSetDocument = new TypedDocumentString(`
    mutation PartnerProductRoleSet($input: PartnerProductRoleSetInput!) {
  partnerProductRoleSet(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    partnerProductRole {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerProductRoleSetMutation, PartnerProductRoleSetMutationVariables>;
export const PartnerProductRoleRemoveDocument = new TypedDocumentString(`
    mutation PartnerProductRoleRemove($input: PartnerProductRoleRemoveInput!) {
  partnerProductRoleRemove(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    removed
  }
}
    `) as unknown as TypedDocumentString<PartnerProductRoleRemoveMutation, PartnerProductRoleRemoveMutationVariables>;
export const AgreementCreateDocument = new TypedDocumentString(`
    mutation AgreementCreate($input: AgreementCreateInput!) {
  agreementCreate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementCreateMutation, AgreementCreateMutationVariables>;
export const AgreementUpdateDocument = new TypedDocumentString(`
    mutation AgreementUpdate($input: AgreementUpdateInput!) {
  agreementUpdate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementUpdateMutation, AgreementUpdateMutationVariables>;
export const AgreementGrantDocument = new TypedDocumentString(`
    mutation AgreementGrant($input: AgreementGrantInput!) {
  agreementGrant(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementGrantMutation, AgreementGrantMutationVariables>;
export const AgreementActivateDocument = new TypedDocumentString(`
    mutation AgreementActivate($input: AgreementActivateInput!) {
  agreementActivate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementActivateMutation, AgreementActivateMutationVariables>;
export const AgreementSuspendDocument = new TypedDocumentString(`
    mutation AgreementSuspend($input: AgreementSuspendInput!) {
  agreementSuspend(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementSuspendMutation, AgreementSuspendMutationVariables>;
export const AgreementEndDocument = new TypedDocumentString(`
    mutation AgreementEnd($input: AgreementEndInput!) {
  agreementEnd(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    agreement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementEndMutation, AgreementEndMutationVariables>;
export const ApiKeyCreateDocument = new TypedDocumentString(`
    mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    key
    apiKey {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ApiKeyCreateMutation, ApiKeyCreateMutationVariables>;
export const ApiKeyRevokeDocument = new TypedDocumentString(`
    mutation ApiKeyRevoke($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    apiKey {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables>;
export const PlanListDocument = new TypedDocumentString(`
    query PlanList($first: Int, $offset: Int, $filter: RetentionPlanFilter, $search: String, $orderBy: RetentionPlanOrder) {
  retentionPlans(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      name
      status
      startsOn
      budget {
        amount
        currency
      }
      spent {
        amount
      }
      costDone {
        amount
      }
      reserved {
        amount
      }
      actionsTotal
      actionsDone
      nextDueOn
      owner {
        id
        name
      }
      customer {
        id
        number
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlanListQuery, PlanListQueryVariables>;
export const PlanPageDocument = new TypedDocumentString(`
    query PlanPage($id: ID!) {
  retentionPlan(id: $id) {
    id
    name
    status
    goal
    startsOn
    endedOn
    outcome
    outcomeNote
    stopReason
    version
    currency
    budget {
      amount
      currency
    }
    spent {
      amount
    }
    costDone {
      amount
    }
    reserved {
      amount
    }
    owner {
      id
      name
    }
    warning {
      id
      score
    }
    customer {
      id
      number
      name
    }
    actions(first: 50, orderBy: DUE_ON_ASC) {
      nodes {
        id
        kind
        description
        why
        dueOn
        doneOn
        result
        version
        cost {
          amount
          currency
        }
        owner {
          id
          name
        }
      }
    }
    resources(first: 50) {
      nodes {
        id
        kind
        description
        amount {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlanPageQuery, PlanPageQueryVariables>;
export const PlanUpdateDocument = new TypedDocumentString(`
    mutation PlanUpdate($input: PlanUpdateInput!) {
  planUpdate(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanUpdateMutation, PlanUpdateMutationVariables>;
export const PlanActivateDocument = new TypedDocumentString(`
    mutation PlanActivate($input: PlanActivateInput!) {
  planActivate(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanActivateMutation, PlanActivateMutationVariables>;
export const PlanFinishDocument = new TypedDocumentString(`
    mutation PlanFinish($input: PlanFinishInput!) {
  planFinish(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanFinishMutation, PlanFinishMutationVariables>;
export const PlanStopDocument = new TypedDocumentString(`
    mutation PlanStop($input: PlanStopInput!) {
  planStop(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanStopMutation, PlanStopMutationVariables>;
export const PlanActionAddDocument = new TypedDocumentString(`
    mutation PlanActionAdd($input: PlanActionAddInput!) {
  planActionAdd(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanActionAddMutation, PlanActionAddMutationVariables>;
export const PlanActionUpdateDocument = new TypedDocumentString(`
    mutation PlanActionUpdate($input: PlanActionUpdateInput!) {
  planActionUpdate(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanActionUpdateMutation, PlanActionUpdateMutationVariables>;
export const PlanActionDoneDocument = new TypedDocumentString(`
    mutation PlanActionDone($input: PlanActionDoneInput!) {
  planActionDone(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanActionDoneMutation, PlanActionDoneMutationVariables>;
export const PlanActionReopenDocument = new TypedDocumentString(`
    mutation PlanActionReopen($input: PlanActionReopenInput!) {
  planActionReopen(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanActionReopenMutation, PlanActionReopenMutationVariables>;
export const PlanResourceAddDocument = new TypedDocumentString(`
    mutation PlanResourceAdd($input: PlanResourceAddInput!) {
  planResourceAdd(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanResourceAddMutation, PlanResourceAddMutationVariables>;
export const PlanResourceRemoveDocument = new TypedDocumentString(`
    mutation PlanResourceRemove($input: PlanResourceRemoveInput!) {
  planResourceRemove(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanResourceRemoveMutation, PlanResourceRemoveMutationVariables>;
export const PlanCreateDocument = new TypedDocumentString(`
    mutation PlanCreate($input: PlanCreateInput!) {
  planCreate(input: $input) {
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
    `) as unknown as TypedDocumentString<PlanCreateMutation, PlanCreateMutationVariables>;
export const ServicePointListDocument = new TypedDocumentString(`
    query ServicePointList($first: Int, $offset: Int, $filter: ServicePointFilter, $search: String, $orderBy: ServicePointOrder) {
  servicePoints(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      name
      address
      phone
      email
      website
      region
      note
      words
      active
      lastAnsweredOn
    }
  }
}
    `) as unknown as TypedDocumentString<ServicePointListQuery, ServicePointListQueryVariables>;
export const ServicePointPageDocument = new TypedDocumentString(`
    query ServicePointPage($id: ID!) {
  servicePoint(id: $id) {
    id
    name
    address
    phone
    email
    website
    region
    note
    words
    active
    version
    lastAnsweredOn
    calendarId
    calendar {
      id
      name
    }
    probes(first: 50) {
      totalCount
      nodes {
        id
        on
        channel
        answered
        note
        by
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServicePointPageQuery, ServicePointPageQueryVariables>;
export const CalendarChoicesDocument = new TypedDocumentString(`
    query CalendarChoices {
  calendars(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarChoicesQuery, CalendarChoicesQueryVariables>;
export const ServicePointCreateDocument = new TypedDocumentString(`
    mutation ServicePointCreate($input: ServicePointCreateInput!) {
  servicePointCreate(input: $input) {
    servicePoint {
      id
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ServicePointCreateMutation, ServicePointCreateMutationVariables>;
export const ServicePointUpdateDocument = new TypedDocumentString(`
    mutation ServicePointUpdate($input: ServicePointUpdateInput!) {
  servicePointUpdate(input: $input) {
    servicePoint {
      id
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ServicePointUpdateMutation, ServicePointUpdateMutationVariables>;
export const ServicePointProbeDocument = new TypedDocumentString(`
    mutation ServicePointProbe($input: ServicePointProbeInput!) {
  servicePointProbe(input: $input) {
    servicePoint {
      id
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ServicePointProbeMutation, ServicePointProbeMutationVariables>;
export const VersionChoicesDocument = new TypedDocumentString(`
    query VersionChoices {
  calendars(first: 100, orderBy: NAME_ASC) {
    nodes {
      id
      name
    }
  }
  servicePoints(first: 100, filter: {active: {eq: true}}, orderBy: NAME_ASC) {
    nodes {
      id
      name
      address
      note
      words
    }
  }
}
    `) as unknown as TypedDocumentString<VersionChoicesQuery, VersionChoicesQueryVariables>;
export const PolicyVersionChecksDocument = new TypedDocumentString(`
    query PolicyVersionChecks($id: ID!, $effectiveFrom: Date) {
  policyVersionCheck(id: $id, effectiveFrom: $effectiveFrom) {
    code
    message
    params
    blocking
  }
  policies(first: 100) {
    nodes {
      id
      name
      words
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyVersionChecksQuery, PolicyVersionChecksQueryVariables>;
export const PolicyVersionCutOfDocument = new TypedDocumentString(`
    query PolicyVersionCutOf($id: ID!, $effectiveFrom: Date, $retiring: Boolean) {
  policyVersionCut(id: $id, effectiveFrom: $effectiveFrom, retiring: $retiring) {
    version
    effectiveFrom
    cuts
    affected
    valueAtRisk
    currency
    approved
    customers {
      id
      number
      value
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyVersionCutOfQuery, PolicyVersionCutOfQueryVariables>;
export const PolicyFloorsDocument = new TypedDocumentString(`
    query PolicyFloors {
  policyFloors(first: 100) {
    nodes {
      id
      kind
      field
      row
      cell
      bound
      reason
      setBy
    }
  }
  policyFloorBreaks {
    floorId
    policyId
    policy
    words
    versionId
    number
    value
  }
}
    `) as unknown as TypedDocumentString<PolicyFloorsQuery, PolicyFloorsQueryVariables>;
export const PolicyVariantsOfDocument = new TypedDocumentString(`
    query PolicyVariantsOf($id: ID!, $language: Language) {
  policyVariants(id: $id, language: $language) {
    policyId
    policy
    regions
    number
    differences {
      difference
      kind
      termId
      base
      variant
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyVariantsOfQuery, PolicyVariantsOfQueryVariables>;
export const PolicyCutProposeDocument = new TypedDocumentString(`
    mutation PolicyCutPropose($input: PolicyCutProposeInput!) {
  policyCutPropose(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyCut {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyCutProposeMutation, PolicyCutProposeMutationVariables>;
export const PolicyCutApproveDocument = new TypedDocumentString(`
    mutation PolicyCutApprove($input: PolicyCutApproveInput!) {
  policyCutApprove(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyCut {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyCutApproveMutation, PolicyCutApproveMutationVariables>;
export const PolicyCutRejectDocument = new TypedDocumentString(`
    mutation PolicyCutReject($input: PolicyCutRejectInput!) {
  policyCutReject(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyCut {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyCutRejectMutation, PolicyCutRejectMutationVariables>;
export const PolicyFloorSetDocument = new TypedDocumentString(`
    mutation PolicyFloorSet($input: PolicyFloorSetInput!) {
  policyFloorSet(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyFloor {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyFloorSetMutation, PolicyFloorSetMutationVariables>;
export const PolicyFloorRemoveDocument = new TypedDocumentString(`
    mutation PolicyFloorRemove($input: PolicyFloorRemoveInput!) {
  policyFloorRemove(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    removed
  }
}
    `) as unknown as TypedDocumentString<PolicyFloorRemoveMutation, PolicyFloorRemoveMutationVariables>;
export const PolicyCommentAddDocument = new TypedDocumentString(`
    mutation PolicyCommentAdd($input: PolicyCommentAddInput!) {
  policyCommentAdd(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyComment {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyCommentAddMutation, PolicyCommentAddMutationVariables>;
export const PolicyCommentResolveDocument = new TypedDocumentString(`
    mutation PolicyCommentResolve($input: PolicyCommentResolveInput!) {
  policyCommentResolve(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyComment {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyCommentResolveMutation, PolicyCommentResolveMutationVariables>;
export const PolicyVariantCreateDocument = new TypedDocumentString(`
    mutation PolicyVariantCreate($input: PolicyVariantCreateInput!) {
  policyVariantCreate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policy {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyVariantCreateMutation, PolicyVariantCreateMutationVariables>;
export const PolicyNamesDocument = new TypedDocumentString(`
    query PolicyNames {
  policies(first: 100) {
    nodes {
      id
      name
      words
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyNamesQuery, PolicyNamesQueryVariables>;
export const PointNamesDocument = new TypedDocumentString(`
    query PointNames($ids: [ID!]!) {
  servicePoints(first: 100, filter: {id: {in: $ids}}) {
    nodes {
      id
      name
      words
    }
  }
}
    `) as unknown as TypedDocumentString<PointNamesQuery, PointNamesQueryVariables>;
export const PackTargetsDocument = new TypedDocumentString(`
    query PackTargets {
  policies(first: 100, filter: {baseId: {isNull: true}}, orderBy: NAME_ASC) {
    nodes {
      id
      name
      words
      versions(first: 1, orderBy: NUMBER_DESC) {
        nodes {
          id
          status
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PackTargetsQuery, PackTargetsQueryVariables>;
export const PolicyCreateFromPackDocument = new TypedDocumentString(`
    mutation PolicyCreateFromPack($input: PolicyCreateFromPackInput!) {
  policyCreateFromPack(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policy {
      id
    }
    policyVersion {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyCreateFromPackMutation, PolicyCreateFromPackMutationVariables>;
export const PolicyListDocument = new TypedDocumentString(`
    query PolicyList($first: Int, $offset: Int, $filter: PolicyFilter, $search: String, $orderBy: PolicyOrder) {
  policies(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      name
      description
      words
      regions
      base {
        id
        name
        words
      }
      stage
      versions(first: 20) {
        nodes {
          id
          number
          status
          effectiveFrom
          effectiveTo
          purchases
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyListQuery, PolicyListQueryVariables>;
export const PolicyPageDocument = new TypedDocumentString(`
    query PolicyPage($id: ID!) {
  policy(id: $id) {
    id
    name
    description
    stage
    slug
    words
    regions
    probeDays
    version
    base {
      id
      name
      words
    }
    versions(first: 50, orderBy: NUMBER_DESC) {
      nodes {
        id
        number
        status
        effectiveFrom
        effectiveTo
        terms
        calendarId
        intro
        phrases
        pointIds
        publishedAt
        publishedBy
        version
        purchases
        cuts(first: 20) {
          nodes {
            id
            retiring
            effectiveFrom
            reason
            cuts
            affected
            valueAtRisk {
              amount
              currency
            }
            status
            proposedBy
            proposedAt
            decidedBy
            decidedAt
            note
          }
        }
        comments(first: 100) {
          nodes {
            id
            termId
            text
            author
            at
            resolvedAt
            resolvedBy
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyPageQuery, PolicyPageQueryVariables>;
export const InvoiceLinesByNumberDocument = new TypedDocumentString(`
    query InvoiceLinesByNumber($number: String!) {
  invoices(first: 1, filter: {number: {eq: $number}}) {
    nodes {
      id
      number
      invoiceLines(first: 100, filter: {kind: {eq: SALE}}) {
        nodes {
          id
          code
          description
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceLinesByNumberQuery, InvoiceLinesByNumberQueryVariables>;
export const SomePurchaseDocument = new TypedDocumentString(`
    query SomePurchase {
  invoices(first: 1, filter: {kind: {eq: SALE}}, orderBy: AT_DESC) {
    nodes {
      id
      number
      invoiceLines(first: 1, filter: {kind: {eq: SALE}}) {
        nodes {
          id
          code
          description
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SomePurchaseQuery, SomePurchaseQueryVariables>;
export const PolicyTrialDocument = new TypedDocumentString(`
    query PolicyTrial($lineId: ID!, $kind: String!, $versionId: ID) {
  policyTry(lineId: $lineId, kind: $kind, versionId: $versionId) {
    facts
    versions
  }
  node(id: $lineId) {
    id
    ... on InvoiceLine {
      description
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyTrialQuery, PolicyTrialQueryVariables>;
export const TriedLineDocument = new TypedDocumentString(`
    query TriedLine($lineId: ID!) {
  node(id: $lineId) {
    id
    ... on InvoiceLine {
      invoice {
        id
        number
      }
      customer {
        id
        number
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TriedLineQuery, TriedLineQueryVariables>;
export const PolicyCreateDocument = new TypedDocumentString(`
    mutation PolicyCreate($input: PolicyCreateInput!) {
  policyCreate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policy {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyCreateMutation, PolicyCreateMutationVariables>;
export const PolicyUpdateDocument = new TypedDocumentString(`
    mutation PolicyUpdate($input: PolicyUpdateInput!) {
  policyUpdate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policy {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyUpdateMutation, PolicyUpdateMutationVariables>;
export const PolicyVersionSaveDocument = new TypedDocumentString(`
    mutation PolicyVersionSave($input: PolicyVersionSaveInput!) {
  policyVersionSave(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyVersion {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyVersionSaveMutation, PolicyVersionSaveMutationVariables>;
export const PolicyVersionPublishDocument = new TypedDocumentString(`
    mutation PolicyVersionPublish($input: PolicyVersionPublishInput!) {
  policyVersionPublish(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyVersion {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyVersionPublishMutation, PolicyVersionPublishMutationVariables>;
export const PolicyVersionRetireDocument = new TypedDocumentString(`
    mutation PolicyVersionRetire($input: PolicyVersionRetireInput!) {
  policyVersionRetire(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyVersion {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyVersionRetireMutation, PolicyVersionRetireMutationVariables>;
export const PolicyVersionDraftFromDocument = new TypedDocumentString(`
    mutation PolicyVersionDraftFrom($input: PolicyVersionDraftFromInput!) {
  policyVersionDraftFrom(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyVersion {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyVersionDraftFromMutation, PolicyVersionDraftFromMutationVariables>;
export const PolicyVersionBeginDocument = new TypedDocumentString(`
    mutation PolicyVersionBegin($input: PolicyVersionBeginInput!) {
  policyVersionBegin(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    policyVersion {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyVersionBeginMutation, PolicyVersionBeginMutationVariables>;
export const PolicyVersionDiscardDocument = new TypedDocumentString(`
    mutation PolicyVersionDiscard($input: PolicyVersionDiscardInput!) {
  policyVersionDiscard(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    discarded
  }
}
    `) as unknown as TypedDocumentString<PolicyVersionDiscardMutation, PolicyVersionDiscardMutationVariables>;
export const ProductListDocument = new TypedDocumentString(`
    query ProductList($first: Int, $offset: Int, $filter: ProductFilter, $search: String, $orderBy: ProductOrder) {
  products(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      ...ProductRow
    }
  }
}
    fragment ProductRow on Product {
  id
  code
  name
  category
  complexity
  price
  currency
  partnerId
  extras
  isPart
  version
}`) as unknown as TypedDocumentString<ProductListQuery, ProductListQueryVariables>;
export const ProductNowDocument = new TypedDocumentString(`
    query ProductNow($id: ID!) {
  product(id: $id) {
    ...ProductRow
  }
}
    fragment ProductRow on Product {
  id
  code
  name
  category
  complexity
  price
  currency
  partnerId
  extras
  isPart
  version
}`) as unknown as TypedDocumentString<ProductNowQuery, ProductNowQueryVariables>;
export const ProductCreateDocument = new TypedDocumentString(`
    mutation ProductCreate($input: ProductCreateInput!) {
  productCreate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    product {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ProductCreateMutation, ProductCreateMutationVariables>;
export const ProductUpdateDocument = new TypedDocumentString(`
    mutation ProductUpdate($input: ProductUpdateInput!) {
  productUpdate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    product {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ProductUpdateMutation, ProductUpdateMutationVariables>;
export const ProductCategoriesDocument = new TypedDocumentString(`
    query ProductCategories {
  productCategories
}
    `) as unknown as TypedDocumentString<ProductCategoriesQuery, ProductCategoriesQueryVariables>;
export const KnownProductsDocument = new TypedDocumentString(`
    query KnownProducts($codes: [String!]!, $search: String!) {
  chosen: products(first: 100, filter: {code: {in: $codes}}) {
    nodes {
      code
      name
    }
  }
  offered: products(first: 20, search: $search) {
    nodes {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<KnownProductsQuery, KnownProductsQueryVariables>;
export const KeptPromiseDocument = new TypedDocumentString(`
    query KeptPromise($id: ID!, $language: Language) {
  entitlement(id: $id) {
    id
    grantedOn
    customer {
      id
      number
      name
    }
    invoice {
      id
      number
    }
    policy {
      id
      name
      versions(first: 50, filter: {status: {in: [PUBLISHED, RETIRED]}}) {
        nodes {
          id
          number
          status
          effectiveFrom
        }
      }
    }
    policyVersion {
      id
      number
    }
    moves(first: 20) {
      nodes {
        id
        at
        by
        consentBy
        consentOn
        consentNote
        from {
          id
          policyVersion {
            id
            number
          }
        }
        to {
          id
          policyVersion {
            id
            number
          }
        }
      }
    }
  }
  promiseKept(id: $id, language: $language) {
    policy
    number
    grantedOn
    hash
    snapshotHash
    calendar
    facts
    terms {
      kind
      termId
      stage
      sentences
    }
  }
}
    `) as unknown as TypedDocumentString<KeptPromiseQuery, KeptPromiseQueryVariables>;
export const PromiseScheduleDocument = new TypedDocumentString(`
    query PromiseSchedule($invoiceId: ID!, $language: Language) {
  fulfilmentPlan(invoiceId: $invoiceId, language: $language) {
    kind
    dueOn
    ordinal
    sentence
    policyVersionId
    termId
    taskId
    status
    completedOn
  }
}
    `) as unknown as TypedDocumentString<PromiseScheduleQuery, PromiseScheduleQueryVariables>;
export const WeighMoveDocument = new TypedDocumentString(`
    query WeighMove($id: ID!, $policyVersionId: ID!, $language: Language) {
  entitlementMoveWeigh(
    id: $id
    policyVersionId: $policyVersionId
    language: $language
  ) {
    worse
    worseTerms
    weighing
    readings {
      field
      before
      after
    }
    changes {
      kind
      verdict
      products
      undisclosed
      before
      after
      hoursBefore
      hoursAfter
      wordings {
        language
        before
        after
      }
    }
    later {
      kind
      goods
      undisclosed
      before
      after
      hoursBefore
      hoursAfter
      wordings {
        language
        before
        after
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WeighMoveQuery, WeighMoveQueryVariables>;
export const EntitlementMoveDocument = new TypedDocumentString(`
    mutation EntitlementMove($input: EntitlementMoveInput!) {
  entitlementMove(input: $input) {
    entitlement {
      id
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<EntitlementMoveMutation, EntitlementMoveMutationVariables>;
export const QuoteListDocument = new TypedDocumentString(`
    query QuoteList($first: Int, $offset: Int, $filter: QuoteFilter, $search: String, $orderBy: QuoteOrder) {
  quotes(
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
      title
      status
      validUntil
      rounds
      createdAt
      total {
        amount
        currency
      }
      owner {
        id
        name
      }
      customer {
        id
        number
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteListQuery, QuoteListQueryVariables>;
export const QuotePageDocument = new TypedDocumentString(`
    query QuotePage($id: ID!) {
  quote(id: $id) {
    id
    number
    title
    status
    currency
    closedOn
    declinedReason
    validUntil
    version
    owner {
      id
      name
    }
    customer {
      id
      number
      name
    }
    invoice {
      id
      number
    }
    acceptedRevision {
      id
      number
    }
    revisions(first: 20) {
      nodes {
        id
        number
        status
        validUntil
        solution
        note
        currency
        sentAt
        version
        discount {
          amount
          currency
        }
        total {
          amount
          currency
        }
        lines(first: 100) {
          nodes {
            id
            productId
            product {
              id
              price
              currency
            }
            code
            description
            quantity
            unitPrice
            extras
            amount {
              amount
              currency
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuotePageQuery, QuotePageQueryVariables>;
export const QuotePromisedDocument = new TypedDocumentString(`
    query QuotePromised($id: ID!, $language: Language) {
  quotePromises(id: $id, language: $language) {
    changed
    feesHash
    terms {
      policyId
      policy
      number
      kind
      termId
      sentences
      hours
    }
    fees {
      policyId
      policy
      number
      termId
      sentences
      hours
    }
  }
}
    `) as unknown as TypedDocumentString<QuotePromisedQuery, QuotePromisedQueryVariables>;
export const ProductChoicesDocument = new TypedDocumentString(`
    query ProductChoices($search: String!, $filter: ProductFilter) {
  products(first: 20, search: $search, filter: $filter) {
    nodes {
      id
      code
      name
      price
      currency
      extras
    }
  }
}
    `) as unknown as TypedDocumentString<ProductChoicesQuery, ProductChoicesQueryVariables>;
export const CustomerQuotesDocument = new TypedDocumentString(`
    query CustomerQuotes($id: ID!) {
  customer(id: $id) {
    id
    quotes(first: 5) {
      totalCount
      nodes {
        id
        number
        title
        status
        validUntil
        total {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerQuotesQuery, CustomerQuotesQueryVariables>;
export const QuoteCreateDocument = new TypedDocumentString(`
    mutation QuoteCreate($input: QuoteCreateInput!) {
  quoteCreate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    quote {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteCreateMutation, QuoteCreateMutationVariables>;
export const QuoteRevisionSaveDocument = new TypedDocumentString(`
    mutation QuoteRevisionSave($input: QuoteRevisionSaveInput!) {
  quoteRevisionSave(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    quoteRevision {
      id
      version
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteRevisionSaveMutation, QuoteRevisionSaveMutationVariables>;
export const QuoteRevisionSendDocument = new TypedDocumentString(`
    mutation QuoteRevisionSend($input: QuoteRevisionSendInput!) {
  quoteRevisionSend(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    quoteRevision {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteRevisionSendMutation, QuoteRevisionSendMutationVariables>;
export const QuoteRevisionDiscardDocument = new TypedDocumentString(`
    mutation QuoteRevisionDiscard($input: QuoteRevisionDiscardInput!) {
  quoteRevisionDiscard(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    quote {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteRevisionDiscardMutation, QuoteRevisionDiscardMutationVariables>;
export const QuoteReviseDocument = new TypedDocumentString(`
    mutation QuoteRevise($input: QuoteReviseInput!) {
  quoteRevise(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    quoteRevision {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteReviseMutation, QuoteReviseMutationVariables>;
export const QuoteAcceptDocument = new TypedDocumentString(`
    mutation QuoteAccept($input: QuoteAcceptInput!) {
  quoteAccept(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    quote {
      id
    }
    invoice {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteAcceptMutation, QuoteAcceptMutationVariables>;
export const QuoteDeclineDocument = new TypedDocumentString(`
    mutation QuoteDecline($input: QuoteDeclineInput!) {
  quoteDecline(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    quote {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteDeclineMutation, QuoteDeclineMutationVariables>;
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
export const ReturnListDocument = new TypedDocumentString(`
    query ReturnList($first: Int, $offset: Int, $filter: ReturnFilter, $search: String, $orderBy: ReturnOrder) {
  returns(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      code
      quantity
      at
      outcome
      status
      deadline
      trace
      returnLine {
        id
        description
      }
      policy {
        id
        name
        words
      }
      customer {
        id
        number
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReturnListQuery, ReturnListQueryVariables>;
export const ReturnsSummaryDocument = new TypedDocumentString(`
    query ReturnsSummary {
  returnsSummary {
    outcome
    policyId
    policy
    versionNumber
    termId
    returns
    open
  }
}
    `) as unknown as TypedDocumentString<ReturnsSummaryQuery, ReturnsSummaryQueryVariables>;
export const ReturnCloseDocument = new TypedDocumentString(`
    mutation ReturnClose($input: ReturnCloseInput!) {
  returnClose(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    return {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ReturnCloseMutation, ReturnCloseMutationVariables>;
export const ReturnsCloseDocument = new TypedDocumentString(`
    mutation ReturnsClose($input: ReturnsCloseInput!) {
  returnsClose(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    closed
  }
}
    `) as unknown as TypedDocumentString<ReturnsCloseMutation, ReturnsCloseMutationVariables>;
export const ReturnsReopenDocument = new TypedDocumentString(`
    mutation ReturnsReopen($input: ReturnsReopenInput!) {
  returnsReopen(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    reopened
  }
}
    `) as unknown as TypedDocumentString<ReturnsReopenMutation, ReturnsReopenMutationVariables>;
export const NewSaleDocument = new TypedDocumentString(`
    query NewSale($id: ID!) {
  customer(id: $id) {
    id
    number
    name
    value {
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<NewSaleQuery, NewSaleQueryVariables>;
export const SaleRecordDocument = new TypedDocumentString(`
    mutation SaleRecord($input: SaleRecordInput!) {
  saleRecord(input: $input) {
    invoice {
      id
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<SaleRecordMutation, SaleRecordMutationVariables>;
export const SettingsDocument = new TypedDocumentString(`
    query Settings {
  retentionSettings {
    warnBelow
    margin
    perAgentPerDay
    dueInWorkingDays
    version
  }
}
    `) as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;
export const BusinessUpdateDocument = new TypedDocumentString(`
    mutation BusinessUpdate($input: BusinessUpdateInput!) {
  businessUpdate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    business {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessUpdateMutation, BusinessUpdateMutationVariables>;
export const RetentionSettingsUpdateDocument = new TypedDocumentString(`
    mutation RetentionSettingsUpdate($input: RetentionSettingsUpdateInput!) {
  retentionSettingsUpdate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    settings {
      version
    }
  }
}
    `) as unknown as TypedDocumentString<RetentionSettingsUpdateMutation, RetentionSettingsUpdateMutationVariables>;
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
export const StaffNamesDocument = new TypedDocumentString(`
    query StaffNames {
  staffMembers(
    first: 100
    orderBy: NAME_ASC
    filter: {active: {eq: true}, role: {in: [OWNER, AGENT]}}
  ) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<StaffNamesQuery, StaffNamesQueryVariables>;
export const MyStaffIdDocument = new TypedDocumentString(`
    query MyStaffId {
  me {
    id
  }
}
    `) as unknown as TypedDocumentString<MyStaffIdQuery, MyStaffIdQueryVariables>;
export const StaffListDocument = new TypedDocumentString(`
    query StaffList($first: Int, $offset: Int, $filter: StaffMemberFilter, $search: String, $orderBy: StaffMemberOrder) {
  staffMembers(
    first: $first
    offset: $offset
    filter: $filter
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      id
      name
      email
      role
      active
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<StaffListQuery, StaffListQueryVariables>;
export const StaffCreateDocument = new TypedDocumentString(`
    mutation StaffCreate($input: StaffCreateInput!) {
  staffCreate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    staffMember {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<StaffCreateMutation, StaffCreateMutationVariables>;
export const StaffUpdateDocument = new TypedDocumentString(`
    mutation StaffUpdate($input: StaffUpdateInput!) {
  staffUpdate(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    staffMember {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<StaffUpdateMutation, StaffUpdateMutationVariables>;
export const StaffSetPasswordDocument = new TypedDocumentString(`
    mutation StaffSetPassword($input: StaffSetPasswordInput!) {
  staffSetPassword(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    staffMember {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<StaffSetPasswordMutation, StaffSetPasswordMutationVariables>;
export const WarningListDocument = new TypedDocumentString(`
    query WarningList($first: Int, $offset: Int, $filter: WarningFilter, $orderBy: WarningOrder) {
  warnings(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) {
    totalCount
    nodes {
      id
      raisedOn
      severity
      status
      score
      change
      valueAtRisk {
        amount
        currency
      }
      reasons
      dueOn
      dismissedReason
      version
      owner {
        id
        name
      }
      customer {
        id
        number
        name
      }
      plans(first: 1) {
        nodes {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WarningListQuery, WarningListQueryVariables>;
export const WarningDismissDocument = new TypedDocumentString(`
    mutation WarningDismiss($input: WarningDismissInput!) {
  warningDismiss(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    warning {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WarningDismissMutation, WarningDismissMutationVariables>;
export const HealthRecomputeDocument = new TypedDocumentString(`
    mutation HealthRecompute($input: HealthRecomputeInput!) {
  healthRecompute(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    asOf
  }
}
    `) as unknown as TypedDocumentString<HealthRecomputeMutation, HealthRecomputeMutationVariables>;
export const WarningAssignDocument = new TypedDocumentString(`
    mutation WarningAssign($input: WarningAssignInput!) {
  warningAssign(input: $input) {
    userErrors {
      code
      message
      path
      params
    }
    warning {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WarningAssignMutation, WarningAssignMutationVariables>;
export const WhatIfPageDocument = new TypedDocumentString(`
    query WhatIfPage($versionId: ID!) {
  policyVersion(id: $versionId) {
    id
    number
    status
    updatedAt
    policy {
      id
      name
      words
    }
  }
  whatIfRuns(
    first: 1
    filter: {policyVersionId: {eq: $versionId}}
    orderBy: STARTED_AT_DESC
  ) {
    nodes {
      ...WhatIfRunFields
    }
  }
}
    fragment WhatIfRunFields on WhatIfRun {
  id
  status
  total
  done
  result
  failure
  startedBy
  startedAt
  finishedAt
}`) as unknown as TypedDocumentString<WhatIfPageQuery, WhatIfPageQueryVariables>;
export const WhatIfEffectsDocument = new TypedDocumentString(`
    query WhatIfEffects($runId: ID!) {
  losers: whatIfEffects(
    first: 10
    filter: {runId: {eq: $runId}, lost: {gte: 1}}
    orderBy: LOST_VALUE_DESC
  ) {
    totalCount
    nodes {
      id
      lost
      lostValue {
        amount
        currency
      }
      customer {
        id
        number
        name
      }
    }
  }
  winners: whatIfEffects(
    first: 10
    filter: {runId: {eq: $runId}, won: {gte: 1}}
    orderBy: WON_VALUE_DESC
  ) {
    totalCount
    nodes {
      id
      won
      wonValue {
        amount
        currency
      }
      customer {
        id
        number
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhatIfEffectsQuery, WhatIfEffectsQueryVariables>;
export const WhatIfStartDocument = new TypedDocumentString(`
    mutation WhatIfStart($input: WhatIfStartInput!) {
  whatIfStart(input: $input) {
    whatIfRun {
      id
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<WhatIfStartMutation, WhatIfStartMutationVariables>;
export const WhatIfStopDocument = new TypedDocumentString(`
    mutation WhatIfStop($input: WhatIfStopInput!) {
  whatIfStop(input: $input) {
    whatIfRun {
      id
    }
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<WhatIfStopMutation, WhatIfStopMutationVariables>;
export const PolicyGapsDocument = new TypedDocumentString(`
    query PolicyGaps {
  policyGaps {
    kind
    region
    segment
    category
    asked
    claims
    customers
    quantity
    value
    currency
  }
  policies(first: 100, orderBy: NAME_ASC) {
    nodes {
      id
      name
      words
      regions
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyGapsQuery, PolicyGapsQueryVariables>;
export const PolicyGapDraftDocument = new TypedDocumentString(`
    mutation PolicyGapDraft($input: PolicyGapDraftInput!) {
  policyGapDraft(input: $input) {
    policyVersion {
      id
      number
      policy {
        id
      }
    }
    termId
    userErrors {
      code
      message
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyGapDraftMutation, PolicyGapDraftMutationVariables>;
export const WhatIfProgressDocument = new TypedDocumentString(`
    query WhatIfProgress($id: ID!) {
  whatIfRun(id: $id) {
    id
    status
    done
    total
  }
}
    `) as unknown as TypedDocumentString<WhatIfProgressQuery, WhatIfProgressQueryVariables>;