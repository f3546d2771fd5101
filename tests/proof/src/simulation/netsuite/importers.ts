// NetSuite's scripts that read: each makes records of one directory's files and answers every row.

import { openTotal } from './books.ts';
import type { Books, Plain, Sale } from './books.ts';
import { cents, field, readCsv, readObjects } from './text.ts';
import type { Row } from './text.ts';

export interface Verdict {
  readonly rowIds: readonly string[];
  readonly recordType: string;
  readonly externalId: string;
  /** The record's id, or why there is none. */
  readonly result: { readonly internalId: string } | { readonly code: string };
}

export interface Importer {
  readonly feed: string;
  readonly directory: string;
  readonly matches: (name: string) => boolean;
  /** The units of a file: what becomes one record, in order. Throws when the file is not whole. */
  readonly units: (text: string) => readonly Unit[];
}

export interface Unit {
  readonly rowIds: readonly string[];
  readonly recordType: string;
  readonly externalId: string;
  /** What its rows say, to see whether a row is ever sent with other content. */
  readonly content: string;
  readonly make: (books: Books) => Verdict['result'];
}

const REFUSED = (code: string) => ({ code });

export const IMPORTERS: Readonly<Record<string, Importer>> = {
  HC_SC_ImportCustomer: csv(
    { feed: 'customer', directory: 'customer/export', key: 'externalId' },
    (rows) => {
      const externalId = rows[0]?.['externalId'] ?? '';
      return (books) => {
        books.parties.set(externalId, rows[0]?.['HCCustomerId'] ?? '');
        return plain(books, { kind: 'CUSTOMER', externalId, saleId: '', amountCents: 0 });
      };
    },
  ),
  HC_importSalesOrders: csv(
    { feed: 'sales-order', directory: 'salesorder/export', key: 'externalId' },
    (rows) => (books) => sale(books, 'SALES_ORDER', rows),
  ),
  HC_SC_ImportCashSale: csv(
    { feed: 'cash-sale', directory: 'cashsale/export', key: 'externalId' },
    (rows) => (books) => sale(books, 'CASH_SALE', rows),
  ),
  HC_SC_UpdateSalesOrders: {
    ...csv(
      { feed: 'allocation', directory: 'salesorder/update', key: 'internalId' },
      (rows) => (books) => update(books, rows),
    ),
    matches: (name) => name.endsWith('.csv') && !name.startsWith('fulfilledOrderItemsFeed_'),
  },
  HC_SC_CreateItemFulfillment: {
    ...csv(
      { feed: 'fulfillment', directory: 'salesorder/update', key: 'shipmentId' },
      (rows) => (books) => fulfill(books, rows),
    ),
    matches: (name) => name.startsWith('fulfilledOrderItemsFeed_'),
  },
  HC_SC_ImportInventoryAdjustment: csv(
    { feed: 'inventory-adjustment', directory: 'inventoryadjustment/csv', key: 'externalId' },
    (rows) => {
      const externalId = rows[0]?.['externalId'] ?? '';
      const amountCents = Number(rows[0]?.['Adjust Qty By'] ?? '0');
      return (books) => plain(books, { kind: 'ADJUSTMENT', externalId, saleId: '', amountCents });
    },
  ),
  HC_MR_CreateCustomerDeposit: json('customer-deposit', 'salesorder/customerdeposit', (entry) => ({
    externalId: field(entry, 'externalId'),
    make: (books) => deposit(books, entry),
  })),
  HC_SC_CreateCustomerRefund: json('customer-refund', 'salesorder/customer-refund', (entry) => ({
    externalId: field(entry, 'external_id'),
    make: (books) => refund(books, entry),
  })),
  HC_SC_CreatePOSReturn: json('pos-return', 'pos-return', (entry) => ({
    externalId: field(entry, 'hc_external_id'),
    make: (books) => giveBack(books, entry),
  })),
};

type Make = Unit['make'];

interface CsvFeed {
  readonly feed: string;
  readonly directory: string;
  /** The column whose value makes rows one record. */
  readonly key: string;
}

function csv(
  { feed, directory, key: column }: CsvFeed,
  maker: (rows: readonly Row[]) => Make,
): Importer {
  return {
    feed,
    directory,
    matches: (name) => name.endsWith('.csv'),
    units: (text) => {
      const groups = new Map<string, Row[]>();
      for (const [index, row] of readCsv(text).entries()) {
        // One parcel may carry goods of two sales orders: a record is of one of them.
        const name = column === 'shipmentId' ? `${row['internalId']}.${row[column]}` : row[column];
        const key = (name ?? '') === '' ? `#${index}` : (name ?? '');
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
      return [...groups].map(([key, rows]) => ({
        rowIds: [...new Set(rows.map((row) => row['rowId'] ?? ''))],
        recordType: feed,
        externalId: key,
        content: JSON.stringify(rows),
        make: maker(rows),
      }));
    },
  };
}

type Entry = Readonly<Record<string, unknown>>;

function json(
  feed: string,
  directory: string,
  read: (entry: Entry) => { readonly externalId: string; readonly make: Make },
): Importer {
  return {
    feed,
    directory,
    matches: (name) => name.endsWith('.json'),
    units: (text) =>
      readObjects(text).map((entry) => ({
        rowIds: [field(entry, 'rowId')],
        recordType: feed,
        content: JSON.stringify(entry),
        ...read(entry),
      })),
  };
}

function plain(books: Books, record: Omit<Plain, 'id' | 'isTold'>): Verdict['result'] {
  const there = books.plainBy(record.kind, record.externalId);
  if (there !== undefined) return { internalId: there.id };
  const made = { ...record, id: books.newId(), isTold: false };
  books.plain.push(made);
  return { internalId: made.id };
}

function sale(books: Books, kind: Sale['kind'], rows: readonly Row[]): Verdict['result'] {
  const [head = {}] = rows;
  const externalId = head['externalId'] ?? '';
  const there = books.saleByExternalId(kind, externalId);
  if (there !== undefined) return { internalId: there.id };
  if ((head['customer'] ?? '') === '') return REFUSED('CUSTOMER_MISSING');
  const made: Sale = {
    id: books.newId(),
    kind,
    externalId,
    postingId: head['HCOrderId'] ?? '',
    shopifyId: head['HCShopifySalesOrderId'] ?? head['HCShopifyPOSOrderId'] ?? '',
    customer: head['customer'] ?? '',
    lines: rows.map((row, index) => ({
      line: index + 1,
      key: row['orderLineId'] ?? '',
      type: (row['orderLineTypeId'] ?? '') === '' ? 'ITEM' : (row['orderLineTypeId'] ?? ''),
      quantity: Number(row['quantity']),
      rate: cents(row['price'] ?? ''),
      closed: row['closed'] === 'true',
      location: row['itemLocation'] ?? '',
      shipped: 0,
    })),
    shippingCents: cents(head['shippingCost'] ?? '0'),
    discountCents: cents(head['rate'] === '' ? '0' : (head['rate'] ?? '0')),
    totalCents: 0,
    isTold: false,
    areLinesTold: false,
  };
  const lines = made.lines.reduce((sum, line) => sum + line.rate * line.quantity, 0);
  books.sales.push({ ...made, totalCents: lines + made.shippingCents + made.discountCents });
  return { internalId: made.id };
}

function update(books: Books, rows: readonly Row[]): Verdict['result'] {
  const order = books.sale(rows[0]?.['internalId'] ?? '');
  if (order === undefined) return REFUSED('RCRD_DSNT_EXIST');
  for (const row of rows) {
    const line = order.lines.find((one) => String(one.line) === row['lineId']);
    if (line === undefined) return REFUSED('LINE_NOT_FOUND');
    if (row['clearLocation'] === 'true') line.location = '';
    if ((row['location'] ?? '') !== '') line.location = row['location'] ?? '';
    if ((row['price'] ?? '') !== '') line.rate = cents(row['price'] ?? '');
    if (row['closed'] === 'true') line.closed = true;
  }
  return { internalId: order.id };
}

function fulfill(books: Books, rows: readonly Row[]): Verdict['result'] {
  const [head = {}] = rows;
  const externalId = `${head['internalId']}.${head['shipmentId']}`;
  const there = books.shipmentBy(externalId);
  if (there !== undefined) return { internalId: there.id };
  const order = books.sale(head['internalId'] ?? '');
  if (order === undefined) return REFUSED('RCRD_DSNT_EXIST');
  const lines = rows.map((row) => order.lines.find((one) => String(one.line) === row['lineId']));
  if (lines.some((line) => line === undefined || line.closed || line.shipped >= line.quantity)) {
    return REFUSED('LINE_NOT_SHIPPABLE');
  }
  for (const line of lines) if (line !== undefined) line.shipped += line.quantity;
  const shipment = {
    id: books.newId(),
    externalId,
    saleId: order.id,
    lines: lines.flatMap((line) => (line === undefined ? [] : [line.line])),
    location: head['location'] ?? '',
    isTold: true,
  };
  books.shipments.push(shipment);
  return { internalId: shipment.id };
}

function deposit(books: Books, entry: Entry): Verdict['result'] {
  const externalId = field(entry, 'externalId');
  const there = books.moneyBy('DEPOSIT', externalId);
  const order = books.sale(field(entry, 'orderId'));
  if (there !== undefined) return { internalId: there.id };
  if (order === undefined) return REFUSED('RCRD_DSNT_EXIST');
  return money(books, {
    kind: 'DEPOSIT',
    externalId,
    saleId: order.id,
    text: field(entry, 'totalAmount'),
  });
}

function refund(books: Books, entry: Entry): Verdict['result'] {
  const externalId = field(entry, 'external_id');
  const there = books.moneyBy('REFUND', externalId);
  if (there !== undefined) return { internalId: there.id };
  const source = books.moneyBy('DEPOSIT', field(entry, 'parent_ref_id'));
  if (source === undefined) return REFUSED('DEPOSIT_NOT_FOUND');
  const { saleId } = source;
  return money(books, { kind: 'REFUND', externalId, saleId, text: field(entry, 'refund_amount') });
}

function giveBack(books: Books, entry: Entry): Verdict['result'] {
  const externalId = field(entry, 'hc_external_id');
  const there = books.plainBy('RETURN', externalId);
  if (there !== undefined) return { internalId: there.id };
  const order = books.sale(field(entry, 'order_id'));
  if (order === undefined) return REFUSED('RCRD_DSNT_EXIST');
  const amountCents = Math.round(Number(field(entry, 'pos_return_total')) * 100);
  const payments = Array.isArray(entry['payment_list']) ? (entry['payment_list'] as Entry[]) : [];
  for (const payment of payments) {
    const paid = { externalId: field(payment, 'external_id'), text: field(payment, 'amount') };
    money(books, { kind: 'RETURN_REFUND', saleId: order.id, ...paid });
  }
  return plain(books, { kind: 'RETURN', externalId, saleId: order.id, amountCents });
}

function money(
  books: Books,
  made: {
    readonly kind: 'DEPOSIT' | 'REFUND' | 'RETURN_REFUND';
    readonly externalId: string;
    readonly saleId: string;
    readonly text: string;
  },
): Verdict['result'] {
  const { kind, externalId, saleId, text } = made;
  const id = books.newId();
  books.money.push({ id, kind, externalId, saleId, amountCents: cents(text), isTold: false });
  return { internalId: id };
}

/** Bills what is shipped or closed as a whole. @returns the invoices that are new */
export function billShipped(books: Books): { readonly sale: Sale; readonly id: string }[] {
  const ready = books.sales.filter((sale) => {
    if (sale.kind !== 'SALES_ORDER') return false;
    const goods = sale.lines.filter((line) => line.type === 'ITEM');
    const isDone = goods.every((line) => line.closed || line.shipped >= line.quantity);
    return isDone && goods.some((line) => line.shipped > 0);
  });
  return ready
    .filter((sale) => books.moneyBy('INVOICE', `INV-${sale.id}`) === undefined)
    .map((sale) => {
      const externalId = `INV-${sale.id}`;
      const amountCents = openTotal(sale);
      const id = books.newId();
      books.money.push({
        id,
        kind: 'INVOICE',
        externalId,
        saleId: sale.id,
        amountCents,
        isTold: false,
      });
      return { sale, id };
    });
}
