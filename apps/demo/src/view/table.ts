// The table the demo ends with.

import type { DemoResult, OrderResult } from '../result/result.ts';

const HEADINGS = [
  'order',
  'scenario',
  'channel',
  'total',
  'Shopify',
  'OMS',
  'NetSuite',
  'shipped from',
];

/** Every order with where it ended in each of the three systems, then the verdict. */
export function resultTable(result: DemoResult): string {
  const rows = [HEADINGS, ...result.orders.map(row)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1), '', ...verdict(result)].join('\n');
}

function row(order: OrderResult): string[] {
  const { netsuite, shopify } = order;
  return [
    order.name,
    order.scenario,
    order.channel,
    `${shopify.total} ${shopify.currency}`,
    shopify.fulfillmentStatus,
    order.status,
    netsuiteCell(netsuite),
    netsuite.fulfillments.map(({ location }) => location).join(' + ') || '–',
  ];
}

function netsuiteCell({
  salesOrders,
  deposits,
  invoices,
  cashSales,
  refunds,
}: OrderResult['netsuite']): string {
  const parts = [
    ...salesOrders.map(({ status, total }) => `order ${status} ${total}`),
    deposits.length === 0 ? '' : `${deposits.length} deposit${deposits.length > 1 ? 's' : ''}`,
    ...invoices.map(({ status }) => `invoice ${status}`),
    ...refunds.map(({ amount }) => `refund ${amount}`),
    ...cashSales.map(({ total }) => `cash sale ${total}`),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function verdict({ ok, seconds, orders, reconciliation, failures }: DemoResult): string[] {
  const differences = reconciliation.differences.length;
  const books =
    differences === 0 ? 'the books agree' : `${differences} differences between the books`;
  const head = `${orders.length} orders in ${seconds.toFixed(1)} s: ${books}.`;
  return ok ? [head] : [head, ...failures.map((failure) => `✗ ${failure}`)];
}
