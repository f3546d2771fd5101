// NetSuite as its files show it: a clerk who books whatever file lies there and answers as the published scripts do.

import { readFileSync } from 'node:fs';
import { HEADERS, NETSUITE_DATE } from '../../../packages/netsuite/src/test/road.ts';
import type { Road } from '../../../packages/netsuite/src/test/road.ts';

/** Directories the clerk reads, and what he does with a file. */
const DESKS = ['customer/export', 'salesorder/export', 'salesorder/customerdeposit'] as const;

export class NetSuiteClerk {
  /** Orders and customers booked, by our id: how often. More than once would be a double booking. */
  readonly booked = new Map<string, number>();
  private readonly road: Road;
  private readonly seen = new Set<string>();
  private next = 7_000;

  constructor(road: Road) {
    this.road = road;
  }

  /** Starts over, with another road under his desk. */
  reset(): void {
    this.booked.clear();
    this.seen.clear();
  }

  async answerAll(): Promise<void> {
    for (const directory of DESKS) {
      for (const name of this.road.filesIn(directory)) {
        const path = `${directory}/${name}`;
        if (this.seen.has(path)) continue;
        this.seen.add(path);
        const text = readFileSync(this.road.local(path), 'utf8');
        if (directory === 'customer/export') this.bookCustomers(text);
        else if (directory === 'salesorder/export') await this.bookOrders(text);
        else this.bookDeposits(text);
      }
    }
  }

  private bookCustomers(text: string): void {
    const rows = idsIn(text, 'C').map(
      (id) => `${id},NETSUITE_CUSTOMER_ID,${this.book(`customer ${id}`)}\n`,
    );
    this.write('customer/import', 'CustomerExport', `${HEADERS.customer}\n${rows.join('')}`);
  }

  private async bookOrders(text: string): Promise<void> {
    const ids = idsIn(text, 'M');
    const rows = ids.map((id) => `${id},NETSUITE_ORDER_ID,${this.book(`order ${id}`)}\n`);
    const directory = 'salesorder/import/orderidentification';
    this.write(directory, 'SalesOrderExport', `${HEADERS.order}\n${rows.join('')}`);
    const lines = await this.road.db
      .selectFrom('posting_line')
      .selectAll()
      .where('posting_id', 'in', ids)
      .execute();
    const lineRows = lines.map(
      (line, index) => `${line.posting_id},${line.key},NetsuiteItemLineId,${index + 1}\n`,
    );
    this.write(
      'salesorder/import/orderitemattribute',
      'SalesOrderItemExport',
      `${HEADERS.line}\n${lineRows.join('')}`,
    );
  }

  private bookDeposits(text: string): void {
    // The feed's own keys; what is not there would fail the test that looks for the deposit.
    const deposits = JSON.parse(text) as Array<{ externalId: string; rowId: string }>;
    const rows = deposits.map(({ externalId, rowId }) => {
      const orderId = /\/(M\d+)/.exec(rowId)?.[1] ?? '';
      return `${orderId},${this.book(`deposit ${externalId}`)},${externalId}\n`;
    });
    const directory = 'salesorder/import/orderpayment';
    this.write(directory, 'CustomerDepositExport', `${HEADERS.deposit}\n${rows.join('')}`);
  }

  private book(what: string): number {
    this.booked.set(what, (this.booked.get(what) ?? 0) + 1);
    this.next += 1;
    return this.next;
  }

  private write(directory: string, name: string, text: string): void {
    this.next += 1;
    this.road.answer(
      `${directory}/${NETSUITE_DATE.replace('2026', String(this.next))}-${name}.csv`,
      text,
    );
  }
}

/** Our ids in the row ids of a CSV file, each once. */
function idsIn(text: string, letter: string): string[] {
  const found = text.matchAll(new RegExp(`/(${letter}\\d+)/\\d+$`, 'gm'));
  return [...new Set([...found].map((match) => match[1] ?? ''))];
}
