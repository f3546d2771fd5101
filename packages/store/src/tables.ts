// The tables as the compiler sees them. Written by tools/dump-schema.ts from the migrated schema
// (`npm run schema`); do not edit. Column words and documents are typed in tools/schema/column-types.ts.

import type {
  Address,
  AdjustmentKind,
  AlertChannel,
  BatchCounts,
  BrokeringRules,
  BulkPurpose,
  BulkState,
  ChangeKind,
  Channel,
  CutOffTimes,
  Delivery,
  DeliveryEvidence,
  DifferenceCode,
  DifferenceKind,
  FacilityKind,
  FeedDirection,
  FeedFileState,
  FulfilledBy,
  HoldState,
  ItemStatus,
  Json,
  JsonObject,
  LedgerState,
  Measure,
  MessageState,
  NoticeKind,
  OpeningTimes,
  OrderStatus,
  PaymentKind,
  PaymentStatus,
  PostingKind,
  PostingLineKind,
  Priority,
  PrivacyTopic,
  ProblemCode,
  ProblemEventKind,
  Queue,
  ReconciliationTrigger,
  Role,
  RoutingExplanation,
  SendSaleState,
  Severity,
  Till,
  TimelineStep,
} from '@sendsale/domain';
import type { Generated, GeneratedAlways } from 'kysely';

export interface AlertTable {
  id: GeneratedAlways<number>;
  rule_id: string;
  cause: string;
  code: ProblemCode;
  channel: AlertChannel;
  target: string;
  facts: JsonObject;
  opened_at: Date;
  sent_at: Date | null;
  recovered_at: Date | null;
  recovery_sent_at: Date | null;
  tries: Generated<number>;
  next_try_at: Date | null;
  error: string | null;
}

export interface AlertRuleTable {
  id: string;
  codes: Generated<readonly string[]>;
  severity: Generated<Severity>;
  after_minutes: Generated<number>;
  money_minor: Generated<number>;
  channel: AlertChannel;
  target: string;
  enabled: Generated<boolean>;
  changed_by: string;
  changed_at: Date;
}

export interface AllocationTable {
  id: GeneratedAlways<number>;
  order_id: string;
  item_seq: string;
  facility_id: string;
  allocated_at: Date;
  released_at: Date | null;
  release_reason: string | null;
  decision: RoutingExplanation;
}

export interface ApiKeyTable {
  id: GeneratedAlways<number>;
  name: string;
  sha256: string;
  created_at: Date;
  revoked_at: Date | null;
  role: Role | null;
}

export interface AuditEntryTable {
  id: GeneratedAlways<number>;
  at: Date;
  actor: string;
  via: string;
  action: string;
  subject: string;
  before: JsonObject | null;
  after: JsonObject | null;
}

export interface BookDifferenceTable {
  id: GeneratedAlways<number>;
  shop_id: string;
  shopify_id: string;
  code: DifferenceCode;
  record: string;
  kind: DifferenceKind;
  shopify: string | null;
  oms: string | null;
  netsuite: string | null;
  amount_minor: number | null;
  cause: string;
  first_seen_at: Date;
  last_seen_at: Date;
  resolved_at: Date | null;
}

export interface BookedCountTable {
  adjustment_id: string;
  count_id: string;
  recorded_at: Date;
}

export interface BrokeringHoldTable {
  id: GeneratedAlways<number>;
  order_id: string;
  ship_group_seq: string | null;
  reason: string;
  held_by: string;
  held_at: Date;
  released_by: string | null;
  released_at: Date | null;
}

export interface BrokeringPriceTable {
  run_id: number;
  facility_id: string;
  product_id: string | null;
  price: number;
}

export interface BrokeringRulesTable {
  version: GeneratedAlways<number>;
  document: BrokeringRules;
  note: Generated<string>;
  made_by: string;
  made_at: Date;
}

export interface BrokeringRunTable {
  id: GeneratedAlways<number>;
  run_code: string;
  rules_version: number;
  trigger: string;
  slot: Date | null;
  actor: string;
  started_at: Date;
  finished_at: Date | null;
  orders: Generated<number>;
  attempted_items: Generated<number>;
  allocated_items: Generated<number>;
  queued_items: Generated<number>;
  contended_orders: Generated<number>;
  per_batch: Generated<BatchCounts>;
  mode: Generated<string>;
  objective: number | null;
  rules_objective: number | null;
  joint_orders: number | null;
  joint_cost: number | null;
  joint_bound: number | null;
  moved_orders: Generated<number>;
}

export interface BulkRunTable {
  id: GeneratedAlways<number>;
  shop_id: string;
  purpose: BulkPurpose;
  operation_id: string;
  state: BulkState;
  listed: Generated<number>;
  differing: Generated<number>;
  error: string | null;
  started_at: Date;
  finished_at: Date | null;
}

export interface CustomerTable {
  id: Generated<string>;
  shop_id: string;
  shopify_id: string;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  phone: string | null;
  netsuite_id: string | null;
  email_key: string | null;
  phone_key: string | null;
}

export interface CustomerShopifyIdTable {
  shop_id: string;
  shopify_id: string;
  customer_id: string;
  matched_by: string;
  matched_at: Date;
}

export interface DiscountItemTable {
  netsuite_id: string;
  name: string;
  is_active: boolean;
  read_at: Date;
}

export interface FacilityTable {
  id: string;
  name: string;
  kind: FacilityKind;
  fulfilled_by: FulfilledBy;
  ships_orders: Generated<boolean>;
  latitude: number;
  longitude: number;
  time_zone: string;
  address: Address;
  orders_per_day: number | null;
  safety_stock: Generated<number>;
  netsuite_location_id: string | null;
  netsuite_department_id: string | null;
}

export interface FacilityBrokeringTable {
  facility_id: string;
  orders_per_hour: number | null;
  opening_hours: Generated<OpeningTimes>;
  cut_offs: Generated<CutOffTimes>;
  cost_per_shipment: Generated<number>;
  cost_per_unit: Generated<number>;
}

export interface FacilityDayTable {
  facility_id: string;
  day: string;
  off: Generated<boolean>;
  orders: number | null;
  changed_by: string;
  changed_at: Date;
}

export interface FacilityGroupTable {
  id: string;
  name: string;
}

export interface FacilityGroupMemberTable {
  group_id: string;
  facility_id: string;
  sequence: number;
}

export interface FacilityLocationTable {
  shop_id: string;
  shopify_location_id: string;
  facility_id: string;
}

export interface FeedFileTable {
  id: GeneratedAlways<number>;
  feed: string;
  direction: FeedDirection;
  directory: string;
  name: string;
  content: Uint8Array;
  sha256: string;
  row_count: Generated<number>;
  state: FeedFileState;
  created_at: Date;
  settled_at: Date | null;
  hand_over_began_at: Date | null;
  purged_at: Date | null;
  byte_count: Generated<number>;
}

export interface GivenNumberTable {
  kind: string;
  shopify_id: string;
  id: string;
}

export interface InventoryTable {
  facility_id: string;
  product_id: string;
  on_hand: number;
  reserved: Generated<number>;
  counted_at: Date | null;
}

export interface InventoryVarianceTable {
  id: GeneratedAlways<number>;
  facility_id: string;
  product_id: string;
  delta: number;
  reason: string;
  order_id: string | null;
  recorded_at: Date;
}

export interface InvoiceTable {
  netsuite_id: string;
  posting_id: string;
  amount_minor: number;
  status: string;
  recorded_at: Date;
}

export interface JobRunTable {
  id: GeneratedAlways<number>;
  name: string;
  started_at: Date;
  finished_at: Date | null;
  outcome: string | null;
  done: Generated<number>;
  note: string | null;
}

export interface JobSettingTable {
  name: string;
  paused: Generated<boolean>;
  schedule: string | null;
}

export interface KitComponentTable {
  kit: string;
  member: string;
  kit_netsuite_id: string | null;
  member_netsuite_id: string | null;
  quantity: number;
  read_at: Date;
}

export interface LedgerTable {
  id: GeneratedAlways<number>;
  feed: string;
  subject: string;
  revision: Generated<number>;
  order_id: string | null;
  external_id: string | null;
  state: LedgerState;
  file_id: number | null;
  line: number | null;
  remote_id: string | null;
  code: string | null;
  message: string | null;
  written_at: Date;
  handed_over_at: Date | null;
  settled_at: Date | null;
  attempt: Generated<number>;
  settled_via: string | null;
  asked_at: Date | null;
  sent_digest: string | null;
}

export interface LedgerAttemptTable {
  ledger_id: number;
  attempt: number;
  file_id: number | null;
  line: number | null;
  state: LedgerState;
  code: string | null;
  message: string | null;
  written_at: Date;
  handed_over_at: Date | null;
  settled_at: Date | null;
  reason: string;
  actor: string;
  ended_at: Date;
}

export interface MappingTable {
  kind: string;
  shop_id: Generated<string>;
  key: string;
  value: string;
}

export interface MessageTable {
  id: GeneratedAlways<number>;
  source: string;
  topic: string;
  shop_id: string | null;
  subject: string;
  received_at: Date;
  sha256: string;
  body: string;
  state: MessageState;
  purged_at: Date | null;
}

export interface OrderAdjustmentTable {
  order_id: string;
  seq: number;
  item_seq: string | null;
  ship_group_seq: string | null;
  posting_id: string;
  kind: AdjustmentKind;
  amount_minor: number;
  title: string | null;
  code: string | null;
  rate: string | null;
}

export interface OrderChangeTable {
  id: GeneratedAlways<number>;
  order_id: string;
  key: string;
  kind: ChangeKind;
  happened_at: Date;
  recorded_at: Date;
  via: string;
  stated: JsonObject;
  consequence: JsonObject;
}

export interface OrderFigureTable {
  shop_id: string;
  shopify_id: string;
  measure: Measure;
  shopify_minor: number | null;
  oms_minor: number | null;
  netsuite_minor: number | null;
  variance_minor: Generated<number>;
}

export interface OrderItemTable {
  order_id: string;
  seq: string;
  ship_group_seq: string;
  posting_id: string;
  shopify_line_id: string;
  shopify_variant_id: string | null;
  product_id: string | null;
  sku: string | null;
  title: string;
  quantity: number;
  unit_price_minor: number;
  requires_shipping: boolean;
  is_gift_card: boolean;
  status: ItemStatus;
  facility_id: string | null;
  queue: Queue | null;
  item_group: string | null;
  auto_cancel_at: Date | null;
}

export interface OrderReturnTable {
  id: Generated<string>;
  order_id: string;
  posting_id: string;
  key: string;
  shopify_refund_id: string | null;
  shopify_return_id: string | null;
  returned_at: Date;
  goods_minor: number;
  tax_minor: number;
  shipping_minor: Generated<number>;
  netsuite_id: string | null;
  beyond_minor: Generated<number>;
}

export interface OrderReturnItemTable {
  return_id: string;
  order_id: string;
  item_seq: string;
  quantity: number;
  restocked: boolean;
  facility_id: string | null;
  goods_minor: number;
  tax_minor: number;
}

export interface OrderTimelineTable {
  id: GeneratedAlways<number>;
  order_id: string;
  step: TimelineStep;
  at: Date;
  actor: string;
  via: string;
  detail: Generated<JsonObject>;
}

export interface OrderToReadTable {
  shop_id: string;
  shopify_id: string;
  reason: string;
  asked_at: Date;
}

export interface PaymentTable {
  id: Generated<number>;
  order_id: string;
  shopify_transaction_id: string;
  parent_transaction_id: string | null;
  kind: PaymentKind;
  status: PaymentStatus;
  gateway: string;
  amount_minor: number;
  processed_at: Date;
}

export interface PaymentShareTable {
  payment_id: number;
  posting_id: string;
  amount_minor: number;
}

export interface PersonTable {
  id: Generated<string>;
  email: string;
  name: string;
  password_hash: string | null;
  created_at: Date;
  disabled_at: Date | null;
  revision: Generated<number>;
}

export interface PersonFacilityTable {
  person_id: string;
  facility_id: string;
}

export interface PersonRoleTable {
  person_id: string;
  role: Role;
}

export interface PickTable {
  allocation_id: number;
  picklist_id: string;
  picked_at: Date | null;
  picked_by: string | null;
  scanned: Generated<boolean>;
  packed_at: Date | null;
  packed_by: string | null;
}

export interface PicklistTable {
  id: Generated<string>;
  facility_id: string;
  request_key: string;
  made_by: string;
  made_at: Date;
}

export interface PostingTable {
  id: string;
  order_id: string;
  kind: PostingKind;
  external_id: string;
  netsuite_id: string | null;
  booked_at: Date | null;
  supplement: Generated<number>;
}

export interface PostingLineTable {
  posting_id: string;
  key: string;
  kind: PostingLineKind;
  order_id: string;
  item_seq: string | null;
  netsuite_line: string | null;
}

export interface PrivacyRequestTable {
  id: GeneratedAlways<number>;
  shop_id: string;
  topic: PrivacyTopic;
  message_id: number;
  customer_shopify_id: string | null;
  received_at: Date;
  done_at: Date | null;
  outcome: Generated<JsonObject>;
}

export interface ProblemTable {
  id: GeneratedAlways<number>;
  code: ProblemCode;
  subject: string;
  order_id: string | null;
  message: string;
  detail: Generated<JsonObject>;
  first_seen_at: Date;
  last_seen_at: Date;
  occurrences: Generated<number>;
  resolved_at: Date | null;
  resolution: string | null;
  cause: Generated<string>;
  retries: Generated<number>;
  next_retry_at: Date | null;
  last_retry_at: Date | null;
  assigned_to: string | null;
  resolved_by: string | null;
}

export interface ProblemEventTable {
  id: GeneratedAlways<number>;
  problem_id: number;
  at: Date;
  actor: string;
  kind: ProblemEventKind;
  text: string;
}

export interface ProductTable {
  id: Generated<string>;
  sku: string;
  title: string;
  weight_grams: Generated<number>;
  requires_shipping: Generated<boolean>;
  is_gift_card: Generated<boolean>;
  netsuite_item_id: string | null;
  barcode: string | null;
}

export interface ProductCategoryTable {
  product_id: string;
  category: string;
}

export interface ProductVariantTable {
  shop_id: string;
  shopify_variant_id: string;
  shopify_inventory_item_id: string | null;
  product_id: string;
}

export interface ReconciledOrderTable {
  shop_id: string;
  shopify_id: string;
  day: string;
  order_id: string | null;
  name: string;
  currency: string;
  compared_at: Date;
}

export interface ReconciliationRunTable {
  id: GeneratedAlways<number>;
  trigger: ReconciliationTrigger;
  from_day: string;
  to_day: string;
  started_at: Date;
  finished_at: Date | null;
  orders: Generated<number>;
  differences: Generated<number>;
  unread: Generated<Json>;
}

export interface RejectionTable {
  id: GeneratedAlways<number>;
  order_id: string;
  item_seq: string;
  facility_id: string;
  product_id: string;
  reason: string;
  comment: string | null;
  actor: string;
  rejected_at: Date;
  not_here_until: Date;
  request_key: string | null;
}

export interface SalesOrderTable {
  id: Generated<string>;
  shop_id: string;
  shopify_id: string;
  name: string;
  channel: Channel;
  status: OrderStatus;
  currency: string;
  total_minor: number;
  ordered_at: Date;
  entered_at: Date;
  updated_at: Date;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  test: Generated<boolean>;
  customer_id: string | null;
  email: string | null;
  phone: string | null;
  ship_to: Address | null;
  bill_to: Address | null;
  selling_facility_id: string | null;
  till: Till | null;
  note: string | null;
  tags: Generated<readonly string[]>;
  revision: Generated<number>;
  digest: string;
  message_id: number | null;
  priority: Generated<Priority>;
  read_through: Date | null;
}

export interface SavedViewTable {
  id: GeneratedAlways<number>;
  person_id: string;
  page: string;
  name: string;
  query: JsonObject;
  created_at: Date;
}

export interface SendSaleTable {
  id: string;
  request_key: string;
  shop_id: string;
  state: SendSaleState;
  draft_order_id: string | null;
  draft_name: string | null;
  invoice_url: string | null;
  shopify_order_id: string | null;
  selling_facility_id: string;
  associate: string;
  customer_shopify_id: string | null;
  total_minor: number | null;
  currency: string | null;
  request: JsonObject;
  failure: JsonObject | null;
  placed_at: Date;
  updated_at: Date;
}

export interface SessionTable {
  id: GeneratedAlways<number>;
  person_id: string;
  token_sha256: string;
  previous_sha256: string | null;
  previous_until: Date | null;
  csrf: string;
  created_at: Date;
  seen_at: Date;
  rotated_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  address: string;
  agent: string;
}

export interface SettingTable {
  name: string;
  value: Json;
}

export interface ShipGroupTable {
  order_id: string;
  seq: string;
  key: string;
  delivery: Delivery;
  posting_id: string;
  shipping_method: string | null;
  shipping_title: string | null;
  facility_id: string | null;
  evidence: DeliveryEvidence;
  ship_after: Date | null;
  ship_by: Date | null;
}

export interface ShipmentTable {
  id: Generated<string>;
  order_id: string;
  facility_id: string;
  origin: FulfilledBy;
  shipped_at: Date;
  carrier: string | null;
  tracking_number: string | null;
  shopify_fulfillment_id: string | null;
  netsuite_fulfillment_id: string | null;
  booked_at: Date | null;
}

export interface ShipmentItemTable {
  shipment_id: string;
  order_id: string;
  item_seq: string;
}

export interface ShippedGiftCardTable {
  number: string;
  posting_id: string;
  item_seq: string | null;
  price_minor: number | null;
  shipped_on: string | null;
  customer_shopify_id: string | null;
  recorded_at: Date;
}

export interface ShopTable {
  id: string;
  name: string;
  domain: string;
  currency: string;
  time_zone: string;
  netsuite_subsidiary_id: string | null;
  polled_through: Date | null;
}

export interface ShopifyInventoryLevelTable {
  shop_id: string;
  shopify_inventory_item_id: string;
  shopify_location_id: string;
  available: number;
  on_hand: number | null;
  read_at: Date;
  told_available: number | null;
  told_key: string | null;
  told_at: Date | null;
}

export interface ShopifyNoticeTable {
  id: GeneratedAlways<number>;
  order_id: string;
  kind: NoticeKind;
  key: string;
  body: Generated<JsonObject>;
  asked_at: Date;
  told_at: Date | null;
  outcome: JsonObject | null;
}

export interface SignInFailureTable {
  key: string;
  failures: number;
  last_at: Date;
  blocked_until: Date | null;
}

export interface StockChangeTable {
  adjustment_id: string;
  line: string;
  facility_id: string;
  product_id: string;
  delta: number;
  comments: string | null;
  booked_at: Date;
  counted: boolean;
  recorded_at: Date;
}

export interface StockHoldTable {
  id: string;
  facility_id: string;
  product_id: string;
  quantity: number;
  state: HoldState;
  held_by: string;
  held_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  send_sale_id: string | null;
}

export interface UnallocatedItemTable {
  order_id: string;
  item_seq: string;
  decided_at: Date;
  decision: RoutingExplanation;
}

export interface Tables {
  alert: AlertTable;
  alert_rule: AlertRuleTable;
  allocation: AllocationTable;
  api_key: ApiKeyTable;
  audit_entry: AuditEntryTable;
  book_difference: BookDifferenceTable;
  booked_count: BookedCountTable;
  brokering_hold: BrokeringHoldTable;
  brokering_price: BrokeringPriceTable;
  brokering_rules: BrokeringRulesTable;
  brokering_run: BrokeringRunTable;
  bulk_run: BulkRunTable;
  customer: CustomerTable;
  customer_shopify_id: CustomerShopifyIdTable;
  discount_item: DiscountItemTable;
  facility: FacilityTable;
  facility_brokering: FacilityBrokeringTable;
  facility_day: FacilityDayTable;
  facility_group: FacilityGroupTable;
  facility_group_member: FacilityGroupMemberTable;
  facility_location: FacilityLocationTable;
  feed_file: FeedFileTable;
  given_number: GivenNumberTable;
  inventory: InventoryTable;
  inventory_variance: InventoryVarianceTable;
  invoice: InvoiceTable;
  job_run: JobRunTable;
  job_setting: JobSettingTable;
  kit_component: KitComponentTable;
  ledger: LedgerTable;
  ledger_attempt: LedgerAttemptTable;
  mapping: MappingTable;
  message: MessageTable;
  order_adjustment: OrderAdjustmentTable;
  order_change: OrderChangeTable;
  order_figure: OrderFigureTable;
  order_item: OrderItemTable;
  order_return: OrderReturnTable;
  order_return_item: OrderReturnItemTable;
  order_timeline: OrderTimelineTable;
  order_to_read: OrderToReadTable;
  payment: PaymentTable;
  payment_share: PaymentShareTable;
  person: PersonTable;
  person_facility: PersonFacilityTable;
  person_role: PersonRoleTable;
  pick: PickTable;
  picklist: PicklistTable;
  posting: PostingTable;
  posting_line: PostingLineTable;
  privacy_request: PrivacyRequestTable;
  problem: ProblemTable;
  problem_event: ProblemEventTable;
  product: ProductTable;
  product_category: ProductCategoryTable;
  product_variant: ProductVariantTable;
  reconciled_order: ReconciledOrderTable;
  reconciliation_run: ReconciliationRunTable;
  rejection: RejectionTable;
  sales_order: SalesOrderTable;
  saved_view: SavedViewTable;
  send_sale: SendSaleTable;
  session: SessionTable;
  setting: SettingTable;
  ship_group: ShipGroupTable;
  shipment: ShipmentTable;
  shipment_item: ShipmentItemTable;
  shipped_gift_card: ShippedGiftCardTable;
  shop: ShopTable;
  shopify_inventory_level: ShopifyInventoryLevelTable;
  shopify_notice: ShopifyNoticeTable;
  sign_in_failure: SignInFailureTable;
  stock_change: StockChangeTable;
  stock_hold: StockHoldTable;
  unallocated_item: UnallocatedItemTable;
}
