-- Written by tools/dump-schema.ts from a migrated database; do not edit.
sequence alert_id_seq start 1
sequence allocation_id_seq start 1
sequence api_key_id_seq start 1
sequence audit_entry_id_seq start 1
sequence book_difference_id_seq start 1
sequence brokering_hold_id_seq start 1
sequence brokering_rules_version_seq start 1
sequence brokering_run_id_seq start 1
sequence bulk_run_id_seq start 1
sequence customer_number start 10001
sequence feed_file_id_seq start 1
sequence inventory_variance_id_seq start 1
sequence job_run_id_seq start 1
sequence ledger_id_seq start 1
sequence message_id_seq start 1
sequence order_change_id_seq start 1
sequence order_number start 10001
sequence order_timeline_id_seq start 1
sequence payment_id_seq start 1
sequence person_number start 10001
sequence picklist_number start 10001
sequence privacy_request_id_seq start 1
sequence problem_event_id_seq start 1
sequence problem_id_seq start 1
sequence product_number start 10001
sequence reconciliation_run_id_seq start 1
sequence rejection_id_seq start 1
sequence return_number start 10001
sequence saved_view_id_seq start 1
sequence send_sale_number start 10001
sequence session_id_seq start 1
sequence shipment_number start 10001
sequence shopify_notice_id_seq start 1

table alert
  id bigint not null identity always
  rule_id text not null
  cause text not null
  code text not null
  channel text not null
  target text not null
  facts jsonb not null
  opened_at timestamp with time zone not null
  sent_at timestamp with time zone
  recovered_at timestamp with time zone
  recovery_sent_at timestamp with time zone
  tries integer not null default 0
  next_try_at timestamp with time zone
  error text
  alert_channel_check: CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'WEBHOOK'::text])))
  alert_pkey: PRIMARY KEY (id)
  alert_due: CREATE INDEX alert_due ON public.alert USING btree (next_try_at) WHERE (next_try_at IS NOT NULL)
  alert_open: CREATE UNIQUE INDEX alert_open ON public.alert USING btree (rule_id, cause) WHERE (recovered_at IS NULL)

table alert_rule
  id text not null
  codes text[] not null default '{}'::text[]
  severity text not null default 'LOW'::text
  after_minutes integer not null default 0
  money_minor bigint not null default 0
  channel text not null
  target text not null
  enabled boolean not null default true
  changed_by text not null
  changed_at timestamp with time zone not null
  alert_rule_after_minutes_check: CHECK ((after_minutes >= 0))
  alert_rule_channel_check: CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'WEBHOOK'::text])))
  alert_rule_money_minor_check: CHECK ((money_minor >= 0))
  alert_rule_pkey: PRIMARY KEY (id)
  alert_rule_severity_check: CHECK ((severity = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text])))

table allocation
  id bigint not null identity always
  order_id text not null
  item_seq text not null
  facility_id text not null
  allocated_at timestamp with time zone not null
  released_at timestamp with time zone
  release_reason text
  decision jsonb not null
  allocation_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  allocation_order_id_item_seq_fkey: FOREIGN KEY (order_id, item_seq) REFERENCES order_item(order_id, seq)
  allocation_pkey: PRIMARY KEY (id)
  allocation_facility: CREATE INDEX allocation_facility ON public.allocation USING btree (facility_id, allocated_at)
  allocation_item: CREATE INDEX allocation_item ON public.allocation USING btree (order_id, item_seq, id)
  allocation_open: CREATE UNIQUE INDEX allocation_open ON public.allocation USING btree (order_id, item_seq) WHERE (released_at IS NULL)

table api_key
  id bigint not null identity always
  name text not null
  sha256 text not null
  created_at timestamp with time zone not null
  revoked_at timestamp with time zone
  role text
  api_key_pkey: PRIMARY KEY (id)
  api_key_role_check: CHECK ((role = ANY (ARRAY['ASSOCIATE'::text, 'STORE_LEAD'::text, 'FULFILLMENT'::text, 'ORDER_MANAGER'::text, 'ENGINEER'::text, 'ACCOUNTANT'::text, 'AUDITOR'::text, 'ADMINISTRATOR'::text])))
  api_key_sha256_key: UNIQUE (sha256)

table audit_entry
  id bigint not null identity always
  at timestamp with time zone not null
  actor text not null
  via text not null
  action text not null
  subject text not null
  before jsonb
  after jsonb
  audit_entry_pkey: PRIMARY KEY (id)
  audit_entry_actor: CREATE INDEX audit_entry_actor ON public.audit_entry USING btree (actor, id)
  audit_entry_subject: CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (subject, id)

table book_difference
  id bigint not null identity always
  shop_id text not null
  shopify_id text not null
  code text not null
  record text not null
  kind text not null
  shopify text
  oms text
  netsuite text
  amount_minor bigint
  cause text not null
  first_seen_at timestamp with time zone not null
  last_seen_at timestamp with time zone not null
  resolved_at timestamp with time zone
  book_difference_kind_check: CHECK ((kind = ANY (ARRAY['PENDING'::text, 'VARIANCE'::text, 'DIFFERENCE'::text])))
  book_difference_pkey: PRIMARY KEY (id)
  book_difference_shop_id_shopify_id_fkey: FOREIGN KEY (shop_id, shopify_id) REFERENCES reconciled_order(shop_id, shopify_id) ON DELETE CASCADE
  book_difference_open: CREATE UNIQUE INDEX book_difference_open ON public.book_difference USING btree (shop_id, shopify_id, code, record) WHERE (resolved_at IS NULL)
  book_difference_order: CREATE INDEX book_difference_order ON public.book_difference USING btree (shop_id, shopify_id)

table booked_count
  adjustment_id text not null
  count_id text not null
  recorded_at timestamp with time zone not null
  booked_count_pkey: PRIMARY KEY (adjustment_id)

table brokering_hold
  id bigint not null identity always
  order_id text not null
  ship_group_seq text
  reason text not null
  held_by text not null
  held_at timestamp with time zone not null
  released_by text
  released_at timestamp with time zone
  brokering_hold_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  brokering_hold_pkey: PRIMARY KEY (id)
  brokering_hold_open: CREATE UNIQUE INDEX brokering_hold_open ON public.brokering_hold USING btree (order_id, COALESCE(ship_group_seq, ''::text), reason) WHERE (released_at IS NULL)

table brokering_price
  run_id bigint not null
  facility_id text not null
  product_id text
  price double precision not null
  brokering_price_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  brokering_price_price_check: CHECK ((price > (0)::double precision))
  brokering_price_product_id_fkey: FOREIGN KEY (product_id) REFERENCES product(id)
  brokering_price_run_id_fkey: FOREIGN KEY (run_id) REFERENCES brokering_run(id)
  brokering_price_cell: CREATE UNIQUE INDEX brokering_price_cell ON public.brokering_price USING btree (run_id, facility_id, COALESCE(product_id, ''::text))

table brokering_rules
  version integer not null identity always
  document jsonb not null
  note text not null default ''::text
  made_by text not null
  made_at timestamp with time zone not null
  brokering_rules_pkey: PRIMARY KEY (version)

table brokering_run
  id bigint not null identity always
  run_code text not null
  rules_version integer not null
  trigger text not null
  slot timestamp with time zone
  actor text not null
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  orders integer not null default 0
  attempted_items integer not null default 0
  allocated_items integer not null default 0
  queued_items integer not null default 0
  contended_orders integer not null default 0
  per_batch jsonb not null default '[]'::jsonb
  mode text not null default 'RULES'::text
  objective double precision
  rules_objective double precision
  joint_orders integer
  joint_cost double precision
  joint_bound double precision
  moved_orders integer not null default 0
  brokering_run_mode_check: CHECK ((mode = ANY (ARRAY['RULES'::text, 'OPTIMIZE'::text])))
  brokering_run_pkey: PRIMARY KEY (id)
  brokering_run_trigger_check: CHECK ((trigger = ANY (ARRAY['AT_ONCE'::text, 'SCHEDULE'::text, 'PERSON'::text])))
  brokering_run_slot: CREATE UNIQUE INDEX brokering_run_slot ON public.brokering_run USING btree (run_code, slot) WHERE (slot IS NOT NULL)

table bulk_run
  id bigint not null identity always
  shop_id text not null
  purpose text not null
  operation_id text not null
  state text not null
  listed integer not null default 0
  differing integer not null default 0
  error text
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  bulk_run_pkey: PRIMARY KEY (id)
  bulk_run_purpose_check: CHECK ((purpose = ANY (ARRAY['BACKFILL'::text, 'NIGHTLY'::text])))
  bulk_run_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)
  bulk_run_state_check: CHECK ((state = ANY (ARRAY['RUNNING'::text, 'DONE'::text, 'FAILED'::text])))
  bulk_run_open: CREATE UNIQUE INDEX bulk_run_open ON public.bulk_run USING btree (shop_id) WHERE (state = 'RUNNING'::text)
  bulk_run_shop: CREATE INDEX bulk_run_shop ON public.bulk_run USING btree (shop_id, purpose, id DESC)

table customer
  id text not null default ('C'::text || nextval('customer_number'::regclass))
  shop_id text not null
  shopify_id text not null
  first_name text
  last_name text
  email text
  phone text
  netsuite_id text
  email_key text
  phone_key text
  customer_pkey: PRIMARY KEY (id)
  customer_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)
  customer_shop_id_shopify_id_key: UNIQUE (shop_id, shopify_id)
  customer_email: CREATE INDEX customer_email ON public.customer USING btree (shop_id, email_key) WHERE (email_key IS NOT NULL)
  customer_last_name_begins: CREATE INDEX customer_last_name_begins ON public.customer USING btree (lower(last_name) text_pattern_ops) WHERE (last_name IS NOT NULL)
  customer_phone: CREATE INDEX customer_phone ON public.customer USING btree (shop_id, phone_key) WHERE (phone_key IS NOT NULL)

table customer_shopify_id
  shop_id text not null
  shopify_id text not null
  customer_id text not null
  matched_by text not null
  matched_at timestamp with time zone not null
  customer_shopify_id_customer_id_fkey: FOREIGN KEY (customer_id) REFERENCES customer(id)
  customer_shopify_id_pkey: PRIMARY KEY (shop_id, shopify_id)
  customer_shopify_id_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)
  customer_shopify_id_customer: CREATE INDEX customer_shopify_id_customer ON public.customer_shopify_id USING btree (customer_id)

table discount_item
  netsuite_id text not null
  name text not null
  is_active boolean not null
  read_at timestamp with time zone not null
  discount_item_pkey: PRIMARY KEY (netsuite_id)

table facility
  id text not null
  name text not null
  kind text not null
  fulfilled_by text not null
  ships_orders boolean not null default true
  latitude double precision not null
  longitude double precision not null
  time_zone text not null
  address jsonb not null
  orders_per_day integer
  safety_stock integer not null default 0
  netsuite_location_id text
  netsuite_department_id text
  facility_fulfilled_by_check: CHECK ((fulfilled_by = ANY (ARRAY['OMS'::text, 'NETSUITE'::text])))
  facility_kind_check: CHECK ((kind = ANY (ARRAY['STORE'::text, 'WAREHOUSE'::text])))
  facility_netsuite_location_id_key: UNIQUE (netsuite_location_id)
  facility_orders_per_day_check: CHECK ((orders_per_day >= 0))
  facility_pkey: PRIMARY KEY (id)
  facility_safety_stock_check: CHECK ((safety_stock >= 0))

table facility_brokering
  facility_id text not null
  orders_per_hour integer
  opening_hours jsonb not null default '[]'::jsonb
  cut_offs jsonb not null default '[]'::jsonb
  cost_per_shipment double precision not null default 0
  cost_per_unit double precision not null default 0
  facility_brokering_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  facility_brokering_orders_per_hour_check: CHECK ((orders_per_hour >= 0))
  facility_brokering_pkey: PRIMARY KEY (facility_id)

table facility_day
  facility_id text not null
  day date not null
  off boolean not null default false
  orders integer
  changed_by text not null
  changed_at timestamp with time zone not null
  facility_day_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  facility_day_orders_check: CHECK ((orders >= 0))
  facility_day_pkey: PRIMARY KEY (facility_id, day)

table facility_group
  id text not null
  name text not null
  facility_group_pkey: PRIMARY KEY (id)

table facility_group_member
  group_id text not null
  facility_id text not null
  sequence integer not null
  facility_group_member_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  facility_group_member_group_id_fkey: FOREIGN KEY (group_id) REFERENCES facility_group(id)
  facility_group_member_pkey: PRIMARY KEY (group_id, facility_id)

table facility_location
  shop_id text not null
  shopify_location_id text not null
  facility_id text not null
  facility_location_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  facility_location_pkey: PRIMARY KEY (shop_id, shopify_location_id)
  facility_location_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)

table feed_file
  id bigint not null identity always
  feed text not null
  direction text not null
  directory text not null
  name text not null
  content bytea not null
  sha256 text not null
  row_count integer not null default 0
  state text not null
  created_at timestamp with time zone not null
  settled_at timestamp with time zone
  hand_over_began_at timestamp with time zone
  purged_at timestamp with time zone
  byte_count integer not null default 0
  feed_file_direction_check: CHECK ((direction = ANY (ARRAY['OUT'::text, 'IN'::text])))
  feed_file_direction_directory_name_sha256_key: UNIQUE (direction, directory, name, sha256)
  feed_file_pkey: PRIMARY KEY (id)
  feed_file_state_check: CHECK ((state = ANY (ARRAY['WRITTEN'::text, 'HANDED_OVER'::text, 'RECEIVED'::text, 'READ'::text, 'QUARANTINED'::text])))
  feed_file_feed: CREATE INDEX feed_file_feed ON public.feed_file USING btree (feed, id DESC)
  feed_file_state: CREATE INDEX feed_file_state ON public.feed_file USING btree (state, id)

table given_number
  kind text not null
  shopify_id text not null
  id text not null
  given_number_id_key: UNIQUE (id)
  given_number_kind_check: CHECK ((kind = ANY (ARRAY['ORDER'::text, 'CUSTOMER'::text])))
  given_number_pkey: PRIMARY KEY (kind, shopify_id)

table inventory
  facility_id text not null
  product_id text not null
  on_hand integer not null
  reserved integer not null default 0
  counted_at timestamp with time zone
  inventory_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  inventory_pkey: PRIMARY KEY (facility_id, product_id)
  inventory_product_id_fkey: FOREIGN KEY (product_id) REFERENCES product(id)
  inventory_reserved_check: CHECK ((reserved >= 0))
  inventory_product: CREATE INDEX inventory_product ON public.inventory USING btree (product_id)

table inventory_variance
  id bigint not null identity always
  facility_id text not null
  product_id text not null
  delta integer not null
  reason text not null
  order_id text
  recorded_at timestamp with time zone not null
  inventory_variance_delta_check: CHECK ((delta <> 0))
  inventory_variance_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  inventory_variance_pkey: PRIMARY KEY (id)
  inventory_variance_product_id_fkey: FOREIGN KEY (product_id) REFERENCES product(id)

table invoice
  netsuite_id text not null
  posting_id text not null
  amount_minor bigint not null
  status text not null
  recorded_at timestamp with time zone not null
  invoice_pkey: PRIMARY KEY (netsuite_id)
  invoice_posting_id_fkey: FOREIGN KEY (posting_id) REFERENCES posting(id)

table job_run
  id bigint not null identity always
  name text not null
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  outcome text
  done integer not null default 0
  note text
  job_run_outcome_check: CHECK ((outcome = ANY (ARRAY['DONE'::text, 'FAILED'::text])))
  job_run_pkey: PRIMARY KEY (id)
  job_run_name: CREATE INDEX job_run_name ON public.job_run USING btree (name, id DESC)

table job_setting
  name text not null
  paused boolean not null default false
  schedule text
  job_setting_pkey: PRIMARY KEY (name)

table kit_component
  kit text not null
  member text not null
  kit_netsuite_id text
  member_netsuite_id text
  quantity double precision not null
  read_at timestamp with time zone not null
  kit_component_pkey: PRIMARY KEY (kit, member)
  kit_component_quantity_check: CHECK ((quantity > (0)::double precision))

table ledger
  id bigint not null identity always
  feed text not null
  subject text not null
  revision integer not null default 1
  order_id text
  external_id text
  state text not null
  file_id bigint
  line integer
  remote_id text
  code text
  message text
  written_at timestamp with time zone not null
  handed_over_at timestamp with time zone
  settled_at timestamp with time zone
  attempt integer not null default 1
  settled_via text
  asked_at timestamp with time zone
  sent_digest text
  ledger_attempt_check: CHECK ((attempt > 0))
  ledger_feed_subject_revision_key: UNIQUE (feed, subject, revision)
  ledger_file_id_fkey: FOREIGN KEY (file_id) REFERENCES feed_file(id)
  ledger_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  ledger_pkey: PRIMARY KEY (id)
  ledger_state_check: CHECK ((state = ANY (ARRAY['DUE'::text, 'WRITTEN'::text, 'HANDED_OVER'::text, 'OVERDUE'::text, 'ACCEPTED'::text, 'REFUSED'::text])))
  ledger_file: CREATE INDEX ledger_file ON public.ledger USING btree (file_id)
  ledger_open: CREATE INDEX ledger_open ON public.ledger USING btree (state, handed_over_at) WHERE (state = ANY (ARRAY['DUE'::text, 'HANDED_OVER'::text, 'OVERDUE'::text, 'REFUSED'::text]))
  ledger_order: CREATE INDEX ledger_order ON public.ledger USING btree (order_id)
  ledger_state: CREATE INDEX ledger_state ON public.ledger USING btree (feed, state)

table ledger_attempt
  ledger_id bigint not null
  attempt integer not null
  file_id bigint
  line integer
  state text not null
  code text
  message text
  written_at timestamp with time zone not null
  handed_over_at timestamp with time zone
  settled_at timestamp with time zone
  reason text not null
  actor text not null
  ended_at timestamp with time zone not null
  ledger_attempt_file_id_fkey: FOREIGN KEY (file_id) REFERENCES feed_file(id)
  ledger_attempt_ledger_id_fkey: FOREIGN KEY (ledger_id) REFERENCES ledger(id)
  ledger_attempt_pkey: PRIMARY KEY (ledger_id, attempt)
  ledger_attempt_state_check: CHECK ((state = ANY (ARRAY['DUE'::text, 'WRITTEN'::text, 'HANDED_OVER'::text, 'OVERDUE'::text, 'ACCEPTED'::text, 'REFUSED'::text])))
  ledger_attempt_file: CREATE INDEX ledger_attempt_file ON public.ledger_attempt USING btree (file_id)

table mapping
  kind text not null
  shop_id text not null default '*'::text
  key text not null
  value text not null
  mapping_pkey: PRIMARY KEY (kind, shop_id, key)

table message
  id bigint not null identity always
  source text not null
  topic text not null
  shop_id text
  subject text not null
  received_at timestamp with time zone not null
  sha256 text not null
  body text not null
  state text not null
  purged_at timestamp with time zone
  message_pkey: PRIMARY KEY (id)
  message_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)
  message_source_topic_subject_sha256_key: UNIQUE (source, topic, subject, sha256)
  message_state_check: CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'READ'::text, 'REFUSED'::text])))
  message_webhook: CREATE UNIQUE INDEX message_webhook ON public.message USING btree (shop_id, subject) WHERE (source = 'SHOPIFY_WEBHOOK'::text)
  message_webhook_unread: CREATE INDEX message_webhook_unread ON public.message USING btree (id) WHERE ((source = 'SHOPIFY_WEBHOOK'::text) AND (state = 'RECEIVED'::text))

table order_adjustment
  order_id text not null
  seq integer not null
  item_seq text
  ship_group_seq text
  posting_id text not null
  kind text not null
  amount_minor bigint not null
  title text
  code text
  rate text
  order_adjustment_kind_check: CHECK ((kind = ANY (ARRAY['LINE_DISCOUNT'::text, 'ORDER_DISCOUNT'::text, 'TAX'::text, 'SHIPPING'::text, 'SHIPPING_DISCOUNT'::text, 'SHIPPING_TAX'::text, 'TIP'::text, 'DUTY'::text, 'ROUNDING'::text])))
  order_adjustment_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  order_adjustment_order_id_item_seq_fkey: FOREIGN KEY (order_id, item_seq) REFERENCES order_item(order_id, seq)
  order_adjustment_order_id_ship_group_seq_fkey: FOREIGN KEY (order_id, ship_group_seq) REFERENCES ship_group(order_id, seq)
  order_adjustment_pkey: PRIMARY KEY (order_id, seq)
  order_adjustment_posting_id_fkey: FOREIGN KEY (posting_id) REFERENCES posting(id)

table order_change
  id bigint not null identity always
  order_id text not null
  key text not null
  kind text not null
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  via text not null
  stated jsonb not null
  consequence jsonb not null
  order_change_kind_check: CHECK ((kind = ANY (ARRAY['EDIT'::text, 'CANCEL'::text, 'REFUND'::text, 'RETURN'::text, 'EXCHANGE'::text])))
  order_change_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  order_change_order_id_key_key: UNIQUE (order_id, key)
  order_change_pkey: PRIMARY KEY (id)

table order_figure
  shop_id text not null
  shopify_id text not null
  measure text not null
  shopify_minor bigint
  oms_minor bigint
  netsuite_minor bigint
  variance_minor bigint not null default 0
  order_figure_measure_check: CHECK ((measure = ANY (ARRAY['SALES'::text, 'RECEIVED'::text, 'REFUNDED'::text, 'BILLED'::text])))
  order_figure_pkey: PRIMARY KEY (shop_id, shopify_id, measure)
  order_figure_shop_id_shopify_id_fkey: FOREIGN KEY (shop_id, shopify_id) REFERENCES reconciled_order(shop_id, shopify_id) ON DELETE CASCADE

table order_item
  order_id text not null
  seq text not null
  ship_group_seq text not null
  posting_id text not null
  shopify_line_id text not null
  shopify_variant_id text
  product_id text
  sku text
  title text not null
  quantity integer not null
  unit_price_minor bigint not null
  requires_shipping boolean not null
  is_gift_card boolean not null
  status text not null
  facility_id text
  queue text
  item_group text
  auto_cancel_at timestamp with time zone
  order_item_check: CHECK (((facility_id IS NULL) OR (queue IS NULL)))
  order_item_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  order_item_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  order_item_order_id_ship_group_seq_fkey: FOREIGN KEY (order_id, ship_group_seq) REFERENCES ship_group(order_id, seq)
  order_item_pkey: PRIMARY KEY (order_id, seq)
  order_item_posting_id_fkey: FOREIGN KEY (posting_id) REFERENCES posting(id)
  order_item_product_id_fkey: FOREIGN KEY (product_id) REFERENCES product(id)
  order_item_quantity_check: CHECK ((quantity > 0))
  order_item_queue_check: CHECK ((queue = ANY (ARRAY['BROKERING'::text, 'UNFILLABLE'::text, 'REJECTED'::text, 'PRE_ORDER'::text, 'BACK_ORDER'::text])))
  order_item_status_check: CHECK ((status = ANY (ARRAY['CREATED'::text, 'APPROVED'::text, 'COMPLETED'::text, 'CANCELLED'::text])))
  order_item_auto_cancel: CREATE INDEX order_item_auto_cancel ON public.order_item USING btree (auto_cancel_at) WHERE (auto_cancel_at IS NOT NULL)
  order_item_facility: CREATE INDEX order_item_facility ON public.order_item USING btree (facility_id, status)
  order_item_posting: CREATE INDEX order_item_posting ON public.order_item USING btree (posting_id)
  order_item_product: CREATE INDEX order_item_product ON public.order_item USING btree (product_id)
  order_item_queue: CREATE INDEX order_item_queue ON public.order_item USING btree (queue) WHERE (queue IS NOT NULL)
  order_item_unknown: CREATE INDEX order_item_unknown ON public.order_item USING btree (shopify_variant_id) WHERE (product_id IS NULL)

table order_return
  id text not null default ('R'::text || nextval('return_number'::regclass))
  order_id text not null
  posting_id text not null
  key text not null
  shopify_refund_id text
  shopify_return_id text
  returned_at timestamp with time zone not null
  goods_minor bigint not null
  tax_minor bigint not null
  shipping_minor bigint not null default 0
  netsuite_id text
  beyond_minor bigint not null default 0
  order_return_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  order_return_order_id_key_posting_id_key: UNIQUE (order_id, key, posting_id)
  order_return_pkey: PRIMARY KEY (id)
  order_return_posting_id_fkey: FOREIGN KEY (posting_id) REFERENCES posting(id)

table order_return_item
  return_id text not null
  order_id text not null
  item_seq text not null
  quantity integer not null
  restocked boolean not null
  facility_id text
  goods_minor bigint not null
  tax_minor bigint not null
  order_return_item_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  order_return_item_order_id_item_seq_fkey: FOREIGN KEY (order_id, item_seq) REFERENCES order_item(order_id, seq)
  order_return_item_pkey: PRIMARY KEY (return_id, item_seq)
  order_return_item_quantity_check: CHECK ((quantity > 0))
  order_return_item_return_id_fkey: FOREIGN KEY (return_id) REFERENCES order_return(id)
  order_return_item_of: CREATE INDEX order_return_item_of ON public.order_return_item USING btree (order_id, item_seq)

table order_timeline
  id bigint not null identity always
  order_id text not null
  step text not null
  at timestamp with time zone not null
  actor text not null
  via text not null
  detail jsonb not null default '{}'::jsonb
  order_timeline_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  order_timeline_pkey: PRIMARY KEY (id)
  order_timeline_order: CREATE INDEX order_timeline_order ON public.order_timeline USING btree (order_id, id)

table order_to_read
  shop_id text not null
  shopify_id text not null
  reason text not null
  asked_at timestamp with time zone not null
  order_to_read_pkey: PRIMARY KEY (shop_id, shopify_id)
  order_to_read_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)

table payment
  id bigint not null identity by default
  order_id text not null
  shopify_transaction_id text not null
  parent_transaction_id text
  kind text not null
  status text not null
  gateway text not null
  amount_minor bigint not null
  processed_at timestamp with time zone not null
  payment_amount_minor_check: CHECK ((amount_minor >= 0))
  payment_kind_check: CHECK ((kind = ANY (ARRAY['AUTHORIZATION'::text, 'SALE'::text, 'CAPTURE'::text, 'REFUND'::text, 'VOID'::text])))
  payment_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  payment_order_id_shopify_transaction_id_key: UNIQUE (order_id, shopify_transaction_id)
  payment_pkey: PRIMARY KEY (id)
  payment_status_check: CHECK ((status = ANY (ARRAY['PENDING'::text, 'SUCCESS'::text, 'FAILURE'::text])))

table payment_share
  payment_id bigint not null
  posting_id text not null
  amount_minor bigint not null
  payment_share_amount_minor_check: CHECK ((amount_minor >= 0))
  payment_share_payment_id_fkey: FOREIGN KEY (payment_id) REFERENCES payment(id)
  payment_share_pkey: PRIMARY KEY (payment_id, posting_id)
  payment_share_posting_id_fkey: FOREIGN KEY (posting_id) REFERENCES posting(id)

table person
  id text not null default ('U'::text || nextval('person_number'::regclass))
  email text not null
  name text not null
  password_hash text
  created_at timestamp with time zone not null
  disabled_at timestamp with time zone
  revision integer not null default 1
  person_pkey: PRIMARY KEY (id)
  person_email: CREATE UNIQUE INDEX person_email ON public.person USING btree (lower(email))

table person_facility
  person_id text not null
  facility_id text not null
  person_facility_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  person_facility_person_id_fkey: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  person_facility_pkey: PRIMARY KEY (person_id, facility_id)

table person_role
  person_id text not null
  role text not null
  person_role_person_id_fkey: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  person_role_pkey: PRIMARY KEY (person_id, role)
  person_role_role_check: CHECK ((role = ANY (ARRAY['ASSOCIATE'::text, 'STORE_LEAD'::text, 'FULFILLMENT'::text, 'ORDER_MANAGER'::text, 'ENGINEER'::text, 'ACCOUNTANT'::text, 'AUDITOR'::text, 'ADMINISTRATOR'::text])))

table pick
  allocation_id bigint not null
  picklist_id text not null
  picked_at timestamp with time zone
  picked_by text
  scanned boolean not null default false
  packed_at timestamp with time zone
  packed_by text
  pick_allocation_id_fkey: FOREIGN KEY (allocation_id) REFERENCES allocation(id) ON DELETE CASCADE
  pick_packed_after_picked: CHECK (((packed_at IS NULL) OR (picked_at IS NOT NULL)))
  pick_picklist_id_fkey: FOREIGN KEY (picklist_id) REFERENCES picklist(id)
  pick_pkey: PRIMARY KEY (allocation_id)
  pick_picklist: CREATE INDEX pick_picklist ON public.pick USING btree (picklist_id)

table picklist
  id text not null default ('PL'::text || nextval('picklist_number'::regclass))
  facility_id text not null
  request_key text not null
  made_by text not null
  made_at timestamp with time zone not null
  picklist_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  picklist_pkey: PRIMARY KEY (id)
  picklist_request_key_key: UNIQUE (request_key)
  picklist_facility: CREATE INDEX picklist_facility ON public.picklist USING btree (facility_id, made_at)

table posting
  id text not null
  order_id text not null
  kind text not null
  external_id text not null
  netsuite_id text
  booked_at timestamp with time zone
  supplement integer not null default 0
  posting_external_id_key: UNIQUE (external_id)
  posting_kind_check: CHECK ((kind = ANY (ARRAY['SALES_ORDER'::text, 'CASH_SALE'::text])))
  posting_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  posting_order_id_kind_supplement_key: UNIQUE (order_id, kind, supplement)
  posting_pkey: PRIMARY KEY (id)
  posting_netsuite: CREATE UNIQUE INDEX posting_netsuite ON public.posting USING btree (kind, netsuite_id) WHERE (netsuite_id IS NOT NULL)
  posting_order: CREATE INDEX posting_order ON public.posting USING btree (order_id)
  posting_remote: CREATE INDEX posting_remote ON public.posting USING btree (netsuite_id) WHERE (netsuite_id IS NOT NULL)

table posting_line
  posting_id text not null
  key text not null
  kind text not null
  order_id text not null
  item_seq text
  netsuite_line text
  posting_line_kind_check: CHECK ((kind = ANY (ARRAY['ITEM'::text, 'DISCOUNT'::text, 'TAX'::text, 'TIP'::text, 'DUTY'::text, 'ROUNDING'::text])))
  posting_line_order_id_item_seq_fkey: FOREIGN KEY (order_id, item_seq) REFERENCES order_item(order_id, seq)
  posting_line_pkey: PRIMARY KEY (posting_id, key, kind)
  posting_line_posting_id_fkey: FOREIGN KEY (posting_id) REFERENCES posting(id)

table privacy_request
  id bigint not null identity always
  shop_id text not null
  topic text not null
  message_id bigint not null
  customer_shopify_id text
  received_at timestamp with time zone not null
  done_at timestamp with time zone
  outcome jsonb not null default '{}'::jsonb
  privacy_request_message_id_fkey: FOREIGN KEY (message_id) REFERENCES message(id)
  privacy_request_message_id_key: UNIQUE (message_id)
  privacy_request_pkey: PRIMARY KEY (id)
  privacy_request_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)
  privacy_request_topic_check: CHECK ((topic = ANY (ARRAY['customers/data_request'::text, 'customers/redact'::text, 'shop/redact'::text])))

table problem
  id bigint not null identity always
  code text not null
  subject text not null
  order_id text
  message text not null
  detail jsonb not null default '{}'::jsonb
  first_seen_at timestamp with time zone not null
  last_seen_at timestamp with time zone not null
  occurrences integer not null default 1
  resolved_at timestamp with time zone
  resolution text
  cause text not null default ''::text
  retries integer not null default 0
  next_retry_at timestamp with time zone
  last_retry_at timestamp with time zone
  assigned_to text
  resolved_by text
  problem_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  problem_pkey: PRIMARY KEY (id)
  problem_cause: CREATE INDEX problem_cause ON public.problem USING btree (cause) WHERE (resolved_at IS NULL)
  problem_open: CREATE UNIQUE INDEX problem_open ON public.problem USING btree (code, subject) WHERE (resolved_at IS NULL)
  problem_order: CREATE INDEX problem_order ON public.problem USING btree (order_id)
  problem_retry: CREATE INDEX problem_retry ON public.problem USING btree (next_retry_at) WHERE ((resolved_at IS NULL) AND (next_retry_at IS NOT NULL))

table problem_event
  id bigint not null identity always
  problem_id bigint not null
  at timestamp with time zone not null
  actor text not null
  kind text not null
  text text not null
  problem_event_kind_check: CHECK ((kind = ANY (ARRAY['NOTED'::text, 'ASSIGNED'::text, 'RETRIED'::text, 'SETTLED'::text])))
  problem_event_pkey: PRIMARY KEY (id)
  problem_event_problem_id_fkey: FOREIGN KEY (problem_id) REFERENCES problem(id) ON DELETE CASCADE
  problem_event_problem: CREATE INDEX problem_event_problem ON public.problem_event USING btree (problem_id, id)

table product
  id text not null default ('P'::text || nextval('product_number'::regclass))
  sku text not null
  title text not null
  weight_grams integer not null default 0
  requires_shipping boolean not null default true
  is_gift_card boolean not null default false
  netsuite_item_id text
  barcode text
  product_netsuite_item_id_key: UNIQUE (netsuite_item_id)
  product_pkey: PRIMARY KEY (id)
  product_sku_key: UNIQUE (sku)
  product_weight_grams_check: CHECK ((weight_grams >= 0))
  product_barcode: CREATE INDEX product_barcode ON public.product USING btree (barcode) WHERE (barcode IS NOT NULL)

table product_category
  product_id text not null
  category text not null
  product_category_pkey: PRIMARY KEY (product_id, category)
  product_category_product_id_fkey: FOREIGN KEY (product_id) REFERENCES product(id)

table product_variant
  shop_id text not null
  shopify_variant_id text not null
  shopify_inventory_item_id text
  product_id text not null
  product_variant_pkey: PRIMARY KEY (shop_id, shopify_variant_id)
  product_variant_product_id_fkey: FOREIGN KEY (product_id) REFERENCES product(id)
  product_variant_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)
  product_variant_product: CREATE INDEX product_variant_product ON public.product_variant USING btree (product_id)

table reconciled_order
  shop_id text not null
  shopify_id text not null
  day date not null
  order_id text
  name text not null
  currency text not null
  compared_at timestamp with time zone not null
  reconciled_order_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  reconciled_order_pkey: PRIMARY KEY (shop_id, shopify_id)
  reconciled_order_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)
  reconciled_order_day: CREATE INDEX reconciled_order_day ON public.reconciled_order USING btree (day, shop_id)

table reconciliation_run
  id bigint not null identity always
  trigger text not null
  from_day date not null
  to_day date not null
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  orders integer not null default 0
  differences integer not null default 0
  unread jsonb not null default '[]'::jsonb
  reconciliation_run_pkey: PRIMARY KEY (id)
  reconciliation_run_trigger_check: CHECK ((trigger = ANY (ARRAY['SCHEDULE'::text, 'PERSON'::text])))

table rejection
  id bigint not null identity always
  order_id text not null
  item_seq text not null
  facility_id text not null
  product_id text not null
  reason text not null
  comment text
  actor text not null
  rejected_at timestamp with time zone not null
  not_here_until timestamp with time zone not null
  request_key text
  rejection_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  rejection_order_id_item_seq_fkey: FOREIGN KEY (order_id, item_seq) REFERENCES order_item(order_id, seq)
  rejection_pkey: PRIMARY KEY (id)
  rejection_product_id_fkey: FOREIGN KEY (product_id) REFERENCES product(id)
  rejection_facility: CREATE INDEX rejection_facility ON public.rejection USING btree (facility_id, rejected_at)
  rejection_product: CREATE INDEX rejection_product ON public.rejection USING btree (product_id, facility_id)
  rejection_request: CREATE UNIQUE INDEX rejection_request ON public.rejection USING btree (request_key) WHERE (request_key IS NOT NULL)

table sales_order
  id text not null default ('M'::text || nextval('order_number'::regclass))
  shop_id text not null
  shopify_id text not null
  name text not null
  channel text not null
  status text not null
  currency text not null
  total_minor bigint not null
  ordered_at timestamp with time zone not null
  entered_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  cancelled_at timestamp with time zone
  cancel_reason text
  test boolean not null default false
  customer_id text
  email text
  phone text
  ship_to jsonb
  bill_to jsonb
  selling_facility_id text
  till jsonb
  note text
  tags text[] not null default '{}'::text[]
  revision integer not null default 1
  digest text not null
  message_id bigint
  priority text not null default 'MEDIUM'::text
  read_through timestamp with time zone
  sales_order_channel_check: CHECK ((channel = ANY (ARRAY['POS'::text, 'WEB'::text, 'PHONE'::text, 'MARKETPLACE'::text, 'DRAFT'::text, 'UNKNOWN'::text])))
  sales_order_customer_id_fkey: FOREIGN KEY (customer_id) REFERENCES customer(id)
  sales_order_pkey: PRIMARY KEY (id)
  sales_order_priority_check: CHECK ((priority = ANY (ARRAY['HIGH'::text, 'MEDIUM'::text, 'LOW'::text])))
  sales_order_selling_facility_id_fkey: FOREIGN KEY (selling_facility_id) REFERENCES facility(id)
  sales_order_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)
  sales_order_shop_id_shopify_id_key: UNIQUE (shop_id, shopify_id)
  sales_order_status_check: CHECK ((status = ANY (ARRAY['CREATED'::text, 'HOLD'::text, 'APPROVED'::text, 'COMPLETED'::text, 'CANCELLED'::text])))
  sales_order_customer: CREATE INDEX sales_order_customer ON public.sales_order USING btree (customer_id)
  sales_order_email_begins: CREATE INDEX sales_order_email_begins ON public.sales_order USING btree (lower(email) text_pattern_ops) WHERE (email IS NOT NULL)
  sales_order_entered: CREATE INDEX sales_order_entered ON public.sales_order USING btree (entered_at, id)
  sales_order_name: CREATE INDEX sales_order_name ON public.sales_order USING btree (name)
  sales_order_name_begins: CREATE INDEX sales_order_name_begins ON public.sales_order USING btree (name text_pattern_ops)
  sales_order_ordered: CREATE INDEX sales_order_ordered ON public.sales_order USING btree (ordered_at)
  sales_order_shopify: CREATE INDEX sales_order_shopify ON public.sales_order USING btree (shopify_id)
  sales_order_status: CREATE INDEX sales_order_status ON public.sales_order USING btree (status, id)

table saved_view
  id bigint not null identity always
  person_id text not null
  page text not null
  name text not null
  query jsonb not null
  created_at timestamp with time zone not null
  saved_view_person_id_fkey: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  saved_view_person_id_page_name_key: UNIQUE (person_id, page, name)
  saved_view_pkey: PRIMARY KEY (id)

table send_sale
  id text not null
  request_key text not null
  shop_id text not null
  state text not null
  draft_order_id text
  draft_name text
  invoice_url text
  shopify_order_id text
  selling_facility_id text not null
  associate text not null
  customer_shopify_id text
  total_minor bigint
  currency text
  request jsonb not null
  failure jsonb
  placed_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  send_sale_pkey: PRIMARY KEY (id)
  send_sale_request_key_key: UNIQUE (request_key)
  send_sale_selling_facility_id_fkey: FOREIGN KEY (selling_facility_id) REFERENCES facility(id)
  send_sale_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)
  send_sale_state_check: CHECK ((state = ANY (ARRAY['PLACING'::text, 'OPEN'::text, 'INVOICED'::text, 'COMPLETED'::text, 'CANCELLED'::text, 'FAILED'::text])))
  send_sale_draft: CREATE INDEX send_sale_draft ON public.send_sale USING btree (shop_id, draft_order_id)
  send_sale_store: CREATE INDEX send_sale_store ON public.send_sale USING btree (selling_facility_id, placed_at)

table session
  id bigint not null identity always
  person_id text not null
  token_sha256 text not null
  previous_sha256 text
  previous_until timestamp with time zone
  csrf text not null
  created_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  rotated_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  address text not null
  agent text not null
  session_person_id_fkey: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  session_pkey: PRIMARY KEY (id)
  session_token_sha256_key: UNIQUE (token_sha256)
  session_person: CREATE INDEX session_person ON public.session USING btree (person_id) WHERE (ended_at IS NULL)
  session_previous: CREATE INDEX session_previous ON public.session USING btree (previous_sha256) WHERE (previous_sha256 IS NOT NULL)

table setting
  name text not null
  value jsonb not null
  setting_pkey: PRIMARY KEY (name)

table ship_group
  order_id text not null
  seq text not null
  key text not null
  delivery text not null
  posting_id text not null
  shipping_method text
  shipping_title text
  facility_id text
  evidence jsonb not null
  ship_after timestamp with time zone
  ship_by timestamp with time zone
  ship_group_delivery_check: CHECK ((delivery = ANY (ARRAY['SHIP'::text, 'CARRY_OUT'::text, 'PICKUP'::text, 'LOCAL'::text, 'NONE'::text])))
  ship_group_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  ship_group_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  ship_group_order_id_key_key: UNIQUE (order_id, key)
  ship_group_pkey: PRIMARY KEY (order_id, seq)
  ship_group_posting_id_fkey: FOREIGN KEY (posting_id) REFERENCES posting(id)

table shipment
  id text not null default ('S'::text || nextval('shipment_number'::regclass))
  order_id text not null
  facility_id text not null
  origin text not null
  shipped_at timestamp with time zone not null
  carrier text
  tracking_number text
  shopify_fulfillment_id text
  netsuite_fulfillment_id text
  booked_at timestamp with time zone
  shipment_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  shipment_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  shipment_origin_check: CHECK ((origin = ANY (ARRAY['OMS'::text, 'NETSUITE'::text])))
  shipment_pkey: PRIMARY KEY (id)
  shipment_netsuite: CREATE UNIQUE INDEX shipment_netsuite ON public.shipment USING btree (netsuite_fulfillment_id) WHERE (origin = 'NETSUITE'::text)
  shipment_order: CREATE INDEX shipment_order ON public.shipment USING btree (order_id)
  shipment_shipped: CREATE INDEX shipment_shipped ON public.shipment USING btree (shipped_at)
  shipment_tracking: CREATE INDEX shipment_tracking ON public.shipment USING btree (tracking_number) WHERE (tracking_number IS NOT NULL)
  shipment_unbooked: CREATE INDEX shipment_unbooked ON public.shipment USING btree (facility_id) WHERE (booked_at IS NULL)

table shipment_item
  shipment_id text not null
  order_id text not null
  item_seq text not null
  shipment_item_order_id_item_seq_fkey: FOREIGN KEY (order_id, item_seq) REFERENCES order_item(order_id, seq)
  shipment_item_order_id_item_seq_key: UNIQUE (order_id, item_seq)
  shipment_item_pkey: PRIMARY KEY (shipment_id, item_seq)
  shipment_item_shipment_id_fkey: FOREIGN KEY (shipment_id) REFERENCES shipment(id)

table shipped_gift_card
  number text not null
  posting_id text not null
  item_seq text
  price_minor bigint
  shipped_on text
  customer_shopify_id text
  recorded_at timestamp with time zone not null
  shipped_gift_card_pkey: PRIMARY KEY (number)
  shipped_gift_card_posting_id_fkey: FOREIGN KEY (posting_id) REFERENCES posting(id)

table shop
  id text not null
  name text not null
  domain text not null
  currency text not null
  time_zone text not null
  netsuite_subsidiary_id text
  polled_through timestamp with time zone
  shop_domain_key: UNIQUE (domain)
  shop_pkey: PRIMARY KEY (id)

table shopify_inventory_level
  shop_id text not null
  shopify_inventory_item_id text not null
  shopify_location_id text not null
  available integer not null
  on_hand integer
  read_at timestamp with time zone not null
  told_available integer
  told_key text
  told_at timestamp with time zone
  shopify_inventory_level_pkey: PRIMARY KEY (shop_id, shopify_inventory_item_id, shopify_location_id)
  shopify_inventory_level_shop_id_fkey: FOREIGN KEY (shop_id) REFERENCES shop(id)

table shopify_notice
  id bigint not null identity always
  order_id text not null
  kind text not null
  key text not null
  body jsonb not null default '{}'::jsonb
  asked_at timestamp with time zone not null
  told_at timestamp with time zone
  outcome jsonb
  shopify_notice_kind_check: CHECK ((kind = ANY (ARRAY['HOLD'::text, 'RELEASE'::text, 'CANCEL'::text, 'MOVE'::text])))
  shopify_notice_order_id_fkey: FOREIGN KEY (order_id) REFERENCES sales_order(id)
  shopify_notice_order_id_kind_key_key: UNIQUE (order_id, kind, key)
  shopify_notice_pkey: PRIMARY KEY (id)
  shopify_notice_open: CREATE INDEX shopify_notice_open ON public.shopify_notice USING btree (id) WHERE (told_at IS NULL)

table sign_in_failure
  key text not null
  failures integer not null
  last_at timestamp with time zone not null
  blocked_until timestamp with time zone
  sign_in_failure_pkey: PRIMARY KEY (key)

table stock_change
  adjustment_id text not null
  line text not null
  facility_id text not null
  product_id text not null
  delta integer not null
  comments text
  booked_at timestamp with time zone not null
  counted boolean not null
  recorded_at timestamp with time zone not null
  stock_change_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  stock_change_pkey: PRIMARY KEY (adjustment_id, line)
  stock_change_product_id_fkey: FOREIGN KEY (product_id) REFERENCES product(id)

table stock_hold
  id text not null
  facility_id text not null
  product_id text not null
  quantity integer not null
  state text not null
  held_by text not null
  held_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  send_sale_id text
  stock_hold_facility_id_fkey: FOREIGN KEY (facility_id) REFERENCES facility(id)
  stock_hold_pkey: PRIMARY KEY (id)
  stock_hold_product_id_fkey: FOREIGN KEY (product_id) REFERENCES product(id)
  stock_hold_quantity_check: CHECK ((quantity > 0))
  stock_hold_send_sale_id_fkey: FOREIGN KEY (send_sale_id) REFERENCES send_sale(id)
  stock_hold_state_check: CHECK ((state = ANY (ARRAY['HELD'::text, 'USED'::text, 'RELEASED'::text, 'EXPIRED'::text])))
  stock_hold_due: CREATE INDEX stock_hold_due ON public.stock_hold USING btree (expires_at) WHERE (state = 'HELD'::text)
  stock_hold_sale: CREATE INDEX stock_hold_sale ON public.stock_hold USING btree (send_sale_id)

table unallocated_item
  order_id text not null
  item_seq text not null
  decided_at timestamp with time zone not null
  decision jsonb not null
  unallocated_item_order_id_item_seq_fkey: FOREIGN KEY (order_id, item_seq) REFERENCES order_item(order_id, seq) ON DELETE CASCADE
  unallocated_item_pkey: PRIMARY KEY (order_id, item_seq)
