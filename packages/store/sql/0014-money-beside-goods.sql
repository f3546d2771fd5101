-- Money given back without goods, of what NetSuite has billed already: it is credited like a return, on a charge of its
-- own.
alter table order_return add column beyond_minor bigint not null default 0;
