// Columns whose type in the code says more than their type in SQL: lists of words and JSON documents.
// A word list must agree with the check in the migration; the schema test compares the two.

/** `table.column` → the name of a type exported by @sendsale/domain. */
export const COLUMN_TYPES: Readonly<Record<string, string>> = {
  'allocation.decision': 'RoutingExplanation',
  'facility.address': 'Address',
  'facility.fulfilled_by': 'FulfilledBy',
  'facility.kind': 'FacilityKind',
  'feed_file.direction': 'FeedDirection',
  'feed_file.state': 'FeedFileState',
  'ledger.state': 'LedgerState',
  'message.state': 'MessageState',
  'order_adjustment.kind': 'AdjustmentKind',
  'order_item.queue': 'Queue',
  'order_item.status': 'ItemStatus',
  'order_timeline.detail': 'JsonObject',
  'order_timeline.step': 'TimelineStep',
  'payment.kind': 'PaymentKind',
  'payment.status': 'PaymentStatus',
  'posting.kind': 'PostingKind',
  'posting_line.kind': 'PostingLineKind',
  'problem.code': 'ProblemCode',
  'problem.detail': 'JsonObject',
  'sales_order.bill_to': 'Address',
  'sales_order.channel': 'Channel',
  'sales_order.ship_to': 'Address',
  'sales_order.status': 'OrderStatus',
  'sales_order.till': 'Till',
  'setting.value': 'Json',
  'ship_group.delivery': 'Delivery',
  'ship_group.evidence': 'DeliveryEvidence',
  'shipment.origin': 'FulfilledBy',
};
