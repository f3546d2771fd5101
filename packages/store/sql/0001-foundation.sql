-- The tables of the road. Conventions: money is bigint minor units with the currency on the order;
-- instants are timestamptz; ids that people see are short texts made from sequences (M10001, C10001);
-- statuses are texts checked against the same lists the code has.

create sequence order_number start 10001;
create sequence customer_number start 10001;
create sequence product_number start 10001;
create sequence shipment_number start 10001;

-- Settings -------------------------------------------------------------------------------------

create table shop (
  id text primary key,
  name text not null,
  domain text not null unique,
  currency text not null,
  time_zone text not null,
  netsuite_subsidiary_id text,
  -- Speeds up polling; what is downloaded is decided by comparing orders, never by this.
  polled_through timestamptz
);

create table facility (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('STORE', 'WAREHOUSE')),
  fulfilled_by text not null check (fulfilled_by in ('OMS', 'NETSUITE')),
  ships_orders boolean not null default true,
  latitude double precision not null,
  longitude double precision not null,
  time_zone text not null,
  address jsonb not null,
  -- null: no limit
  orders_per_day integer check (orders_per_day >= 0),
  safety_stock integer not null default 0 check (safety_stock >= 0),
  netsuite_location_id text unique,
  netsuite_department_id text
);

create table facility_location (
  shop_id text not null references shop,
  shopify_location_id text not null,
  facility_id text not null references facility,
  primary key (shop_id, shopify_location_id)
);

-- How our words, Shopify's and NetSuite's stand for each other: shipping methods, payment methods,
-- price level, tax code, discount items (contract §0.2). One row a key; shop '*' is every shop.
create table mapping (
  kind text not null,
  shop_id text not null default '*',
  key text not null,
  value text not null,
  primary key (kind, shop_id, key)
);

create table setting (
  name text primary key,
  value jsonb not null
);

-- Catalogue and stock --------------------------------------------------------------------------

create table product (
  id text primary key default ('P' || nextval('product_number')),
  sku text not null unique,
  title text not null,
  weight_grams integer not null default 0 check (weight_grams >= 0),
  requires_shipping boolean not null default true,
  is_gift_card boolean not null default false,
  netsuite_item_id text unique
);

create table product_variant (
  shop_id text not null references shop,
  shopify_variant_id text not null,
  shopify_inventory_item_id text,
  product_id text not null references product,
  primary key (shop_id, shopify_variant_id)
);
create index product_variant_product on product_variant (product_id);

create table inventory (
  facility_id text not null references facility,
  product_id text not null references product,
  on_hand integer not null,
  reserved integer not null default 0 check (reserved >= 0),
  counted_at timestamptz,
  primary key (facility_id, product_id)
);
create index inventory_product on inventory (product_id);

create table inventory_variance (
  id bigint generated always as identity primary key,
  facility_id text not null references facility,
  product_id text not null references product,
  delta integer not null check (delta <> 0),
  reason text not null,
  order_id text,
  recorded_at timestamptz not null
);

-- Customers and orders -------------------------------------------------------------------------

create table customer (
  id text primary key default ('C' || nextval('customer_number')),
  shop_id text not null references shop,
  shopify_id text not null,
  first_name text,
  last_name text,
  email text,
  phone text,
  netsuite_id text,
  unique (shop_id, shopify_id)
);

create table sales_order (
  id text primary key default ('M' || nextval('order_number')),
  shop_id text not null references shop,
  shopify_id text not null,
  name text not null,
  channel text not null check (channel in ('POS', 'WEB', 'PHONE', 'MARKETPLACE', 'DRAFT', 'UNKNOWN')),
  status text not null check (status in ('CREATED', 'HOLD', 'APPROVED', 'COMPLETED', 'CANCELLED')),
  currency text not null,
  total_minor bigint not null,
  ordered_at timestamptz not null,
  entered_at timestamptz not null,
  updated_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  test boolean not null default false,
  customer_id text references customer,
  email text,
  phone text,
  ship_to jsonb,
  bill_to jsonb,
  selling_facility_id text references facility,
  till jsonb,
  note text,
  tags text[] not null default '{}',
  -- Counts the accepted revisions; the digest says whether a download changes anything.
  revision integer not null default 1,
  digest text not null,
  message_id bigint,
  unique (shop_id, shopify_id)
);
create index sales_order_status on sales_order (status, id);
create index sales_order_name on sales_order (name);
create index sales_order_customer on sales_order (customer_id);

-- A NetSuite transaction this order is booked in: at most one of each kind. `id` is what NetSuite
-- stores as custbody_hc_order_id: the order id for the sales order, the order id and '-C' for the cash sale.
create table posting (
  id text primary key,
  order_id text not null references sales_order,
  kind text not null check (kind in ('SALES_ORDER', 'CASH_SALE')),
  external_id text not null unique,
  netsuite_id text,
  -- When we learned that NetSuite has booked it.
  booked_at timestamptz,
  unique (order_id, kind)
);
create unique index posting_netsuite on posting (kind, netsuite_id) where netsuite_id is not null;

create table ship_group (
  order_id text not null references sales_order,
  seq text not null,
  key text not null,
  delivery text not null check (delivery in ('SHIP', 'CARRY_OUT', 'PICKUP', 'LOCAL', 'NONE')),
  posting_id text not null references posting,
  shipping_method text,
  shipping_title text,
  -- The facility Shopify assigned: binding for PICKUP and LOCAL, a hint for SHIP.
  facility_id text references facility,
  evidence jsonb not null,
  primary key (order_id, seq),
  unique (order_id, key)
);

-- One row a unit where a unit can go its own way (delivery other than CARRY_OUT), else one a line.
create table order_item (
  order_id text not null references sales_order,
  seq text not null,
  ship_group_seq text not null,
  posting_id text not null references posting,
  shopify_line_id text not null,
  shopify_variant_id text,
  product_id text references product,
  sku text,
  title text not null,
  quantity integer not null check (quantity > 0),
  unit_price_minor bigint not null,
  requires_shipping boolean not null,
  is_gift_card boolean not null,
  status text not null check (status in ('CREATED', 'APPROVED', 'COMPLETED', 'CANCELLED')),
  -- Where it ships from; null while it waits in a queue.
  facility_id text references facility,
  queue text check (queue in ('BROKERING', 'UNFILLABLE', 'REJECTED')),
  primary key (order_id, seq),
  foreign key (order_id, ship_group_seq) references ship_group,
  check (facility_id is null or queue is null)
);
create index order_item_queue on order_item (queue) where queue is not null;
create index order_item_product on order_item (product_id);
create index order_item_facility on order_item (facility_id, status);
create index order_item_posting on order_item (posting_id);
create index order_item_unknown on order_item (shopify_variant_id) where product_id is null;

-- Σ unit_price × quantity of the items + Σ amount of the adjustments = sales_order.total_minor, always.
create table order_adjustment (
  order_id text not null references sales_order,
  seq integer not null,
  item_seq text,
  ship_group_seq text,
  posting_id text not null references posting,
  kind text not null check (kind in ('LINE_DISCOUNT', 'ORDER_DISCOUNT', 'TAX', 'SHIPPING',
    'SHIPPING_DISCOUNT', 'SHIPPING_TAX', 'TIP', 'DUTY', 'ROUNDING')),
  amount_minor bigint not null,
  title text,
  code text,
  rate text,
  primary key (order_id, seq),
  foreign key (order_id, item_seq) references order_item,
  foreign key (order_id, ship_group_seq) references ship_group
);

-- The lines a posting has in NetSuite and the line id NetSuite gave each. `key` is what NetSuite stores
-- as custcol_hc_order_line_id: the item's seq, or a word for lines that are no goods (TAX, TIP, DUTY, …).
create table posting_line (
  posting_id text not null references posting,
  key text not null,
  kind text not null check (kind in ('ITEM', 'DISCOUNT', 'TAX', 'TIP', 'DUTY', 'ROUNDING')),
  order_id text not null,
  item_seq text,
  netsuite_line text,
  primary key (posting_id, key, kind),
  foreign key (order_id, item_seq) references order_item
);

create table payment (
  id bigint generated by default as identity primary key,
  order_id text not null references sales_order,
  shopify_transaction_id text not null,
  parent_transaction_id text,
  kind text not null check (kind in ('AUTHORIZATION', 'SALE', 'CAPTURE', 'REFUND', 'VOID')),
  status text not null check (status in ('PENDING', 'SUCCESS', 'FAILURE')),
  gateway text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  processed_at timestamptz not null,
  unique (order_id, shopify_transaction_id)
);

-- Which part of a payment pays for which posting; the parts of a payment add up to it.
create table payment_share (
  payment_id bigint not null references payment,
  posting_id text not null references posting,
  amount_minor bigint not null check (amount_minor >= 0),
  primary key (payment_id, posting_id)
);

-- Append-only: what happened to an order, when, by whom, and in which file or call it travelled.
create table order_timeline (
  id bigint generated always as identity primary key,
  order_id text not null references sales_order,
  step text not null,
  at timestamptz not null,
  actor text not null,
  via text not null,
  detail jsonb not null default '{}'
);
create index order_timeline_order on order_timeline (order_id, id);

-- Brokering and fulfillment --------------------------------------------------------------------

create table allocation (
  id bigint generated always as identity primary key,
  order_id text not null,
  item_seq text not null,
  facility_id text not null references facility,
  allocated_at timestamptz not null,
  released_at timestamptz,
  release_reason text,
  -- Why this facility, in the brokering's own words and numbers.
  decision jsonb not null,
  foreign key (order_id, item_seq) references order_item
);
create unique index allocation_open on allocation (order_id, item_seq) where released_at is null;
create index allocation_facility on allocation (facility_id, allocated_at);

create table rejection (
  id bigint generated always as identity primary key,
  order_id text not null,
  item_seq text not null,
  facility_id text not null references facility,
  product_id text not null references product,
  reason text not null,
  comment text,
  actor text not null,
  rejected_at timestamptz not null,
  -- The facility is not asked for this product again before.
  not_here_until timestamptz not null,
  foreign key (order_id, item_seq) references order_item
);
create index rejection_product on rejection (product_id, facility_id);

create table shipment (
  id text primary key default ('S' || nextval('shipment_number')),
  order_id text not null references sales_order,
  facility_id text not null references facility,
  -- Who shipped it: our stores, or NetSuite's warehouse.
  origin text not null check (origin in ('OMS', 'NETSUITE')),
  shipped_at timestamptz not null,
  carrier text,
  tracking_number text,
  shopify_fulfillment_id text,
  netsuite_fulfillment_id text,
  -- When we learned that NetSuite has booked it: its counts know of the shipment since then.
  booked_at timestamptz
);
create index shipment_order on shipment (order_id);
create index shipment_unbooked on shipment (facility_id) where booked_at is null;
create unique index shipment_netsuite on shipment (netsuite_fulfillment_id) where origin = 'NETSUITE';

create table shipment_item (
  shipment_id text not null references shipment,
  order_id text not null,
  item_seq text not null,
  primary key (shipment_id, item_seq),
  unique (order_id, item_seq),
  foreign key (order_id, item_seq) references order_item
);

create table invoice (
  netsuite_id text primary key,
  posting_id text not null references posting,
  amount_minor bigint not null,
  status text not null,
  recorded_at timestamptz not null
);

-- Exchange -------------------------------------------------------------------------------------

-- What arrived, byte for byte, before anything reads it.
create table message (
  id bigint generated always as identity primary key,
  source text not null,
  topic text not null,
  shop_id text references shop,
  subject text not null,
  received_at timestamptz not null,
  sha256 text not null,
  body text not null,
  state text not null check (state in ('RECEIVED', 'READ', 'REFUSED')),
  unique (source, topic, subject, sha256)
);

-- Every file that left or came, byte for byte.
create table feed_file (
  id bigint generated always as identity primary key,
  feed text not null,
  direction text not null check (direction in ('OUT', 'IN')),
  directory text not null,
  name text not null,
  content bytea not null,
  sha256 text not null,
  row_count integer not null default 0,
  -- OUT: WRITTEN → HANDED_OVER. IN: RECEIVED → READ or QUARANTINED.
  state text not null check (state in ('WRITTEN', 'HANDED_OVER', 'RECEIVED', 'READ', 'QUARANTINED')),
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (direction, directory, name, sha256)
);
create index feed_file_state on feed_file (state, id);

-- One row for every record that must reach another system, per feed and revision of the record.
-- A feed selects what qualifies and has no row here; a row ends ACCEPTED or REFUSED.
create table ledger (
  id bigint generated always as identity primary key,
  feed text not null,
  subject text not null,
  revision integer not null default 1,
  order_id text references sales_order,
  external_id text,
  state text not null check (state in ('WRITTEN', 'HANDED_OVER', 'ACCEPTED', 'REFUSED')),
  file_id bigint references feed_file,
  line integer,
  remote_id text,
  code text,
  message text,
  written_at timestamptz not null,
  handed_over_at timestamptz,
  settled_at timestamptz,
  unique (feed, subject, revision)
);
create index ledger_state on ledger (feed, state);
create index ledger_order on ledger (order_id);
create index ledger_file on ledger (file_id);

-- What needs a person or a change of data, until it is resolved. One open row a code and subject.
create table problem (
  id bigint generated always as identity primary key,
  code text not null,
  subject text not null,
  order_id text references sales_order,
  message text not null,
  detail jsonb not null default '{}',
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  occurrences integer not null default 1,
  resolved_at timestamptz,
  resolution text
);
create unique index problem_open on problem (code, subject) where resolved_at is null;
create index problem_order on problem (order_id);

-- Running it -----------------------------------------------------------------------------------

create table job_setting (
  name text primary key,
  paused boolean not null default false,
  schedule text
);

create table job_run (
  id bigint generated always as identity primary key,
  name text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('DONE', 'FAILED')),
  done integer not null default 0,
  note text
);
create index job_run_name on job_run (name, id desc);

create table api_key (
  id bigint generated always as identity primary key,
  name text not null,
  sha256 text not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
