-- Numbers given before a backup was restored that the restored data does not know: NetSuite has records under them.
create table given_number (
  kind text not null check (kind in ('ORDER', 'CUSTOMER')),
  -- Shopify's legacy id of the order or customer.
  shopify_id text not null,
  id text not null unique,
  primary key (kind, shopify_id)
);
