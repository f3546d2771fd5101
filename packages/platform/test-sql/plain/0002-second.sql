alter table thing add column seen_at timestamptz;
