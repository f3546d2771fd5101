// The whole road over real wires and processes, as a person runs it.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Result {
  readonly ok: boolean;
  readonly failures: readonly string[];
  readonly tampering: ReadonlyArray<{
    readonly expected: string;
    readonly found: readonly string[];
  }>;
  readonly orders: ReadonlyArray<{
    readonly scenario: string;
    readonly problems: readonly string[];
    readonly netsuite: Readonly<Record<string, ReadonlyArray<Record<string, string>>>>;
    readonly timeline: ReadonlyArray<{ readonly step: string }>;
  }>;
  readonly reconciliation: { readonly orders: number; readonly differences: readonly unknown[] };
}

const bin = fileURLToPath(new URL('../../bin/sendsale.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sendsale-demo-'));
let result: Result;

beforeAll(async () => {
  const args = [
    'demo',
    '--once',
    '--json',
    '--tamper',
    '--port',
    '0',
    '--folder',
    join(folder, 'demo'),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  // Standard output carries the result and nothing else.
  result = JSON.parse(stdout) as Result;
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const order = (scenario: string): Result['orders'][number] => {
  const found = result.orders.find((each) => each.scenario === scenario);
  if (found === undefined) throw new Error(`The demo rang up no ${scenario}.`);
  return found;
};
const steps = (scenario: string): string[] => order(scenario).timeline.map(({ step }) => step);

describe('npm run demo -- --once --json', () => {
  it('ends with every order where it should be and books that agree', () => {
    expect(result.failures).toEqual([]);
    expect(result.ok).toBe(true);
    expect(result.reconciliation).toMatchObject({ orders: 10, differences: [] });
    expect(result.orders.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('names every record that is tampered with at the side that keeps it', () => {
    expect(result.tampering.map(({ expected }) => expected)).toEqual([
      'INVOICE_MISSING',
      'FULFILLMENT_MISSING',
      'DEPOSIT_MISSING',
      'CASH_SALE_TWICE',
      'SALE_TOTAL_DIFFERS',
      'REFUND_MISSING',
      'ORDER_NOT_IN_SHOPIFY',
    ]);
    for (const { expected, found } of result.tampering) expect(found).toContain(expected);
  });

  it('books a mixed order once in each book, to the cent', () => {
    const { salesOrders = [], cashSales = [] } = order('mixed').netsuite;
    expect([salesOrders.length, cashSales.length]).toEqual([1, 1]);
  });

  it('never posts a send sale as a cash sale, nor a carry-out as a sales order', () => {
    expect(order('send-sale').netsuite['cashSales']).toEqual([]);
    expect(order('carry-out').netsuite['salesOrders']).toEqual([]);
  });

  it('leaves a timeline of every step', () => {
    expect(steps('send-sale-warehouse')).toEqual(
      expect.arrayContaining([
        'downloaded',
        'order exported',
        'order id received',
        'line ids received',
        'deposit exported',
        'deposit created',
        'approved',
        'brokered',
        'allocation exported',
        'fulfilled',
        'fulfillment received',
        'Shopify told',
        'invoiced',
      ]),
    );
    expect(steps('carry-out')).toEqual(
      expect.arrayContaining(['cash sale exported', 'cash sale id received']),
    );
    expect(steps('send-sale-cancelled')).toEqual(
      expect.arrayContaining(['cancelled', 'item close exported', 'refund exported', 'refunded']),
    );
    expect(steps('send-sale-rejected')).toEqual(
      expect.arrayContaining(['rejected', 'variance exported']),
    );
  });
});
