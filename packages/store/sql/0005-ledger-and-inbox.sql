-- The ledger in full (records that are sent again, with their history), and the inbox: problems by cause, their
-- retries, who looks after them, and who is told.

-- Ledger ---------------------------------------------------------------------------------------

-- DUE: to be sent again under the same row id. OVERDUE: not answered within its time; it is asked after.
alter table ledger
  drop constraint ledger_state_check,
  add constraint ledger_state_check
    check (state in ('DUE', 'WRITTEN', 'HANDED_OVER', 'OVERDUE', 'ACCEPTED', 'REFUSED')),
  add column attempt integer not null default 1 check (attempt > 0),
  -- The file, call or person that ended it.
  add column settled_via text,
  -- When NetSuite was last asked after it.
  add column asked_at timestamptz;
create index ledger_open on ledger (state, handed_over_at)
  where state in ('DUE', 'HANDED_OVER', 'OVERDUE', 'REFUSED');

-- What became of a record before it was sent again: rows are only added.
create table ledger_attempt (
  ledger_id bigint not null references ledger,
  attempt integer not null,
  file_id bigint references feed_file,
  line integer,
  state text not null check (state in ('DUE', 'WRITTEN', 'HANDED_OVER', 'OVERDUE', 'ACCEPTED', 'REFUSED')),
  code text,
  message text,
  written_at timestamptz not null,
  handed_over_at timestamptz,
  settled_at timestamptz,
  -- Why it was sent again, by whom, and when that was decided.
  reason text not null,
  actor text not null,
  ended_at timestamptz not null,
  primary key (ledger_id, attempt)
);
create index ledger_attempt_file on ledger_attempt (file_id);

alter table feed_file
  -- Set before the first try to hand it over: after it, the server is looked at before anything is put there.
  add column hand_over_began_at timestamptz,
  -- Its content was removed by the purge; name, size and hash stay.
  add column purged_at timestamptz,
  add column byte_count integer not null default 0;
update feed_file set byte_count = octet_length(content);
create index feed_file_feed on feed_file (feed, id desc);

alter table message add column purged_at timestamptz;

-- The inbox ------------------------------------------------------------------------------------

alter table problem
  -- What brings problems together: one mapping, one item, one refusal of NetSuite.
  add column cause text not null default '',
  add column retries integer not null default 0,
  add column next_retry_at timestamptz,
  add column last_retry_at timestamptz,
  add column assigned_to text,
  add column resolved_by text;
update problem set cause = code;
create index problem_cause on problem (cause) where resolved_at is null;
create index problem_retry on problem (next_retry_at) where resolved_at is null and next_retry_at is not null;

-- What people (and the retry job) did about a problem.
create table problem_event (
  id bigint generated always as identity primary key,
  problem_id bigint not null references problem on delete cascade,
  at timestamptz not null,
  actor text not null,
  kind text not null check (kind in ('NOTED', 'ASSIGNED', 'RETRIED', 'SETTLED')),
  text text not null
);
create index problem_event_problem on problem_event (problem_id, id);

-- Who is told of which causes. An empty list of codes is every code.
create table alert_rule (
  id text primary key,
  codes text[] not null default '{}',
  severity text not null default 'LOW' check (severity in ('LOW', 'MEDIUM', 'HIGH')),
  after_minutes integer not null default 0 check (after_minutes >= 0),
  -- The least sum at stake, in minor units of any one currency; 0 is no limit.
  money_minor bigint not null default 0 check (money_minor >= 0),
  channel text not null check (channel in ('EMAIL', 'WEBHOOK')),
  target text not null,
  enabled boolean not null default true,
  changed_by text not null,
  changed_at timestamptz not null
);

-- One open row a rule and cause: nobody is told twice, and recovery once.
create table alert (
  id bigint generated always as identity primary key,
  rule_id text not null,
  cause text not null,
  code text not null,
  channel text not null check (channel in ('EMAIL', 'WEBHOOK')),
  target text not null,
  facts jsonb not null,
  opened_at timestamptz not null,
  sent_at timestamptz,
  recovered_at timestamptz,
  recovery_sent_at timestamptz,
  -- Tries of the message that is due, when the next one is, and what the last one said.
  tries integer not null default 0,
  next_try_at timestamptz,
  error text
);
create unique index alert_open on alert (rule_id, cause) where recovered_at is null;
create index alert_due on alert (next_try_at) where next_try_at is not null;
