-- Brokering by the merchant's rules: the rules and their versions, what facilities can take and when, what
-- orders and products say for it, and a record of every run.

-- Stock ----------------------------------------------------------------------------------------

-- The one definition of what may be promised, for queries; domain/routing/available-to-promise.ts says the
-- same for the code, and brokering takes its rules' own safety stock off that.
create function available_to_promise(on_hand integer, reserved integer, safety_stock integer)
  returns integer language sql immutable parallel safe
  return greatest(0, on_hand - reserved - safety_stock);

-- Rules ----------------------------------------------------------------------------------------

-- Every change of the rules is a new row and rows never change; the highest version is in force, and before
-- the first one the built-in rules are (version 0).
create table brokering_rules (
  version integer generated always as identity primary key,
  document jsonb not null,
  note text not null default '',
  made_by text not null,
  made_at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed: a change is a new row.', tg_table_name;
end $$;
create trigger brokering_rules_immutable before update or delete on brokering_rules
  for each row execute function refuse_change();

-- One row a run that had something to do, or that the clock asked for.
create table brokering_run (
  id bigint generated always as identity primary key,
  run_code text not null,
  rules_version integer not null,
  trigger text not null check (trigger in ('AT_ONCE', 'SCHEDULE', 'PERSON')),
  -- The instant of the cron it stands for: no instant runs twice.
  slot timestamptz,
  actor text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  orders integer not null default 0,
  attempted_items integer not null default 0,
  allocated_items integer not null default 0,
  queued_items integer not null default 0,
  -- Orders another run or change was faster with; they come with the next run.
  contended_orders integer not null default 0,
  per_batch jsonb not null default '[]'
);
create unique index brokering_run_slot on brokering_run (run_code, slot) where slot is not null;

-- Facilities -----------------------------------------------------------------------------------

create table facility_group (
  id text primary key,
  name text not null
);

create table facility_group_member (
  group_id text not null references facility_group,
  facility_id text not null references facility,
  -- Its place in the merchant's own order of the group.
  sequence integer not null,
  primary key (group_id, facility_id)
);

create table facility_brokering (
  facility_id text primary key references facility,
  -- null: no limit
  orders_per_hour integer check (orders_per_hour >= 0),
  -- [{day 1–7 from Monday, from, to}] and [{shippingMethod, at}], in minutes of the facility's own day.
  opening_hours jsonb not null default '[]',
  cut_offs jsonb not null default '[]',
  -- What shipping from here costs beyond the rules' table; decimal money.
  cost_per_shipment double precision not null default 0,
  cost_per_unit double precision not null default 0
);

-- Orders and products --------------------------------------------------------------------------

create table product_category (
  product_id text not null references product,
  category text not null,
  primary key (product_id, category)
);

alter table sales_order add column priority text not null default 'MEDIUM'
  check (priority in ('HIGH', 'MEDIUM', 'LOW'));

alter table ship_group
  add column ship_after timestamptz,
  add column ship_by timestamptz;

alter table order_item
  -- Items of one group ship together where a rule does not say otherwise.
  add column item_group text,
  -- Set and cleared by rules; an item that is still in a queue then is cancelled.
  add column auto_cancel_at timestamptz,
  drop constraint order_item_queue_check,
  add constraint order_item_queue_check
    check (queue in ('BROKERING', 'UNFILLABLE', 'REJECTED', 'PRE_ORDER', 'BACK_ORDER'));
create index order_item_auto_cancel on order_item (auto_cancel_at) where auto_cancel_at is not null;

-- A reason why a ship group (or, without one, the whole order) is not brokered. One open row a reason.
create table brokering_hold (
  id bigint generated always as identity primary key,
  order_id text not null references sales_order,
  -- No reference: a hold outlives a revision that writes the ship groups anew.
  ship_group_seq text,
  reason text not null,
  held_by text not null,
  held_at timestamptz not null,
  released_by text,
  released_at timestamptz
);
create unique index brokering_hold_open on brokering_hold (order_id, coalesce(ship_group_seq, ''), reason)
  where released_at is null;

-- Why an item has no facility yet: what allocation.decision is for one that has.
create table unallocated_item (
  order_id text not null,
  item_seq text not null,
  decided_at timestamptz not null,
  decision jsonb not null,
  primary key (order_id, item_seq),
  -- A revision of an order nobody has worked on writes its items anew.
  foreign key (order_id, item_seq) references order_item on delete cascade
);

create index rejection_facility on rejection (facility_id, rejected_at);
create index sales_order_ordered on sales_order (ordered_at);
