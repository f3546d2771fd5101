// The table the demo ends with.

import type { NamedDifference, NamedResult } from '../result/named-differences.ts';
import type { OrderResult } from '../result/result.ts';

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
export function resultTable(result: NamedResult): string {
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

function verdict(result: NamedResult): string[] {
  const { seconds, orders, reconciliation, failures, differences } = result;
  const count = reconciliation.differences.length;
  const books = count === 0 ? 'the books agree' : `${count} differences between the books`;
  return [
    `${orders.length} orders in ${seconds.toFixed(1)} s: ${books}.`,
    ...(differences.length === 0 ? [] : ['', 'What this bundle does not do:']),
    ...differences.flatMap(differenceLines),
    ...failures.map((failure) => `✗ ${failure}`),
  ];
}

const SHOWN = 3;

function differenceLines({ name, meaning, shown }: NamedDifference): string[] {
  const more = shown.length - SHOWN;
  return [
    `≠ ${name}: ${meaning}`,
    ...shown.slice(0, SHOWN).map((sentence) => `    ${sentence}`),
    ...(more > 0 ? [`    … and ${more} more`] : []),
  ];
}
