-- What a refused record looked like when it was sent: when it would be written otherwise now, it is sent again.
alter table ledger add column sent_digest text;
