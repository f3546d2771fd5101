// What the rest of the system may use of the domain.

export { feedSteps, FEED_STEPS } from './exchange/feed-steps.ts';
export type { FeedSteps, OutgoingFeed } from './exchange/feed-steps.ts';
export {
  FEED_DIRECTIONS,
  FEED_FILE_STATES,
  LEDGER_STATES,
  MESSAGE_STATES,
  UNANSWERED_STATES,
} from './exchange/exchange-states.ts';
export { RETENTION_DAYS, RETENTION_NAMES } from './exchange/retention.ts';
export type { RetentionName } from './exchange/retention.ts';
export { decideOverdue, UNANSWERED_ATTEMPTS_MAX } from './exchange/decide-overdue.ts';
export type {
  FilePlace,
  OverdueDecision,
  OverdueFacts,
  ReadBack,
} from './exchange/decide-overdue.ts';
export type {
  FeedDirection,
  FeedFileState,
  LedgerState,
  MessageState,
} from './exchange/exchange-states.ts';
export { FACILITY_KINDS, FULFILLED_BY, QUEUES } from './facilities/facility.ts';
export type { FacilityKind, FulfilledBy, Queue } from './facilities/facility.ts';
export {
  isRejectionReason,
  REJECTION_REASONS,
  varianceOf,
  variancePolicyOf,
} from './fulfillment/rejection-reason.ts';
export type { RejectionReason, VariancePolicy } from './fulfillment/rejection-reason.ts';
export {
  nextPickState,
  PICK_STATES,
  PICK_TRANSITIONS,
  pickStateOf,
} from './fulfillment/pick-state.ts';
export type { PickState, PickTransition } from './fulfillment/pick-state.ts';
export {
  CARRY_OUT_METHOD,
  CHANNELS,
  DELIVERIES,
  POSTING_KINDS,
  postingRoute,
} from './orders/delivery.ts';
export type { Channel, Delivery, DeliveryEvidence, PostingKind } from './orders/delivery.ts';
export { postingExternalId, postingId, sequence } from './orders/identifiers.ts';
export {
  ADJUSTMENT_KINDS,
  PAYMENT_KINDS,
  PAYMENT_STATUSES,
  RESTOCK_TYPES,
} from './orders/incoming-order.ts';
export type {
  Address,
  AdjustmentKind,
  IncomingAdjustment,
  IncomingAgreement,
  IncomingCustomer,
  IncomingLine,
  IncomingOrder,
  IncomingPayment,
  IncomingRefund,
  IncomingRefundLine,
  IncomingShipGroup,
  PaymentKind,
  PaymentStatus,
  RestockType,
  Till,
} from './orders/incoming-order.ts';
export { STAGE_NAMES, STAGE_TIMES } from './orders/stage-times.ts';
export type { StageName, StageTime } from './orders/stage-times.ts';
export { orderStage } from './orders/order-stage.ts';
export type { Stage, StageFacts } from './orders/order-stage.ts';
export {
  isFinal,
  ITEM_STATUSES,
  ITEM_TRANSITIONS,
  nextItemStatus,
  nextOrderStatus,
  ORDER_STATUSES,
  ORDER_TRANSITIONS,
  statusFromItems,
} from './orders/order-status.ts';
export type {
  ItemStatus,
  ItemTransition,
  OrderStatus,
  OrderTransition,
  TransitionTable,
} from './orders/order-status.ts';
export { orderLineTypeId, POSTING_LINE_KINDS } from './orders/posting-line.ts';
export type { PostingLineKind } from './orders/posting-line.ts';
export { isTimelineStep, TIMELINE_STEPS } from './orders/timeline-step.ts';
export type { TimelineStep } from './orders/timeline-step.ts';
export { ALERT_CHANNELS, isToldOf } from './problems/alert-rule.ts';
export type { AlertChannel, AlertRule, OpenCause } from './problems/alert-rule.ts';
export { causeOf } from './problems/cause-of.ts';
export { nextRetryAt, RETRIES_MAX } from './problems/next-retry.ts';
export {
  isPassingRefusal,
  PROBLEM_EVENT_KINDS,
  RETRIED_CODES,
  SEVERITIES,
  severityOf,
  treatmentOf,
  TREATMENTS,
} from './problems/treatment.ts';
export type { ProblemEventKind, Severity, Treatment } from './problems/treatment.ts';
export { isProblemCode, PROBLEMS } from './problems/catalogue.ts';
export type { ProblemCode, ProblemDefinition } from './problems/catalogue.ts';
export { problem } from './problems/problem.ts';
export type { Json, JsonObject } from './json.ts';
export type { Problem, ProblemFacts } from './problems/problem.ts';
export { canonicalOrder, decideAcceptance } from './orders/accept-decision.ts';
export type { Acceptance, StoredVersion } from './orders/accept-decision.ts';
export { explodeLine } from './orders/explode-lines.ts';
export type { ExplodedItem } from './orders/explode-lines.ts';
export { moneyKept } from './orders/money-kept.ts';
export type { KeptPosting } from './orders/money-kept.ts';
export { isCaptured, isRefunded } from './orders/payment-sharing.ts';
export type { PaymentShare, SharingPayment, SharingPosting } from './orders/payment-sharing.ts';
export { exchanged, matchCents } from './orders/match-cents.ts';
export { taxToTheCent } from './orders/tax-cents.ts';
export type { TaxPart } from './orders/tax-cents.ts';
export { sharePayments } from './orders/payment-shares.ts';
export { standingPostings } from './orders/standing-postings.ts';
export { planOrder, sumOfParts } from './orders/plan-order.ts';
export type {
  OrderPlan,
  PlannedAdjustment,
  PlannedItem,
  PlannedPosting,
  PlannedPostingLine,
  PlannedShipGroup,
} from './orders/plan-order.ts';
export { postingAmounts } from './orders/posting-amounts.ts';
export type {
  AmountAdjustment,
  AmountItem,
  PostingAmounts,
  PostingLineAmount,
} from './orders/posting-amounts.ts';
export { fulfilledUnits, reviseOrder, unitsCancelledHere } from './orders/revise-order.ts';
export type { Revision, StoredItem, UnfollowedChange } from './orders/revise-order.ts';
export { milesBetween } from './routing/distance.ts';
export type { Place } from './routing/distance.ts';
export * from './routing/index.ts';
export {
  BULK_PURPOSES,
  BULK_STATES,
  CHANGE_KINDS,
  NOTICE_KINDS,
  PRIVACY_TOPICS,
} from './orders/order-change.ts';
export type {
  BulkPurpose,
  BulkState,
  ChangeKind,
  NoticeKind,
  PrivacyTopic,
} from './orders/order-change.ts';
export { HOLD_STATES, SEND_SALE_STATES } from './send-sale/states.ts';
export type { HoldState, SendSaleState } from './send-sale/states.ts';
export { findChanges } from './orders/find-changes.ts';
export type { OrderChange } from './orders/find-changes.ts';
export { planReturns, refundClaims, refundKey } from './orders/plan-returns.ts';
export type {
  BilledPosting,
  KnownRefunds,
  KnownReturn,
  PlannedReturn,
  ReturnableItem,
  ReturnedItem,
} from './orders/plan-returns.ts';
export { planSupplement } from './orders/plan-supplement.ts';
export type { BookedOrder, StoredAdjustment } from './orders/plan-supplement.ts';
export type { PlanStart } from './orders/plan-order.ts';
export { explainAssignment } from './routing/optimizer/explain-assignment.ts';
export type {
  AssignmentExplanation,
  ConsideredChoice,
  Obstacle,
} from './routing/optimizer/explain-assignment.ts';
export { boundAtPrices, planRoutes } from './routing/optimizer/plan-routes.ts';
export { routeOne } from './routing/optimizer/route-one.ts';
export type { RoutedOne, RouteOneOptions } from './routing/optimizer/route-one.ts';
export { verifyPlan } from './routing/optimizer/verify.ts';
export type { Verification } from './routing/optimizer/verify.ts';
export type {
  PlannedAssignment,
  Prices,
  ProblemFacility,
  ProblemOrder,
  ProblemSku,
  RouteOptions,
  RoutingBudget,
  RoutingPlan,
  RoutingProblem,
  StockRow,
  TierMode,
  TierSet,
  ZoneTable,
} from './routing/optimizer/problem.ts';
export { ADDRESS_FAULTS, addressFault } from './send-sale/address-fault.ts';
export type { AddressFault, CheckedAddress } from './send-sale/address-fault.ts';
export { centerOfState, stateOfZip, US_STATES } from './send-sale/us-states.ts';
export { estimateDelivery } from './send-sale/estimate-delivery.ts';
export type { DeliveryEstimate, EstimateOptions } from './send-sale/estimate-delivery.ts';
export { omsBook } from './reconciliation/oms-book.ts';
export type { BookAdjustment, BookItem, BookReturn, BookRows } from './reconciliation/oms-book.ts';
export { RECONCILIATION_TRIGGERS } from './reconciliation/found-difference.ts';
export type { ReconciliationTrigger } from './reconciliation/found-difference.ts';
export { compareBooks } from './reconciliation/compare-books.ts';
export type { ThreeBooks } from './reconciliation/compare-books.ts';
export type {
  NetsuiteBook,
  NetsuiteFulfillment,
  NetsuiteLine,
  NetsuiteMoney,
  NetsuiteRefund,
  NetsuiteSale,
  OmsBook,
  OmsItem,
  OmsPosting,
  OmsPostingLine,
  OmsReturn,
  OmsTender,
  SentRecord,
  ShopifyBook,
  ShopifyLine,
  Tender,
} from './reconciliation/books.ts';
export { DIFFERENCES, differenceDefinition } from './reconciliation/difference-codes.ts';
export type { DifferenceCode, DifferenceDefinition } from './reconciliation/difference-codes.ts';
export { difference, DIFFERENCE_KINDS } from './reconciliation/found-difference.ts';
export type { DifferenceKind, FoundDifference, Said } from './reconciliation/found-difference.ts';
export {
  DEFAULT_JUDGING,
  isBeyondLimit,
  judgeDifferences,
} from './reconciliation/judge-differences.ts';
export type { JudgedDifference, JudgingRules } from './reconciliation/judge-differences.ts';
export { differenceOf, MEASURES, orderFigures } from './reconciliation/order-figures.ts';
export type { Measure, OrderFigure } from './reconciliation/order-figures.ts';
export { moneyExternalId, transactionOfExternalId } from './orders/identifiers.ts';
export {
  PERMISSIONS,
  permissionsOf,
  permissionsOfKey,
  ROLE_DEFINITIONS,
  ROLES,
  seesEveryFacility,
} from './access/roles.ts';
export type { Permission, Role } from './access/roles.ts';
