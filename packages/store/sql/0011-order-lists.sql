-- Lists of 100,000 orders by pages, searched by the beginnings of words, and the board's counts per hour.
create index sales_order_entered on sales_order (entered_at, id);
create index sales_order_name_begins on sales_order (name text_pattern_ops);
create index sales_order_email_begins on sales_order (lower(email) text_pattern_ops) where email is not null;
create index sales_order_shopify on sales_order (shopify_id);
create index customer_last_name_begins on customer (lower(last_name) text_pattern_ops) where last_name is not null;
create index shipment_shipped on shipment (shipped_at);
create index shipment_tracking on shipment (tracking_number) where tracking_number is not null;
create index posting_remote on posting (netsuite_id) where netsuite_id is not null;
create index posting_order on posting (order_id);
