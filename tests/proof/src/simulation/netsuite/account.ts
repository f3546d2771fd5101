// The simulated account: scripts that run when they are told to or by their schedule, read files from the
// server and write answers there. It is as unreliable as the seed says: it stops in the middle and reads a
// file again, refuses what is in order, and answers late, twice, in part, or in another order.

import type { Clock } from '@sendsale/std';
import type { Fate } from '../fate.ts';
import type { SimDisk } from '../sim-disk.ts';
import type { Trace } from '../trace.ts';
import { Books } from './books.ts';
import { answerFile, EXPORTERS } from './exporters.ts';
import type { AnswerRow, OutFile } from './exporters.ts';
import { billShipped, IMPORTERS } from './importers.ts';
import type { Importer, Unit } from './importers.ts';

export const BASE = '/home/oms/netsuite';
const MINUTE_MS = 60_000;

interface Later {
  readonly at: number;
  readonly name: string;
  readonly run: () => void;
}

export interface AccountParts {
  readonly clock: Clock;
  readonly disk: SimDisk;
  readonly fate: Fate;
  readonly trace: Trace;
  /** What is read in the place of a file's text; the text itself, but for planted defects. */
  readonly alterFile: (text: string) => string;
}

export class SimNetSuite {
  readonly books = new Books();
  /** Row id → what its row said, for the checker. */
  readonly rowContents = new Map<string, Set<string>>();
  /** Files that were not whole when they were read. */
  readonly torn: string[] = [];
  readonly refusals: string[] = [];
  readonly #parts: AccountParts;
  #later: Later[] = [];
  #files = 0;

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  /** How many answers are on their way. */
  get waiting(): number {
    return this.#later.length;
  }

  /** Starts a script, as the run RESTlet does. */
  start(script: string): void {
    const { fate, clock } = this.#parts;
    const delayMs = fate.isStruck('ANSWER', `start ${script}`)
      ? fate.integer(1, 40) * MINUTE_MS
      : 0;
    this.#schedule(clock.now().getTime() + delayMs, script, () => this.#run(script));
  }

  /** What every script does a quarter of an hour anyway. */
  startAll(): void {
    for (const script of [...Object.keys(IMPORTERS), 'HC_SC_CreateSalesOrderInvoice'])
      this.start(script);
    for (const script of Object.keys(EXPORTERS)) this.start(script);
  }

  /** Does what is due. @returns how much that was */
  work(): number {
    const now = this.#parts.clock.now().getTime();
    const due = this.#later.filter((one) => one.at <= now);
    this.#later = this.#later.filter((one) => one.at > now);
    for (const one of due) {
      this.#parts.trace.add(`netsuite ${one.name}`);
      one.run();
    }
    return due.length;
  }

  /** NetSuite's warehouses ship the lines that were given to them. */
  shipFromWarehouse(location: string): void {
    for (const sale of this.books.sales) {
      const lines = sale.lines.filter(
        (line) =>
          line.type === 'ITEM' &&
          line.location === location &&
          !line.closed &&
          line.shipped < line.quantity,
      );
      if (sale.kind !== 'SALES_ORDER' || lines.length === 0) continue;
      for (const line of lines) line.shipped = line.quantity;
      const id = this.books.newId();
      const numbers = lines.map((line) => line.line);
      const shipment = { id, externalId: `WH-${id}`, saleId: sale.id, lines: numbers, location };
      this.books.shipments.push({ ...shipment, isTold: false });
    }
  }

  #schedule(at: number, name: string, run: () => void): void {
    this.#later.push({ at, name, run });
  }

  #run(script: string): void {
    const importer = IMPORTERS[script];
    if (importer !== undefined) this.#import(importer);
    const exporter = EXPORTERS[script];
    const at = this.#parts.clock.now();
    for (const file of exporter?.(this.books, at) ?? []) this.#emit(file);
    if (script === 'HC_SC_CreateSalesOrderInvoice') this.#bill();
  }

  #import(importer: Importer): void {
    const { disk, fate, alterFile } = this.#parts;
    const directory = `${BASE}/${importer.directory}`;
    for (const path of disk.list(directory).files) {
      const name = path.slice(directory.length + 1);
      if (name.startsWith('.') || !importer.matches(name)) continue;
      const text = alterFile(disk.file(path)?.bytes.toString('utf8') ?? '');
      const answers = this.#take(importer, { name, text });
      // It stopped between the records and the archive: the next run reads the file again.
      if (fate.isStruck('ANSWER', `stop after ${name}`)) continue;
      disk.move(path, `${directory}/archive/${name}`);
      if (answers.length > 0) this.#answer(answers, importer.feed);
    }
    if (importer.feed === 'fulfillment' || importer.feed === 'allocation') this.#bill();
  }

  #take(importer: Importer, file: { readonly name: string; readonly text: string }): AnswerRow[] {
    const { fate } = this.#parts;
    let units: readonly Unit[];
    try {
      units = importer.units(file.text);
    } catch (error) {
      this.torn.push(`${importer.directory}/${file.name}: ${String(error)}`);
      return [];
    }
    const answers: AnswerRow[] = [];
    for (const unit of units) {
      this.#note(unit);
      const isRefused = fate.isStruck('REFUSAL', `${importer.feed} ${unit.externalId}`);
      const result = isRefused ? { code: 'USER_ERROR' } : unit.make(this.books);
      if ('code' in result)
        this.refusals.push(`${importer.feed} ${unit.externalId} ${result.code}`);
      const { recordType, externalId } = unit;
      const sourceFile = file.name;
      const said =
        'code' in result
          ? { internalId: '', code: result.code }
          : { internalId: result.internalId, code: null };
      for (const rowId of unit.rowIds) {
        answers.push({ rowId, recordType, externalId, amountCents: null, sourceFile, ...said });
      }
    }
    return answers;
  }

  #note(unit: Unit): void {
    for (const rowId of unit.rowIds) {
      const contents = this.rowContents.get(rowId) ?? new Set();
      this.rowContents.set(rowId, contents.add(unit.content));
    }
  }

  #bill(): void {
    const answers = billShipped(this.books).map(({ sale, id }): AnswerRow => {
      const invoice = this.books.money.find((one) => one.id === id);
      const amountCents = invoice?.amountCents ?? 0;
      const record = { recordType: 'invoice', internalId: id, externalId: '', amountCents };
      return { rowId: `invoice/${sale.postingId}/1`, ...record, code: null, sourceFile: '' };
    });
    if (answers.length > 0) this.#answer(answers, 'invoice');
  }

  #answer(answers: readonly AnswerRow[], feed: string): void {
    this.#emit(answerFile(answers, feed, this.#parts.clock.now()));
  }

  /** Puts a file on the server, with whatever goes wrong on the way. */
  #emit(file: OutFile): void {
    const { fate, disk, clock } = this.#parts;
    this.#files += 1;
    const name = `${file.prefix}2026-11-24-${String(this.#files).padStart(6, '0')}${file.suffix}`;
    const path = `${BASE}/${file.directory}/${name}`;
    const bytes = Buffer.from(file.text);
    const now = clock.now().getTime();
    const whole = (): void => disk.write(path, bytes);
    if (!fate.isStruck('ANSWER', `write ${name}`)) return whole();
    const later = now + fate.integer(1, 20) * MINUTE_MS;
    switch (fate.pick(['LATE', 'DOUBLE', 'RENAMED', 'PART'] as const)) {
      case 'LATE':
        return this.#schedule(later, `late ${name}`, whole);
      case 'DOUBLE':
        whole();
        return this.#schedule(later, `again ${name}`, whole);
      case 'RENAMED':
        whole();
        return this.#schedule(later, `renamed ${name}`, () =>
          disk.write(`${BASE}/${file.directory}/${file.prefix}again-${this.#files}-${name}`, bytes),
        );
      case 'PART':
        // Written in place: whoever looks now sees the beginning. The rest comes within a minute.
        disk.write(path, bytes.subarray(0, Math.floor(bytes.length / 2)));
        return this.#schedule(now + MINUTE_MS / 3, `rest of ${name}`, whole);
    }
  }
}
