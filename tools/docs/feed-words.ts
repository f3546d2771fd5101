// What the contract's tables do not say about each feed: what a row is, what settles it, what can go wrong.
// The pages in docs/feeds are these words around the tables.

import type { ProblemCode } from '@sendsale/domain';

export interface FeedWords {
  /** What qualifies (out), or what a row tells (in). */
  readonly row: string;
  readonly settles: string;
  readonly goesWrong: readonly (readonly [ProblemCode, string])[];
}

/** A feed nobody wrote about yet; tests/tidy refuses the empty cells it leaves. */
export const NO_WORDS: FeedWords = { row: '', settles: '', goesWrong: [] };

const REFUSED = [
  'NETSUITE_ROW_REFUSED',
  'NetSuite refused the record; code and text come with the answer.',
] as const;
const SERVER = [
  'SFTP_UNREACHABLE',
  'The server is away: written files wait and are handed over when it is back.',
] as const;
const ID_CONFLICT = ['IDENTIFIER_CONFLICT', 'The record has another id already.'] as const;
const ORDER_UNKNOWN = [
  'FEED_ROW_ORDER_UNKNOWN',
  'The row names an order we do not have; it is tried again until we do.',
] as const;
const ROW_BAD = ['FEED_ROW_MALFORMED', 'A value is missing or of the wrong kind.'] as const;
const FILE_BAD = [
  'FEED_FILE_MALFORMED',
  'Cut off, other columns, no valid file: kept and set aside.',
] as const;
const NO_LOCATION = ['SETTING_MISSING', 'The facility has no NetSuite location.'] as const;
const NO_METHOD = [
  'PAYMENT_METHOD_UNMAPPED',
  'The gateway and DEFAULT are missing in NETSUITE_PMT_MTHD.',
] as const;
const NO_ITEM = [
  'ITEM_NOT_IN_NETSUITE',
  'A SKU of the order has no NetSuite item; its id comes with the product feed.',
] as const;
const POSTING_OBSTACLES = [
  ['CUSTOMER_MISSING', 'The order has no customer and the shop none for anonymous sales.'],
  ['SELLING_FACILITY_UNKNOWN', 'The till stands at a location that belongs to no facility.'],
  ['SETTING_MISSING', 'A mapping the details name has no value.'],
  ['PRODUCT_UNKNOWN', 'A line names a product we never downloaded.'],
  NO_ITEM,
] as const;

export const EXPORT_WORDS: Readonly<Record<string, FeedWords>> = {
  customer: {
    row: 'A customer of an order who has no NetSuite id and was never in this feed.',
    settles: 'The id in the customer-id feed, or an acknowledgement.',
    goesWrong: [REFUSED, SERVER],
  },
  'sales-order': {
    row: 'A line of a SALES_ORDER posting whose customer NetSuite has. All lines of an order are in one file, one after another.',
    settles:
      'The id in the order-id feed, or an acknowledgement; the line ids follow on their own.',
    goesWrong: [
      ...POSTING_OBSTACLES,
      ['ADDRESS_MISSING', 'The order ships and has no address.'],
      ['SHIPPING_METHOD_UNMAPPED', 'The shipping title or our method stands in no mapping.'],
      ['TOTAL_MISMATCH', 'The lines would not come to the total of the posting.'],
      REFUSED,
      SERVER,
    ],
  },
  'cash-sale': {
    row: 'A line of a CASH_SALE posting: what was carried out of the store, and nothing else.',
    settles: 'The id in the order-id feed (`-CashSaleExport.csv`), or an acknowledgement.',
    goesWrong: [...POSTING_OBSTACLES, REFUSED, SERVER],
  },
  'customer-deposit': {
    row: 'A payment share of a sales order that NetSuite has; one object each.',
    settles: 'The id in the deposit-id feed, or an acknowledgement.',
    goesWrong: [NO_METHOD, REFUSED, SERVER],
  },
  allocation: {
    row: 'The place that ships a line, when it is one NetSuite fulfills, or when the line moved away from one.',
    settles: 'An acknowledgement, or the fulfillment or rejection that follows.',
    goesWrong: [NO_LOCATION, REFUSED, SERVER],
  },
  'item-close': {
    row: 'A line that was cancelled after NetSuite had it.',
    settles: 'An acknowledgement.',
    goesWrong: [REFUSED, SERVER],
  },
  fulfillment: {
    row: 'An item a facility of the OMS shipped, with the shipment it left in.',
    settles: 'An acknowledgement, which names the item fulfillment.',
    goesWrong: [NO_LOCATION, REFUSED, SERVER],
  },
  'customer-refund': {
    row: 'Money given back from a deposit NetSuite has; one object each.',
    settles: 'An acknowledgement.',
    goesWrong: [NO_METHOD, REFUSED, SERVER],
  },
  'pos-return': {
    row: 'A return of goods of a cash sale or an invoiced order, with its items and the money given back; one object each.',
    settles: 'The id in the return-id feed, or an acknowledgement.',
    goesWrong: [
      ['SETTING_MISSING', 'The place of the goods or an item mapping has no value.'],
      NO_METHOD,
      NO_ITEM,
      REFUSED,
      SERVER,
    ],
  },
  'inventory-adjustment': {
    row: 'A variance a rejection left at a facility.',
    settles: 'An acknowledgement.',
    goesWrong: [NO_LOCATION, NO_ITEM, REFUSED, SERVER],
  },
};

export const IMPORT_WORDS: Readonly<Record<string, FeedWords>> = {
  'customer-id': {
    row: 'A customer of ours and the id NetSuite gave it.',
    settles: 'The row of the customer feed.',
    goesWrong: [['RECORD_UNKNOWN', 'We have no such customer.'], ID_CONFLICT, ROW_BAD, FILE_BAD],
  },
  'order-id': {
    row: 'A posting and the id of its sales order (`-SalesOrderExport.csv`) or cash sale (`-CashSaleExport.csv`).',
    settles: 'The row of the sales-order or cash-sale feed.',
    goesWrong: [ORDER_UNKNOWN, ID_CONFLICT, ROW_BAD, FILE_BAD],
  },
  'order-line-id': {
    row: 'A line of a sales order and the number NetSuite gave it. With all of them, the order can be approved.',
    settles: 'Nothing in the ledger; the line keeps its number.',
    goesWrong: [
      ORDER_UNKNOWN,
      ['ITEM_UNKNOWN', 'The order has no such line.'],
      ID_CONFLICT,
      ROW_BAD,
      FILE_BAD,
    ],
  },
  'deposit-id': {
    row: 'An order, a deposit, and the payment it was made for.',
    settles: 'The row of the customer-deposit feed.',
    goesWrong: [ORDER_UNKNOWN, ROW_BAD, FILE_BAD],
  },
  'rejected-item': {
    row: 'A line NetSuite’s warehouse cannot ship. It is repeated on every run; one that is no longer at NetSuite says nothing new.',
    settles: 'The open row of the allocation feed; the line is brokered again.',
    goesWrong: [ORDER_UNKNOWN, ROW_BAD, FILE_BAD],
  },
  'fulfillment-json': {
    row: 'One item fulfillment of NetSuite’s warehouse with its items.',
    settles: 'The open rows of the allocation feed; the items are Completed.',
    goesWrong: [
      ORDER_UNKNOWN,
      ['SHIPPED_AFTER_CANCELLATION', 'An item was cancelled here and shipped there.'],
      ROW_BAD,
      FILE_BAD,
    ],
  },
  'fulfillment-csv': {
    row: 'The same as fulfillment-json, one line an item, as the older published script writes it.',
    settles: 'The open rows of the allocation feed; telling it twice changes nothing.',
    goesWrong: [
      ORDER_UNKNOWN,
      ['SHIPPED_AFTER_CANCELLATION', 'An item was cancelled here and shipped there.'],
      ROW_BAD,
      FILE_BAD,
    ],
  },
  'product-id': {
    row: 'A SKU and the internal id of its item.',
    settles: 'Nothing in the ledger; orders that waited for the item go on.',
    goesWrong: [ROW_BAD, FILE_BAD],
  },
  inventory: {
    row: 'How many units of an item lie at a location. A snapshot older than the last one is ignored.',
    settles: 'Nothing in the ledger; unfillable items are brokered again.',
    goesWrong: [ROW_BAD, FILE_BAD],
  },
  'return-id': {
    row: 'A return of ours and the return authorization NetSuite made of it.',
    settles: 'The row of the pos-return feed.',
    goesWrong: [['RECORD_UNKNOWN', 'We have no such return.'], ID_CONFLICT, ROW_BAD, FILE_BAD],
  },
  'gift-card-fulfillment': {
    row: 'A gift card NetSuite’s people shipped, with its number.',
    settles: 'Nothing in the ledger; the card is kept with its order.',
    goesWrong: [ORDER_UNKNOWN, ROW_BAD, FILE_BAD],
  },
  kit: {
    row: 'A member of a kit and how many of it; a kit is taken as a whole.',
    settles: 'Nothing in the ledger.',
    goesWrong: [ROW_BAD, FILE_BAD],
  },
  'discount-item': {
    row: 'A discount item in use.',
    settles: 'Nothing in the ledger.',
    goesWrong: [ROW_BAD, FILE_BAD],
  },
  'discount-item-inactive': {
    row: 'A discount item that is not in use any more.',
    settles: 'Nothing in the ledger.',
    goesWrong: [ROW_BAD, FILE_BAD],
  },
  'cycle-count': {
    row: 'A cycle count of ours that NetSuite booked, with the adjustment it became.',
    settles: 'Nothing in the ledger; the count is booked.',
    goesWrong: [ROW_BAD, FILE_BAD],
  },
  'stock-change': {
    row: 'Stock that people adjusted in NetSuite: how many units more or less, where, and why.',
    settles: 'Nothing in the ledger; taking it twice changes nothing.',
    goesWrong: [ROW_BAD, FILE_BAD],
  },
  'audit-report': {
    row: 'A line of a new order as NetSuite has it, for people who compare. The file is kept; nothing follows from it.',
    settles: 'Nothing.',
    goesWrong: [ROW_BAD, FILE_BAD],
  },
  acknowledgement: {
    row: 'What became of one row we sent, named by its `rowId`; also the invoices NetSuite made (`invoice/<order>/1`).',
    settles: 'Any row of any feed: ACCEPTED is final, REFUSED may be followed by an acceptance.',
    goesWrong: [
      ['NETSUITE_ROW_REFUSED', 'The answer is a refusal; the problem stands at the order.'],
      ['RECORD_UNKNOWN', 'We sent no such row.'],
      ORDER_UNKNOWN,
      ROW_BAD,
      FILE_BAD,
    ],
  },
};

export const ERROR_FILE_WORDS: FeedWords = {
  row: 'A file NetSuite could not import, or an order whose record it refused. It names no rows, so every unanswered row it can mean is refused.',
  settles: 'Rows that are not answered yet, as REFUSED; a later acceptance still wins.',
  goesWrong: [
    ['NETSUITE_ROW_REFUSED', 'Always: that is what the file says. It resolves with an acceptance.'],
    FILE_BAD,
  ],
};
