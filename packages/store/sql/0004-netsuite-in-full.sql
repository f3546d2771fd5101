-- NetSuite in full: returns it booked, what it says of kits, discount items, counts, stock and gift cards.

alter table order_return add column netsuite_id text;

-- What a kit is made of, in NetSuite's words: item ids where the file has them, names always.
create table kit_component (
  kit text not null,
  member text not null,
  kit_netsuite_id text,
  member_netsuite_id text,
  quantity double precision not null check (quantity > 0),
  read_at timestamptz not null,
  primary key (kit, member)
);

create table discount_item (
  netsuite_id text primary key,
  name text not null,
  is_active boolean not null,
  read_at timestamptz not null
);

-- Cycle counts of ours that NetSuite booked.
create table booked_count (
  adjustment_id text primary key,
  count_id text not null,
  recorded_at timestamptz not null
);

-- Adjustments people made in NetSuite. One the last snapshot held already changed nothing here.
create table stock_change (
  adjustment_id text not null,
  line text not null,
  facility_id text not null references facility,
  product_id text not null references product,
  delta integer not null,
  comments text,
  booked_at timestamptz not null,
  counted boolean not null,
  recorded_at timestamptz not null,
  primary key (adjustment_id, line)
);

-- Gift cards NetSuite's people shipped, waiting to be activated for their customer.
create table shipped_gift_card (
  number text primary key,
  posting_id text not null references posting,
  item_seq text,
  price_minor bigint,
  -- yyyy-MM-dd
  shipped_on text,
  customer_shopify_id text,
  recorded_at timestamptz not null
);
