-- The tables that the jobs rely on, as packages/store/sql has them.
create table job_setting (
  name text primary key,
  paused boolean not null default false,
  schedule text
);

create table job_run (
  id bigint generated always as identity primary key,
  name text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('DONE', 'FAILED')),
  done integer not null default 0,
  note text
);
create index job_run_name on job_run (name, id desc);
