// What NetSuite's own records say of each order, found by the order id they carry and by their links.

import { formatMinor, parseMinor } from '@sendsale/std';
import { SHOP } from '../retailer/shop-seed.ts';
import type { NetsuiteAccount, Stored } from '../wire/netsuite-account.ts';
import type { NetsuiteBooks } from './result.ts';

const TYPES = [
  'salesorder',
  'customerdeposit',
  'itemfulfillment',
  'invoice',
  'cashsale',
  'customerrefund',
  'creditmemo',
  'location',
] as const;
type Records = Record<(typeof TYPES)[number], Stored[]>;

/** The books of every order, by the OMS order id; an order without records has none. */
export async function readNetsuite(
  account: NetsuiteAccount,
): Promise<(orderId: string) => NetsuiteBooks> {
  const lists = await Promise.all(
    TYPES.map(async (type) => [type, await account.records(type)] as const),
  );
  // Object.fromEntries forgets the keys' types.
  const records = Object.fromEntries(lists) as Records;
  return (orderId) => booksOf(records, orderId);
}

function booksOf(records: Records, orderId: string): NetsuiteBooks {
  // M10001, M10001-C, and M10001-E1 and the like for what was added after it was booked.
  const isOf = (record: Stored): boolean =>
    text(record, 'custbody_hc_order_id').split('-', 1)[0] === orderId;
  const orders = records.salesorder.filter(isOf);
  const orderIds = new Set(orders.map(({ id }) => id));
  const deposits = records.customerdeposit.filter((deposit) =>
    orderIds.has(text(deposit, 'salesorder')),
  );
  const depositIds = new Set(deposits.map(({ id }) => id));
  const from = (record: Stored): boolean => orderIds.has(text(record, 'createdfrom'));
  return {
    salesOrders: orders.map(headline),
    deposits: deposits.map((record) => ({ ...named(record), amount: money(record, 'payment') })),
    fulfillments: records.itemfulfillment.filter(from).map((record) => ({
      ...named(record),
      location: locationOf(records, record),
      tracking: text(record, 'trackingnumbers'),
    })),
    invoices: records.invoice.filter(from).map(headline),
    cashSales: records.cashsale.filter(isOf).map(headline),
    refunds: records.customerrefund
      .filter((refund) => isOf(refund) || refundsOneOf(refund, depositIds))
      .map((record) => ({ id: record.id, amount: money(record, 'total') })),
    credits: records.creditmemo
      .filter(isOf)
      .map((record) => ({ id: record.id, amount: money(record, 'total') })),
  };
}

function headline(record: Stored): { id: string; status: string; total: string } {
  return { ...named(record), total: money(record, 'total') };
}

function named(record: Stored): { id: string; status: string } {
  return { id: record.id, status: record.statusText ?? '' };
}

function locationOf({ location }: Records, fulfillment: Stored): string {
  const ids = new Set((fulfillment.sublists['item'] ?? []).map((line) => asText(line['location'])));
  return location
    .filter(({ id }) => ids.has(id))
    .map((place) => text(place, 'externalid'))
    .join(' + ');
}

function refundsOneOf(refund: Stored, depositIds: ReadonlySet<string>): boolean {
  const lines = refund.sublists['deposit'] ?? [];
  return lines.some((line) => line['apply'] === true && depositIds.has(asText(line['doc'])));
}

function text(record: Stored, field: string): string {
  return asText(record.fields[field]);
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function money(record: Stored, field: string): string {
  const minor = parseMinor(text(record, field), SHOP.currency);
  return minor === null ? text(record, field) : formatMinor(minor, SHOP.currency);
}
