// Proves that the comparison sees what is wrong: once the books agree, records are tampered with where they are kept,
// one after the other, and each time the difference must be named, with the order it is about.

import { defined } from '@sendsale/std';
import type { OrderResult } from '../result/result.ts';
import type { Scene } from '../run/scene.ts';
import type { Tampering } from './tampering.ts';
import { callJson } from '../wire/call-json.ts';

interface Attempt {
  readonly what: string;
  readonly scenario: string;
  readonly expected: string;
  readonly act: (scene: Scene, order: OrderResult) => Promise<void>;
}

const ATTEMPTS: readonly Attempt[] = [
  {
    what: 'an invoice is deleted',
    scenario: 'send-sale',
    expected: 'INVOICE_MISSING',
    act: async ({ netsuite }, order) => {
      const id = idOf(order.netsuite.invoices);
      for (const application of await netsuite.records('depositapplication')) {
        if (JSON.stringify(application.sublists).includes(`"${id}"`)) {
          await netsuite.remove('depositapplication', application.id);
        }
      }
      await netsuite.remove('invoice', id);
    },
  },
  {
    what: 'its item fulfillment is deleted',
    scenario: 'send-sale',
    expected: 'FULFILLMENT_MISSING',
    act: async ({ netsuite }, order) =>
      netsuite.remove('itemfulfillment', idOf(order.netsuite.fulfillments)),
  },
  {
    what: 'its deposit is deleted',
    scenario: 'send-sale',
    expected: 'DEPOSIT_MISSING',
    act: async ({ netsuite }, order) =>
      netsuite.remove('customerdeposit', idOf(order.netsuite.deposits)),
  },
  {
    what: 'a cash sale is booked a second time',
    scenario: 'carry-out',
    expected: 'CASH_SALE_TWICE',
    act: async ({ netsuite }, order) => {
      const sale = await netsuite.record('cashsale', idOf(order.netsuite.cashSales));
      await netsuite.create([copyOf(sale)]);
    },
  },
  {
    what: 'a cash sale is a cent off',
    scenario: 'mixed',
    expected: 'SALE_TOTAL_DIFFERS',
    act: async ({ netsuite }, order) => {
      const id = idOf(order.netsuite.cashSales);
      const [line] = (await netsuite.record('cashsale', id)).sublists['item'] ?? [];
      const rate = Math.round((Number(line?.['rate']) + 0.01) * 100) / 100;
      await netsuite.edit('cashsale', id, { sublists: { item: [{ price: '-1', rate }] } });
    },
  },
  {
    what: 'a deposit is not refunded',
    scenario: 'send-sale-cancelled',
    expected: 'REFUND_MISSING',
    act: async ({ netsuite }, order) =>
      netsuite.remove('customerrefund', idOf(order.netsuite.refunds)),
  },
  {
    what: 'an order is lost in Shopify',
    scenario: 'web',
    expected: 'ORDER_NOT_IN_SHOPIFY',
    act: async ({ shopifyUrl }, order) => {
      const key = encodeURIComponent(order.name);
      await callJson(`${shopifyUrl}/control/orders/${key}`, undefined, 'DELETE');
    },
  },
];

export async function tamper(scene: Scene, orders: readonly OrderResult[]): Promise<Tampering[]> {
  const done: Tampering[] = [];
  for (const { what, scenario, expected, act } of ATTEMPTS) {
    const order = defined(
      orders.find((one) => one.scenario === scenario),
      `There is an order ${scenario}.`,
    );
    await act(scene, order);
    const { differences } = await scene.api.reconcile();
    const found = differences
      .filter((one) => one.order === order.name && one.kind === 'DIFFERENCE')
      .map(({ code }) => code);
    done.push({ what, order: order.name, expected, found });
  }
  return done;
}

function idOf(records: ReadonlyArray<{ readonly id: string }>): string {
  return defined(records[0], 'The order has such a record.').id;
}

const COPIED = ['entity', 'subsidiary', 'location', 'custbody_hc_order_id'];
const COPIED_LINE = ['item', 'quantity', 'location', 'custcol_hc_order_line_id'];

// As a clerk enters it again by hand: the same customer, goods and order id, no external id.
function copyOf(sale: Awaited<ReturnType<Scene['netsuite']['record']>>) {
  const fields = COPIED.flatMap((id) => entry(id, sale.fields[id]));
  const item = (sale.sublists['item'] ?? []).map((line) =>
    Object.fromEntries([
      ...COPIED_LINE.flatMap((id) => entry(id, line[id])),
      ...entry('price', '-1'),
      ...entry('rate', line['rate']),
    ]),
  );
  return {
    type: 'cashsale',
    externalid: `${sale.id}-AGAIN`,
    fields: Object.fromEntries(fields),
    sublists: { item },
  };
}

function entry(id: string, value: unknown): Array<readonly [string, string | number]> {
  return typeof value === 'string' || typeof value === 'number' ? [[id, value]] : [];
}
