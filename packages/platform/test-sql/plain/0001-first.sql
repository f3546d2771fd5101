-- Two statements in one file.
create table thing (id bigint generated always as identity primary key, name text not null);
insert into thing (name) values ('one');
