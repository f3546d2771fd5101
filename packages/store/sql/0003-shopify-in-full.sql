-- Shopify in full: webhooks, bulk operations, changes of orders, returns, stock on hold, send sales, and
-- customers that go by several ids.

-- Capture --------------------------------------------------------------------------------------

-- Shopify keeps a delivery's id over its retries: one delivery is one message, whatever its bytes.
create unique index message_webhook on message (shop_id, subject) where source = 'SHOPIFY_WEBHOOK';
create index message_webhook_unread on message (id)
  where source = 'SHOPIFY_WEBHOOK' and state = 'RECEIVED';

-- The latest change of the order that was read, accepted as a revision or not: what the nightly check compares.
alter table sales_order add column read_through timestamptz;

-- A list of a shop's orders that Shopify writes for us: the first backfill and the nightly check.
create table bulk_run (
  id bigint generated always as identity primary key,
  shop_id text not null references shop,
  purpose text not null check (purpose in ('BACKFILL', 'NIGHTLY')),
  operation_id text not null,
  state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  listed integer not null default 0,
  differing integer not null default 0,
  error text,
  started_at timestamptz not null,
  finished_at timestamptz
);
create unique index bulk_run_open on bulk_run (shop_id) where state = 'RUNNING';
create index bulk_run_shop on bulk_run (shop_id, purpose, id desc);

-- Orders a list names that must be read again by their id; a row goes when the order was read.
create table order_to_read (
  shop_id text not null references shop,
  shopify_id text not null,
  reason text not null,
  asked_at timestamptz not null,
  primary key (shop_id, shopify_id)
);

-- What customers and Shopify ask about personal data, and what was done.
create table privacy_request (
  id bigint generated always as identity primary key,
  shop_id text not null references shop,
  topic text not null check (topic in ('customers/data_request', 'customers/redact', 'shop/redact')),
  message_id bigint not null unique references message,
  customer_shopify_id text,
  received_at timestamptz not null,
  done_at timestamptz,
  outcome jsonb not null default '{}'
);

-- Changes --------------------------------------------------------------------------------------

-- What was bought after the order was booked is booked beside it: posting 0 is the order as it came, 1 and
-- on are what edits and exchanges added.
alter table posting add column supplement integer not null default 0;
alter table posting drop constraint posting_order_id_kind_key;
alter table posting add unique (order_id, kind, supplement);

-- One commercial change of an order, as Shopify states it, and what followed from it here. `key` names it
-- ("refund/1", "cancel", "edit/7"): the same change is never recorded twice.
create table order_change (
  id bigint generated always as identity primary key,
  order_id text not null references sales_order,
  key text not null,
  kind text not null check (kind in ('EDIT', 'CANCEL', 'REFUND', 'RETURN', 'EXCHANGE')),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  via text not null,
  stated jsonb not null,
  consequence jsonb not null,
  unique (order_id, key)
);

create sequence return_number start 10001;

-- Goods that came back after they had left, per posting: what NetSuite books as a return.
create table order_return (
  id text primary key default ('R' || nextval('return_number')),
  order_id text not null references sales_order,
  posting_id text not null references posting,
  -- The refund (or return) of Shopify it was read from.
  key text not null,
  shopify_refund_id text,
  shopify_return_id text,
  returned_at timestamptz not null,
  -- Given back for the goods of this return, taxes included; shipping and rest apart.
  goods_minor bigint not null,
  tax_minor bigint not null,
  shipping_minor bigint not null default 0,
  unique (order_id, key, posting_id)
);

create table order_return_item (
  return_id text not null references order_return,
  order_id text not null,
  item_seq text not null,
  quantity integer not null check (quantity > 0),
  restocked boolean not null,
  -- Where it went back to the shelf; null when it did not.
  facility_id text references facility,
  goods_minor bigint not null,
  tax_minor bigint not null,
  primary key (return_id, item_seq),
  foreign key (order_id, item_seq) references order_item
);
create index order_return_item_of on order_return_item (order_id, item_seq);

-- Send sales placed by us ----------------------------------------------------------------------

-- Stock promised to a customer who is still deciding. While HELD it counts as reserved in `inventory`.
create table stock_hold (
  id text primary key,
  facility_id text not null references facility,
  product_id text not null references product,
  quantity integer not null check (quantity > 0),
  state text not null check (state in ('HELD', 'USED', 'RELEASED', 'EXPIRED')),
  held_by text not null,
  held_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  send_sale_id text
);
create index stock_hold_due on stock_hold (expires_at) where state = 'HELD';
create index stock_hold_sale on stock_hold (send_sale_id);

create sequence send_sale_number start 10001;

-- An order an associate placed for a customer: a draft in Shopify until it is paid.
create table send_sale (
  id text primary key,
  -- The associate's screen asks twice when the answer was lost: the same key is the same sale.
  request_key text not null unique,
  shop_id text not null references shop,
  state text not null check (state in ('PLACING', 'OPEN', 'INVOICED', 'COMPLETED', 'CANCELLED', 'FAILED')),
  draft_order_id text,
  draft_name text,
  invoice_url text,
  shopify_order_id text,
  selling_facility_id text not null references facility,
  associate text not null,
  customer_shopify_id text,
  total_minor bigint,
  currency text,
  request jsonb not null,
  failure jsonb,
  placed_at timestamptz not null,
  updated_at timestamptz not null
);
create index send_sale_draft on send_sale (shop_id, draft_order_id);

alter table stock_hold add foreign key (send_sale_id) references send_sale;

-- Customers ------------------------------------------------------------------------------------

-- Normalised, so that the same person is found: lower-case e-mail, phone in E.164.
alter table customer add column email_key text;
alter table customer add column phone_key text;
update customer set email_key = lower(btrim(email)) where email is not null;
create index customer_email on customer (shop_id, email_key) where email_key is not null;
create index customer_phone on customer (shop_id, phone_key) where phone_key is not null;

-- Every Shopify id a customer of ours goes by: its own, those matched to it, those merged into it.
create table customer_shopify_id (
  shop_id text not null references shop,
  shopify_id text not null,
  customer_id text not null references customer,
  -- ID, EMAIL, PHONE or MERGE: how it was matched.
  matched_by text not null,
  matched_at timestamptz not null,
  primary key (shop_id, shopify_id)
);
create index customer_shopify_id_customer on customer_shopify_id (customer_id);

-- What Shopify says is where, for the comparison with our own counts.
create table shopify_inventory_level (
  shop_id text not null references shop,
  shopify_inventory_item_id text not null,
  shopify_location_id text not null,
  available integer not null,
  on_hand integer,
  read_at timestamptz not null,
  -- What we last set there, and with which key, so that a repeat is the same call.
  told_available integer,
  told_key text,
  told_at timestamptz,
  primary key (shop_id, shopify_inventory_item_id, shopify_location_id)
);

-- What Shopify must hear of an order besides its shipments: holds, releases, cancellations, moves.
create table shopify_notice (
  id bigint generated always as identity primary key,
  order_id text not null references sales_order,
  kind text not null check (kind in ('HOLD', 'RELEASE', 'CANCEL', 'MOVE')),
  key text not null,
  body jsonb not null default '{}',
  asked_at timestamptz not null,
  told_at timestamptz,
  outcome jsonb,
  unique (order_id, kind, key)
);
create index shopify_notice_open on shopify_notice (id) where told_at is null;
