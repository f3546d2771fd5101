// sendsale order list | show | approve | cancel | read

import type { OrderView } from '@sendsale/api';
import { Command } from 'commander';
import { printJson, printLine, printTable } from './print.ts';
import { withApi } from './with-api.ts';

export function orderCommand(): Command {
  const order = new Command('order').description('orders: list, show, approve, cancel, read');
  order
    .command('list')
    .description('the latest orders, where they stand and what they wait for')
    .option('--status <status>', 'CREATED, HOLD, APPROVED, COMPLETED or CANCELLED')
    .option('--limit <count>', 'how many', '50')
    .option('--json', 'print JSON')
    .action(listOrders);
  order
    .command('show')
    .description('one order with its items, its books and its timeline')
    .argument('<name>', 'its name ("#1001") or its id (M10001)')
    .option('--json', 'print JSON')
    .action(async (name: string, options: { json?: true }) => {
      const view = await withApi(async (api) => api.showOrder(name));
      if (options.json) printJson(view);
      else printOrder(view);
    });
  order
    .command('approve')
    .description('let an order go on without waiting for NetSuite')
    .argument('<name>')
    .action(async (name: string) => {
      const view = await withApi(async (api) => api.approveOrder(name));
      printLine(`${view.name} is ${view.status}.`);
    });
  order
    .command('cancel')
    .description('cancel what of an order has not left yet')
    .argument('<name>')
    .requiredOption('--reason <text>', 'why')
    .action(async (name: string, options: { reason: string }) => {
      const view = await withApi(async (api) => api.cancelOrder(name, options.reason));
      printLine(`${view.name} is ${view.status}.`);
    });
  order
    .command('read')
    .description('say how Shopify orders in files would be taken, one JSON a line')
    .argument(
      '<file...>',
      'GraphQL answers or REST/webhook bodies: one order, a list, or one a line',
    )
    .option('--json', 'print JSON (this is what it prints anyway)')
    .action(async (files: readonly string[]) => {
      const { readOrderFiles } = await import('./order-read.ts');
      readOrderFiles(files);
    });
  return order;
}

async function listOrders(options: { status?: string; limit: string; json?: true }): Promise<void> {
  const limit = Number(options.limit);
  const { status } = options;
  const orders = await withApi(async (api) =>
    api.listOrders({ limit, ...(status === undefined ? {} : { status }) }),
  );
  if (options.json) return printJson(orders);
  return printTable(
    ['order', 'id', 'channel', 'status', 'total', 'stage', 'waits for'],
    orders.map((order) => [
      order.name,
      order.id,
      order.channel,
      order.status,
      `${order.total} ${order.currency}`,
      order.stage,
      order.waitsFor ?? '',
    ]),
  );
}

function printOrder(order: OrderView): void {
  const { name, id, channel, status, total, currency } = order;
  printLine(`${name} (${id}), ${channel}, ${status}, ${total} ${currency}`);
  printLine(order.waitsFor === null ? '' : `waits for ${order.waitsFor}\n`);
  printTable(
    ['item', 'SKU', 'title', 'quantity', 'price', 'status', 'facility', 'posting'],
    order.items.map((item) => [
      item.seq,
      item.sku ?? '',
      item.title,
      String(item.quantity),
      item.unitPrice,
      item.status,
      item.facilityId ?? item.queue ?? '',
      item.postingId,
    ]),
  );
  printLine('');
  printTable(
    ['step', 'at', 'by', 'in'],
    order.timeline.map(({ step, at, actor, via }) => [step, at, actor, via]),
  );
  for (const { code, message, whatToDo } of order.problems) {
    printLine(`\n${code}: ${message}\n  ${whatToDo}`);
  }
}
