-- A brokering run that plans its orders as one batch: what it came to, and what contested stock and places were worth.

alter table brokering_run
  add column mode text not null default 'RULES' check (mode in ('RULES', 'OPTIMIZE')),
  -- By the merchant's objective (decimal money): of the plan, and of the rules alone.
  add column objective double precision,
  add column rules_objective double precision,
  -- Of the orders planned together: how many, what they cost, and what no plan can be cheaper than.
  add column joint_orders integer,
  add column joint_cost double precision,
  add column joint_bound double precision;

create table brokering_price (
  run_id bigint not null references brokering_run,
  facility_id text not null references facility,
  -- Null: a place among the facility's orders; else a unit of the product there.
  product_id text references product,
  price double precision not null check (price > 0)
);
create unique index brokering_price_cell on brokering_price (run_id, facility_id, coalesce(product_id, ''));
