-- People who use the screens, what they may do, their sessions, and what was changed by whom.
create sequence person_number start 10001;

create table person (
  id text primary key default ('U' || nextval('person_number')),
  email text not null,
  name text not null,
  -- argon2id; null: cannot sign in yet
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  revision integer not null default 1
);
create unique index person_email on person (lower(email));

create table person_role (
  person_id text not null references person on delete cascade,
  role text not null constraint person_role_role_check check (role in ('ASSOCIATE', 'STORE_LEAD', 'FULFILLMENT', 'ORDER_MANAGER', 'ENGINEER', 'ACCOUNTANT', 'AUDITOR', 'ADMINISTRATOR')),
  primary key (person_id, role)
);

-- Where a person works; roles that see only their own places see these.
create table person_facility (
  person_id text not null references person on delete cascade,
  facility_id text not null references facility,
  primary key (person_id, facility_id)
);

-- The cookie holds a random token; only its hash is here. The one before it counts for some seconds after a
-- rotation, for calls that were under way.
create table session (
  id bigint generated always as identity primary key,
  person_id text not null references person on delete cascade,
  token_sha256 text not null unique,
  previous_sha256 text,
  previous_until timestamptz,
  -- said by the screens with every change, so that no other site can make one
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  rotated_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  agent text not null
);
create index session_person on session (person_id) where ended_at is null;
create index session_previous on session (previous_sha256) where previous_sha256 is not null;

-- `account:<email>` and `address:<ip>` with the failures since the last success.
create table sign_in_failure (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);

-- Who changed what; rows are only ever added.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  via text not null,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb
);
create index audit_entry_subject on audit_entry (subject, id);
create index audit_entry_actor on audit_entry (actor, id);

-- Filters of a list that a person keeps under a name.
create table saved_view (
  id bigint generated always as identity primary key,
  person_id text not null references person on delete cascade,
  page text not null,
  name text not null,
  query jsonb not null,
  created_at timestamptz not null,
  unique (person_id, page, name)
);

-- Null: may do everything, as keys always could.
alter table api_key add column role text constraint api_key_role_check check (role in ('ASSOCIATE', 'STORE_LEAD', 'FULFILLMENT', 'ORDER_MANAGER', 'ENGINEER', 'ACCOUNTANT', 'AUDITOR', 'ADMINISTRATOR'));
