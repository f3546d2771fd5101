-- A run may give orders that have a place another one: how many it moved.

alter table brokering_run add column moved_orders integer not null default 0;
