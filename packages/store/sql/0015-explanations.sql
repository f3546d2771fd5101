-- The latest decision about an item, whether it still stands or was released: asked for each item of an order's page.
create index allocation_item on allocation (order_id, item_seq, id);
