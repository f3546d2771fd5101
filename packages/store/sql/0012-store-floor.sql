-- What people do in a store: pick and pack what is allocated to it, and say what it takes today.

-- As the label of the article says it, where it is not the SKU.
alter table product add column barcode text;
create index product_barcode on product (barcode) where barcode is not null;

create sequence picklist_number start 10001;

create table picklist (
  id text primary key default ('PL' || nextval('picklist_number')),
  facility_id text not null references facility,
  -- chosen by the caller: the same key again is the same list
  request_key text not null unique,
  made_by text not null,
  made_at timestamptz not null
);
create index picklist_facility on picklist (facility_id, made_at);

-- The work on an allocation. With its allocation released (rejected, cancelled, shipped elsewhere) it is nobody's work
-- any more, so nothing has to remember to end it.
create table pick (
  allocation_id bigint primary key references allocation on delete cascade,
  picklist_id text not null references picklist,
  picked_at timestamptz,
  picked_by text,
  -- whether the article was scanned, or a person said that it is the right one
  scanned boolean not null default false,
  packed_at timestamptz,
  packed_by text,
  constraint pick_packed_after_picked check (packed_at is null or picked_at is not null)
);
create index pick_picklist on pick (picklist_id);

-- What a facility says of one of its own calendar days. The day ends by itself, and so does this.
create table facility_day (
  facility_id text not null references facility,
  day date not null,
  -- takes no order that day
  off boolean not null default false,
  -- as many orders as it takes that day; null: as on every day
  orders integer constraint facility_day_orders_check check (orders >= 0),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (facility_id, day)
);

-- A rejection said twice, after its answer was lost, is one rejection.
alter table rejection add column request_key text;
create unique index rejection_request on rejection (request_key) where request_key is not null;

create index send_sale_store on send_sale (selling_facility_id, placed_at);
