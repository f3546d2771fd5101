// The invariants I1 to I9, judged by what Shopify knows, what NetSuite has booked and what the open problems
// say. It knows nothing of how the product works.

import type { OrderView } from '@sendsale/simulator-shopify';
import { openProblems } from '@sendsale/store/read';
import type { ListedProblem } from '@sendsale/store/read';
import type { Money, Plain, Sale } from './netsuite/books.ts';
import { cents, decimal } from './netsuite/text.ts';
import type { World } from './world.ts';

export interface Violation {
  readonly invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9';
  readonly message: string;
}

interface Found {
  readonly order: OrderView;
  readonly sales: readonly Sale[];
  readonly money: readonly Money[];
  /** Goods that came back, at what the customer got for them: in money, or in other goods. */
  readonly returns: readonly Plain[];
  readonly problems: readonly ListedProblem[];
}

export async function check(world: World, drained: boolean): Promise<Violation[]> {
  const { books, rowContents, torn } = world.netsuite;
  const problems = await openProblems(world.server.worker.place.kysely, {});
  const found = (await world.shopify.orders()).map((order): Found => {
    const sales = books.sales.filter((sale) => sale.shopifyId === order.legacyId);
    const ids = new Set(sales.map((sale) => sale.id));
    return {
      order,
      sales,
      money: books.money.filter((one) => ids.has(one.saleId)),
      returns: books.plain.filter((one) => one.kind === 'RETURN' && ids.has(one.saleId)),
      problems: problems.filter(
        (one) => one.orderName === order.name || one.subject.endsWith(`/${order.legacyId}`),
      ),
    };
  });
  return [
    ...(drained ? [] : [violation('I9', 'Work goes on after the faults have stopped.')]),
    ...found.flatMap((one) => checkOrder(world, one)),
    ...twice(books.sales.map((one) => `${one.kind} ${one.postingId}`)),
    ...twice(books.plain.map((one) => `${one.kind} ${one.externalId}`)),
    ...twice(books.money.map((one) => `${one.kind} ${one.externalId} of ${one.saleId}`)),
    ...torn.map((file) => violation('I7', `NetSuite read a torn file: ${file}`)),
    ...[...rowContents]
      .filter(([, contents]) => contents.size > 1)
      .map(([rowId]) => violation('I7', `Row ${rowId} was sent with different content.`)),
  ];
}

function violation(invariant: Violation['invariant'], message: string): Violation {
  return { invariant, message };
}

function twice(names: readonly string[]): Violation[] {
  const seen = new Set<string>();
  return names
    .filter((name) => seen.size === seen.add(name).size)
    .map((name) => violation('I1', `NetSuite has ${name} twice.`));
}

function checkOrder(world: World, found: Found): Violation[] {
  return [
    ...onlyOneBook(found),
    ...neverTooMuch(world, found),
    // A problem in the inbox says what is missing: then it is not lost (I6).
    ...(found.problems.length > 0 ? [] : [...isBooked(found), ...moneyAgrees(found)]),
  ];
}

/** I1: an order that has money is in NetSuite. */
function isBooked({ order, sales }: Found): Violation[] {
  if (sales.length > 0 || order.cancelledAt !== null) return [];
  if (order.lines.every((line) => line.currentQuantity === 0)) return [];
  return [violation('I1', `${order.name} is not in NetSuite, and no problem says why.`)];
}

/** I4: a unit of goods is a line of one record. */
function onlyOneBook({ order, sales }: Found): Violation[] {
  const keys = sales.flatMap((sale) =>
    sale.lines.filter((line) => line.type === 'ITEM').map((line) => line.key),
  );
  const seen = new Set<string>();
  return keys
    .filter((key) => seen.size === seen.add(key).size)
    .map((key) => violation('I4', `Line ${key} of ${order.name} is booked in two records.`));
}

/** I5: nothing is shipped that was not ordered, in either system. */
function neverTooMuch(world: World, { order, sales }: Found): Violation[] {
  const { shipments } = world.netsuite.books;
  const shopify = order.lines
    .filter((line) => line.fulfilledQuantity > line.quantity)
    .map((line) => violation('I5', `${order.name}: more of ${line.sku} fulfilled than ordered.`));
  const netsuite = sales.flatMap((sale) => {
    const lines = shipments.filter((one) => one.saleId === sale.id).flatMap((one) => one.lines);
    return twiceIn(lines).map((line) =>
      violation('I5', `Line ${line} of sales order ${sale.id} (${order.name}) is shipped twice.`),
    );
  });
  return [...shopify, ...netsuite];
}

function twiceIn(numbers: readonly number[]): number[] {
  const seen = new Set<number>();
  return numbers.filter((one) => seen.size === seen.add(one).size);
}

/** I2 and I3: to the cent. */
function moneyAgrees({ order, sales, money, returns }: Found): Violation[] {
  const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  const of = (...kinds: Money['kind'][]): number =>
    sum(money.filter((one) => kinds.includes(one.kind)).map((one) => one.amountCents));
  const kept = cents(order.received) - cents(order.refunded);
  const cash = sum(sales.filter((one) => one.kind === 'CASH_SALE').map((one) => one.totalCents));
  const back = sum(returns.map((one) => one.amountCents));
  const held = of('DEPOSIT') + cash - of('REFUND') - back;
  const found: Violation[] = [];
  const isPaid = cents(order.outstanding) === 0;
  if (held !== kept && isPaid) {
    const text = `${order.name}: Shopify kept ${decimal(kept)}, NetSuite ${decimal(held)}.`;
    found.push(violation('I2', text));
  }
  const isPlain = order.refunds.length === 0 && !order.edited && order.cancelledAt === null;
  const booked = sum(sales.map((one) => one.totalCents));
  if (isPlain && booked !== cents(order.total)) {
    const text = `${order.name}: Shopify says ${order.total}, NetSuite ${decimal(booked)}.`;
    found.push(violation('I3', text));
  }
  return found;
}
