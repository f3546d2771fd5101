// The process that a test of the folder lock meets: it opens the database of a folder, writes and stays.

import { sql } from 'kysely';
import { openDatabase } from './index.ts';

const [folder = ''] = process.argv.slice(2);
const database = await openDatabase({ url: null, folder });
await sql`create table thing (name text)`.execute(database.kysely);
await sql`insert into thing values ('written before the crash')`.execute(database.kysely);
process.stdout.write('open\n');
setInterval(() => undefined, 60_000);
