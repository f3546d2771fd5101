// Puts a backup back into an empty database of the same migrations: everything, or, when a line is missing or
// changed, nothing.

import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';
import { BackupHead, rowPrefix, tablesInOrder } from './backup.ts';
import { inTransaction } from './in-transaction.ts';

const ROWS_AT_ONCE = 500;
const BYTES_AT_ONCE = 4_000_000;

/** `BACKUP_BROKEN`: it is no backup, or part of one. `DATABASE_NOT_EMPTY`: there is something in the tables. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
  readonly code: 'BACKUP_BROKEN' | 'DATABASE_NOT_EMPTY';

  constructor(code: RestoreError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const Sequence = z.object({ sequence: z.string(), last: z.string() });
const End = z.object({ end: z.object({ rows: z.number(), sha256: z.string() }) });

/** The head of a backup, from its first line. @throws RestoreError when it is none */
export function readBackupHead(line: string): BackupHead {
  try {
    return BackupHead.parse(JSON.parse(line));
  } catch {
    throw new RestoreError('BACKUP_BROKEN', 'The file is no backup of Sendsale.');
  }
}

/** @param lines all lines of the backup, the head included */
export async function restoreBackup<Tables>(
  db: Kysely<Tables>,
  lines: AsyncIterable<string>,
): Promise<{ readonly rows: number; readonly at: Date }> {
  return inTransaction(db, async (tx) => {
    await refuseFilled(tx);
    const loader = new Loader(tx);
    for await (const line of lines) await loader.take(line);
    return loader.finish();
  });
}

async function refuseFilled<Tables>(tx: Transaction<Tables>): Promise<void> {
  for (const table of await tablesInOrder(tx)) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (rows.length === 0) continue;
    const message = `The table ${table} is not empty: a backup is put into a new database.`;
    throw new RestoreError('DATABASE_NOT_EMPTY', message);
  }
}

class Loader<Tables> {
  readonly #tx: Transaction<Tables>;
  readonly #hash = createHash('sha256');
  #head: BackupHead | null = null;
  #end: z.infer<typeof End>['end'] | null = null;
  #table = '';
  #waiting: string[] = [];
  #bytes = 0;
  #rows = 0;

  constructor(tx: Transaction<Tables>) {
    this.#tx = tx;
  }

  async take(line: string): Promise<void> {
    if (this.#head === null) {
      this.#head = readBackupHead(line);
    } else if (line.startsWith('{"table":')) {
      await this.#takeRow(line);
    } else if (line.startsWith('{"end":')) {
      this.#end = End.parse(JSON.parse(line)).end;
      return;
    } else {
      const { sequence, last } = Sequence.parse(JSON.parse(line));
      await sql`select setval(${`public.${JSON.stringify(sequence)}`}::regclass, ${last}::bigint)`.execute(
        this.#tx,
      );
    }
    this.#hash.update(`${line}\n`);
  }

  async finish(): Promise<{ readonly rows: number; readonly at: Date }> {
    await this.#flush();
    const isWhole = this.#end?.rows === this.#rows && this.#end.sha256 === this.#hash.digest('hex');
    if (this.#head === null || !isWhole) {
      throw new RestoreError('BACKUP_BROKEN', 'The backup is cut off or was changed.');
    }
    return { rows: this.#rows, at: new Date(this.#head.at) };
  }

  async #takeRow(line: string): Promise<void> {
    // The name is the first text of the line; the row's own JSON is never read, so no number loses a digit.
    const table = /^\{"table":"([a-z0-9_]+)"/.exec(line)?.[1] ?? '';
    if (table !== this.#table) await this.#flush();
    this.#table = table;
    const row = line.slice(rowPrefix(table).length, -1);
    this.#waiting.push(row);
    this.#bytes += row.length;
    this.#rows += 1;
    if (this.#waiting.length >= ROWS_AT_ONCE || this.#bytes >= BYTES_AT_ONCE) await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const rows = `[${this.#waiting.join(',')}]`;
    const table = sql.table(this.#table);
    await sql`insert into ${table} overriding system value
      select * from json_populate_recordset(null::${table}, ${rows}::json)`.execute(this.#tx);
    this.#waiting = [];
    this.#bytes = 0;
  }
}
