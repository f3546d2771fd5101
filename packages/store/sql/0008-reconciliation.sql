-- The three books side by side, by day and order: when each was compared, its figures, and what differed.

create table reconciled_order (
  shop_id text not null references shop,
  shopify_id text not null,
  -- In the shop's own time zone.
  day date not null,
  -- Null for an order the OMS has not got.
  order_id text references sales_order,
  name text not null,
  currency text not null,
  compared_at timestamptz not null,
  primary key (shop_id, shopify_id)
);
create index reconciled_order_day on reconciled_order (day, shop_id);

create table order_figure (
  shop_id text not null,
  shopify_id text not null,
  measure text not null check (measure in ('SALES', 'RECEIVED', 'REFUNDED', 'BILLED')),
  -- Null where the side has no such figure.
  shopify_minor bigint,
  oms_minor bigint,
  netsuite_minor bigint,
  variance_minor bigint not null default 0,
  primary key (shop_id, shopify_id, measure),
  foreign key (shop_id, shopify_id) references reconciled_order on delete cascade
);

create table book_difference (
  id bigint generated always as identity primary key,
  shop_id text not null,
  shopify_id text not null,
  code text not null,
  record text not null,
  kind text not null check (kind in ('PENDING', 'VARIANCE', 'DIFFERENCE')),
  shopify text,
  oms text,
  netsuite text,
  amount_minor bigint,
  cause text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  resolved_at timestamptz,
  foreign key (shop_id, shopify_id) references reconciled_order on delete cascade
);
create unique index book_difference_open on book_difference (shop_id, shopify_id, code, record)
  where resolved_at is null;
create index book_difference_order on book_difference (shop_id, shopify_id);

create table reconciliation_run (
  id bigint generated always as identity primary key,
  trigger text not null check (trigger in ('SCHEDULE', 'PERSON')),
  from_day date not null,
  to_day date not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  orders integer not null default 0,
  differences integer not null default 0,
  -- Which side could not be read, and why: texts.
  unread jsonb not null default '[]'::jsonb
);
