// Each way the books can disagree is named, with its record; books that agree are left alone.

import { defined } from '@sendsale/std';
import { describe, expect, it } from 'vitest';
import type { NetsuiteBook, OmsBook, ShopifyBook } from './books.ts';
import { compareBooks } from './compare-books.ts';
import type { ThreeBooks } from './compare-books.ts';
import { isBeyondLimit, judgeDifferences } from './judge-differences.ts';
import { differenceOf, orderFigures } from './order-figures.ts';
import { omsBook } from './oms-book.ts';
import type { BookRows } from './oms-book.ts';

const AT = new Date('2026-11-23T12:00:00Z');

// A mixed order: a shirt carried out for 20.00 + 1.78 tax, a coat sent for 100.00 + 8.88 + 9.95 shipping.
const ROWS: BookRows = {
  shopId: 'shop',
  shopifyId: '7000',
  orderId: 'M10001',
  name: '#1001',
  currency: 'USD',
  status: 'COMPLETED',
  orderedAt: AT,
  changedAt: AT,
  total: 14061,
  received: [
    {
      id: '9001',
      gateway: 'shopify_payments',
      amount: 14061,
      shares: [
        { postingId: 'M10001-C', amount: 2178 },
        { postingId: 'M10001', amount: 11883 },
      ],
    },
  ],
  refunded: [],
  items: [
    item({ seq: '00001', postingId: 'M10001-C', shopifyLineId: '1', unitPrice: 2000 }),
    item({
      seq: '00002',
      postingId: 'M10001',
      shopifyLineId: '2',
      unitPrice: 10000,
      shipped: true,
    }),
  ],
  adjustments: [
    { postingId: 'M10001-C', itemSeq: '00001', kind: 'TAX', amount: 178 },
    { postingId: 'M10001', itemSeq: '00002', kind: 'TAX', amount: 888 },
    { postingId: 'M10001', itemSeq: null, kind: 'SHIPPING', amount: 995 },
  ],
  postings: [
    { id: 'M10001', kind: 'SALES_ORDER', netsuiteId: '3', invoiceIds: [] },
    { id: 'M10001-C', kind: 'CASH_SALE', netsuiteId: '4', invoiceIds: [] },
  ],
  returns: [],
  refundCharges: [],
  sent: [
    {
      feed: 'customer-deposit',
      subject: 'M10001.9001',
      state: 'ACCEPTED',
      remoteId: '5',
      code: null,
      message: null,
    },
  ],
};

function item(parts: Partial<BookRows['items'][number]>): BookRows['items'][number] {
  return {
    seq: '00001',
    postingId: 'M10001',
    shopifyLineId: '1',
    quantity: 1,
    unitPrice: 0,
    status: 'COMPLETED',
    returned: 0,
    shipped: false,
    ...parts,
  };
}

const SHOPIFY: ShopifyBook = {
  shopId: 'shop',
  shopifyId: '7000',
  name: '#1001',
  currency: 'USD',
  orderedAt: AT,
  cancelled: false,
  total: 14061,
  removedShipping: 0,
  current: 14061,
  received: [{ id: '9001', gateway: 'shopify_payments', amount: 14061 }],
  refunded: [],
  lines: [
    { lineId: '1', units: 1, current: 1 },
    { lineId: '2', units: 1, current: 1 },
  ],
};

const EMPTY = {
  salesOrders: [],
  cashSales: [],
  deposits: [],
  refunds: [],
  invoices: [],
  credits: [],
  fulfillments: [],
};
const line = (key: string, amount: number, type = '') => ({
  key,
  type,
  quantity: 1,
  amount,
  closed: false,
});
const ORDER: NetsuiteBook = {
  ...EMPTY,
  postingId: 'M10001',
  salesOrders: [
    {
      id: '3',
      externalId: '7000',
      status: 'Billed',
      amount: 11883,
      lines: [line('00002', 10000), line('TAX', 888, 'HC_TAX')],
    },
  ],
  deposits: [{ id: '5', externalId: '9001', status: 'Fully Applied', amount: 11883 }],
  invoices: [{ id: '6', externalId: '', status: 'Paid In Full', amount: 11883, open: 0 }],
  fulfillments: [{ id: '7', status: 'Shipped', lines: [{ key: '00002', quantity: 1 }] }],
};
const SALE: NetsuiteBook = {
  ...EMPTY,
  postingId: 'M10001-C',
  cashSales: [
    {
      id: '4',
      externalId: '7000-C',
      status: 'Deposited',
      amount: 2178,
      lines: [line('00001', 2000), line('TAX', 178, 'HC_TAX')],
    },
  ],
};

const first = <T>(list: readonly T[]): T => defined(list[0], 'The list has a first one.');
const SOLD = first(ORDER.salesOrders);
const LINES = defined(SOLD.lines, 'The sales order has lines.');

interface Parts {
  readonly shopify?: Partial<ShopifyBook> | null;
  readonly oms?: Partial<BookRows> | null;
  readonly order?: Partial<NetsuiteBook> | null;
  readonly sale?: Partial<NetsuiteBook> | null;
}

function books({ shopify = {}, oms = {}, order = {}, sale = {} }: Parts = {}): ThreeBooks {
  const ours: OmsBook | null = oms === null ? null : omsBook({ ...ROWS, ...oms });
  const theirs = [
    ...(order === null ? [] : [{ ...ORDER, ...order }]),
    ...(sale === null ? [] : [{ ...SALE, ...sale }]),
  ];
  return {
    shopify: shopify === null ? null : { ...SHOPIFY, ...shopify },
    oms: ours,
    netsuite: new Map(theirs.map((book) => [book.postingId, book])),
  };
}

const found = (parts: Parts): string[] =>
  compareBooks(books(parts)).map(({ code, record }) => `${code} ${record}`);

describe('compareBooks', () => {
  it('finds nothing where the three books agree, and all measures are equal', () => {
    expect(compareBooks(books())).toEqual([]);
    const figures = orderFigures(books(), []);
    expect(figures.map(differenceOf)).toEqual([0, 0, 0, 0]);
    expect(figures.map(({ netsuite }) => netsuite)).toEqual([14061, 14061, 0, 14061]);
  });

  const cases: ReadonlyArray<readonly [title: string, parts: Parts, expected: readonly string[]]> =
    [
      ['an order nobody downloaded', { oms: null }, ['ORDER_NOT_IN_OMS order #1001']],
      ['an order Shopify lost', { shopify: null }, ['ORDER_NOT_IN_SHOPIFY order #1001']],
      [
        'a total that moved',
        { shopify: { total: 14062, current: 14062 } },
        ['TOTAL_DIFFERS order #1001', 'SALES_DIFFER order #1001'],
      ],
      [
        'a unit taken off in Shopify only',
        {
          shopify: {
            lines: [
              { lineId: '1', units: 1, current: 1 },
              { lineId: '2', units: 1, current: 0 },
            ],
          },
        },
        ['UNITS_DIFFER line 2'],
      ],
      [
        'a payment of another amount',
        { oms: { received: [] } },
        ['PAYMENT_DIFFERS transaction 9001', 'DEPOSIT_UNKNOWN deposit 5'],
      ],
      ['a lost sales order', { order: null }, ['SALES_ORDER_MISSING sales order M10001']],
      ['a lost cash sale', { sale: null }, ['CASH_SALE_MISSING cash sale M10001-C']],
      [
        'a cash sale booked twice',
        { sale: { cashSales: [...SALE.cashSales, { ...first(SALE.cashSales), id: '44' }] } },
        ['CASH_SALE_TWICE cash sale 44'],
      ],
      [
        'a send sale in the other book too',
        { order: { cashSales: SALE.cashSales } },
        ['IN_OTHER_BOOK cash sale 4'],
      ],
      ['a lost invoice', { order: { invoices: [] } }, ['INVOICE_MISSING invoice of M10001']],
      [
        'an invoice a cent off',
        { order: { invoices: [{ ...first(ORDER.invoices), amount: 11882 }] } },
        ['INVOICE_DIFFERS invoice of M10001'],
      ],
      [
        'an invoice twice',
        { order: { invoices: [...ORDER.invoices, { ...first(ORDER.invoices), id: '66' }] } },
        ['INVOICE_DIFFERS invoice of M10001'],
      ],
      ['a lost deposit', { order: { deposits: [] } }, ['DEPOSIT_MISSING deposit 9001 of M10001']],
      [
        'a deposit nobody paid',
        {
          order: {
            deposits: [...ORDER.deposits, { ...first(ORDER.deposits), id: '55', externalId: '' }],
          },
        },
        ['DEPOSIT_UNKNOWN deposit 55'],
      ],
      [
        'a lost fulfillment',
        { order: { fulfillments: [] } },
        ['FULFILLMENT_MISSING fulfillment of line M10001.00002'],
      ],
      [
        'a line added in NetSuite',
        {
          order: {
            salesOrders: [{ ...SOLD, amount: 12883, lines: [...LINES, line('', 1000)] }],
          },
        },
        ['SALE_TOTAL_DIFFERS sales order 3', 'LINE_UNKNOWN line M10001.without an id'],
      ],
      [
        'a line closed in NetSuite',
        {
          order: {
            salesOrders: [
              {
                ...SOLD,
                lines: [{ ...line('00002', 10000), closed: true }, line('TAX', 888, 'HC_TAX')],
              },
            ],
          },
        },
        ['LINE_CLOSED line M10001.00002'],
      ],
      [
        'an amount nobody can read',
        { order: { invoices: [{ ...first(ORDER.invoices), amount: Number.NaN }] } },
        ['INVOICE_DIFFERS invoice of M10001'],
      ],
    ];
  it.each(cases)('names %s', (_, parts, expected) => {
    expect(found(parts)).toEqual(expected);
  });

  it('says what the ledger knows of a record that is not there', () => {
    const [lost] = compareBooks(books({ order: { deposits: [] } }));
    expect(lost).toMatchObject({
      cause: 'NetSuite took it as 5; it was deleted or changed there since.',
      travels: false,
    });
    const sent = [
      { ...first(ROWS.sent), state: 'REFUSED' as const, code: 'NO', message: 'closed' },
    ];
    const [refused] = compareBooks(books({ oms: { sent }, order: { deposits: [] } }));
    expect(refused?.cause).toBe('NetSuite refused it: NO closed');
    const [waits] = compareBooks(books({ oms: { sent: [] }, order: { deposits: [] } }));
    expect(waits).toMatchObject({ cause: 'Not sent yet.', travels: true });
  });

  it('wants the deposit of a cancelled order given back, and its lines closed', () => {
    const cancelled: Parts = {
      shopify: {
        cancelled: true,
        current: 0,
        lines: (SHOPIFY.lines ?? []).map((one) => ({ ...one, current: 0 })),
        refunded: [{ id: '9002', gateway: 'shopify_payments', amount: 11883 }],
      },
      oms: {
        status: 'CANCELLED',
        total: 14061,
        items: ROWS.items.map((one) => ({ ...one, status: 'CANCELLED', shipped: false })),
        refunded: [
          {
            id: '9002',
            gateway: 'shopify_payments',
            amount: 11883,
            shares: [{ postingId: 'M10001', amount: 11883 }],
          },
        ],
      },
      order: { invoices: [], fulfillments: [] },
      sale: {},
    };
    const codes = compareBooks(books(cancelled)).map(({ code }) => code);
    expect(codes).toContain('REFUND_MISSING');
    expect(codes).toContain('LINE_NOT_CLOSED');
  });
});

describe('a change that is on its way to NetSuite', () => {
  const invoice = { ...first(ORDER.invoices), amount: 11000 };
  const parts = (state: 'HANDED_OVER' | 'ACCEPTED'): Parts => ({
    oms: {
      sent: [
        ...ROWS.sent,
        { ...first(ROWS.sent), feed: 'item-close', subject: 'M10001.TAX.AMOUNT', state },
      ],
    },
    order: { invoices: [invoice] },
  });
  const kindOf = (state: 'HANDED_OVER' | 'ACCEPTED') =>
    judgeDifferences(
      compareBooks(books(parts(state))),
      { varianceLimit: 0, graceMs: 60_000 },
      { at: AT, changedAt: AT },
    ).map(({ code, kind }) => [code, kind]);

  it('makes another amount there no difference, until NetSuite has answered', () => {
    expect(kindOf('HANDED_OVER')).toEqual([['INVOICE_DIFFERS', 'PENDING']]);
    expect(kindOf('ACCEPTED')).toEqual([['INVOICE_DIFFERS', 'DIFFERENCE']]);
  });
});

describe('shipping of goods that were all given up', () => {
  const oms = {
    items: [first(ROWS.items), item({ ...ROWS.items[1], status: 'CANCELLED', shipped: false })],
  };
  const lines = (SHOPIFY.lines ?? []).map((one) =>
    one.lineId === '2' ? { ...one, current: 0 } : one,
  );
  const standing = (refundCharges: BookRows['refundCharges']) => (current: number) =>
    compareBooks(books({ oms: { ...oms, refundCharges }, shopify: { lines, current } })).filter(
      ({ code }) => code === 'SALES_DIFFER',
    );

  it('stands while it is kept, and is taken off once when it is given back', () => {
    expect(standing([])(2178 + 995)).toEqual([]);
    expect(standing([{ shipping: 995, difference: 0 }])(2178)).toEqual([]);
  });
});

describe('an exchange', () => {
  // The shirt came back for another one of the same price: its credit pays for it, no money moves.
  const exchanged: Parts = {
    oms: {
      returns: [
        {
          id: 'R10001',
          postingId: 'M10001-C',
          goods: 2000,
          tax: 178,
          shipping: 0,
          beyond: 0,
          isExchange: true,
          paid: 0,
        },
      ],
    },
    sale: {
      credits: [
        {
          id: '8',
          externalId: 'R10001-CM',
          status: '',
          amount: 2178,
          returnId: 'R10001',
          openForExchange: 0,
        },
      ],
      refunds: [
        {
          id: '9',
          externalId: 'R10001-EXCHANGE-R10001',
          status: '',
          amount: 2178,
          source: 'CREDIT',
        },
      ],
    },
  };

  it('is no refund of money: the credit counts as paid with', () => {
    expect(found(exchanged)).toEqual(['SALES_DIFFER order #1001']);
    const figures = orderFigures(books(exchanged), []);
    const of = (measure: string) => figures.find((one) => one.measure === measure);
    expect(of('REFUNDED')).toMatchObject({ oms: 0, netsuite: 0 });
    expect(of('RECEIVED')).toMatchObject({ netsuite: 14061 - 2178 });
  });

  const openCredit = { ...first(exchanged.sale?.credits ?? []), openForExchange: 2178 };
  const open = (parts: Parts = {}): Parts => ({
    ...exchanged,
    ...parts,
    sale: { ...exchanged.sale, credits: [openCredit], refunds: [] },
  });

  it('names a credit that has not been applied to the goods that went out instead', () => {
    const named = compareBooks(books(open())).find(({ code }) => code === 'CREDIT_NOT_APPLIED');
    expect(named).toMatchObject({
      record: 'credit memo 8',
      netsuite: 2178,
      amount: 2178,
      travels: true,
    });
  });

  it('lets the credit wait while the goods are still to be billed, unless an invoice is owed', () => {
    const toShip = {
      items: [first(ROWS.items), item({ ...ROWS.items[1], status: 'APPROVED', shipped: false })],
    };
    const waiting = (invoices: NetsuiteBook['invoices']) =>
      found(open({ oms: { ...exchanged.oms, ...toShip }, order: { invoices } })).filter((text) =>
        text.startsWith('CREDIT_NOT_APPLIED'),
      );
    expect(waiting([])).toEqual([]);
    expect(waiting([{ ...first(ORDER.invoices), open: 2178 }])).toEqual([
      'CREDIT_NOT_APPLIED credit memo 8',
    ]);
  });
});

describe('judgeDifferences', () => {
  const cent = books({
    order: {
      salesOrders: [{ ...SOLD, amount: 11884 }],
      invoices: [{ ...first(ORDER.invoices), amount: 11884 }],
    },
  });
  const when = { at: AT, changedAt: AT };

  it('takes a cent of NetSuite for a variance within the limit, and names it on the sheet', () => {
    const rules = { varianceLimit: 1, graceMs: 0 };
    const judged = judgeDifferences(compareBooks(cent), rules, when);
    expect(judged.map(({ code, kind }) => [code, kind])).toEqual([
      ['SALE_TOTAL_DIFFERS', 'VARIANCE'],
      ['INVOICE_DIFFERS', 'VARIANCE'],
    ]);
    expect(isBeyondLimit(judged)).toBe(false);
    const billed = orderFigures(cent, judged).find(({ measure }) => measure === 'BILLED');
    expect(billed).toMatchObject({ oms: 14061, netsuite: 14062, variance: 1 });
  });

  it('holds what is beyond the limit', () => {
    const judged = judgeDifferences(compareBooks(cent), { varianceLimit: 0, graceMs: 0 }, when);
    expect(judged.every(({ kind }) => kind === 'DIFFERENCE')).toBe(true);
    expect(isBeyondLimit(judged)).toBe(true);
  });

  it('lets what travels arrive within the grace, and not for ever', () => {
    const waits = compareBooks(books({ order: { invoices: [] } }));
    const rules = { varianceLimit: 0, graceMs: 60_000 };
    const kinds = (at: Date) => judgeDifferences(waits, rules, { at, changedAt: AT })[0]?.kind;
    expect(kinds(new Date(AT.getTime() + 60_000))).toBe('PENDING');
    expect(kinds(new Date(AT.getTime() + 60_001))).toBe('DIFFERENCE');
  });
});
